"""A company from its products: sums are added, shares formed of sums, an index averaged."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kragozor.instruments.arithmetic import total
from kragozor.instruments.compute import Computation, compute
from kragozor.instruments.indicators.catalogue import indicator as catalogued
from kragozor.instruments.indicators.entries import Indicator
from kragozor.instruments.inventory import Grade
from kragozor.instruments.result import Input, Reading, Value
from kragozor.instruments.rollup.drawn import index_spread
from kragozor.instruments.rollup.ranges import (
    DE_MINIMIS,
    Factor,
    Member,
    Range,
    RollUp,
    check_omitted,
    check_ranges,
    check_share,
    chosen_ranges,
    omitted_share,
)
from kragozor.instruments.rollup.rules import adds_up, rules
from kragozor.words import Message


def roll_up(
    members: Sequence[Member],
    factor: Factor,
    *,
    left_out: Collection[str] = (),
    unmeasured_share: float = 0.0,
    explanation: str = "",
    bound: float = DE_MINIMIS,
) -> RollUp:
    r"""Return the figures of a company from those of its product ranges.

    .. math:: MCI_C = \frac{\sum_R N_R \, MCI_R}{\sum_R N_R}, \qquad
              s_C = \frac{\sum_R a_R}{\sum_R b_R}

    The index of the company is the mean of its products', weighted by one factor. Every share
    :math:`a/b` of the other frameworks is formed of the summed amounts, which is not the mean of
    the products' shares unless the denominators are the weights.

    Parameters
    ----------
    members : sequence of Member
        The reference product of each range, measured for the same period.
    factor : Factor
        Mass of the products [kg] or revenue [EUR] as the weight :math:`N_R`.
    left_out : collection of str
        Names of ranges that are too small to count; their share is added to what is omitted.
    unmeasured_share : float
        Share of the business, by the factor, of which nothing was measured. [0..1)
    explanation : str
        Why more is left out than the bound allows.
    bound : float
        Largest share that may be left out without an explanation. [0..1]

    Returns
    -------
    RollUp

    Raises
    ------
    OutOfRange
        A share lies outside its domain, or too much is left out without an explanation.
    InstrumentError
        No range is left, a name is unknown or stands twice, or what is left out has no weight.

    Notes
    -----
    Every range counts once, so a product and the site that makes it must not both be chosen;
    different kinds and periods are pointed out. Source: Ellen MacArthur Foundation and Granta,
    Circularity Indicators, Methodology, company level (normalising factor, de-minimis rule).

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> bottles = Member("Bottle", assess(bottle()))
    >>> company = roll_up([bottles], Factor.MASS, unmeasured_share=0.03)
    >>> round(company["mci-company.mci"].value, 3), company.coverage
    (0.419, 0.97)
    """
    names = frozenset(left_out)
    check_ranges(members, names)
    check_share("unmeasured_share", unmeasured_share)
    ranges = chosen_ranges(members, factor, names)
    omitted = omitted_share(ranges, unmeasured_share)
    check_omitted(omitted, bound=bound, explanation=explanation)
    kept = [member for member in members if member.name not in names]
    return RollUp(
        factor=factor,
        ranges=ranges,
        omitted_share=omitted,
        explanation=explanation.strip(),
        readings=tuple(_readings(kept, ranges, factor, omitted)),
        warnings=tuple(_warnings(kept)),
    )


def _readings(
    kept: Sequence[Member], ranges: Sequence[Range], factor: Factor, omitted: float
) -> Iterator[Reading]:
    for name, rule in rules().items():
        if rule.how == "mean":
            counted = [one for one in ranges if not one.is_left_out]
            yield _mean(rule.by, kept, counted, factor, omitted)
        else:
            yield _sums(name, kept)


def _mean(
    indicator: str, kept: Sequence[Member], ranges: Sequence[Range], factor: Factor, omitted: float
) -> Reading:
    """Return the weighted mean of an index; without every weight and index there is none."""
    lacks = dict(_lacks(ranges, factor))
    inputs: dict[str, Input] = {"omitted_share": Input("omitted_share", omitted)}
    if not lacks:
        items = tuple({"weight": one.weight, "mci": one.index.value} for one in ranges)
        inputs["ranges"] = Input("ranges", items)  # type: ignore[arg-type]
    computed = _computed(indicator, inputs, factor=factor.value)
    values = _values(indicator, computed, kept, "mci.mci")
    if not lacks:
        spread = index_spread([m.assessment for m in kept], [one.weight or 0.0 for one in ranges])
        values["mci"] = replace(values["mci"], uncertainty=spread)
    values |= {name: Value(name, undefined=reason) for name, reason in lacks.items()}
    return Reading(indicator, computed.version, inputs, values, computed.warnings)


def _lacks(ranges: Sequence[Range], factor: Factor) -> Iterator[tuple[str, Message]]:
    without = tuple(one.name for one in ranges if one.weight is None)
    undefined = tuple(one.name for one in ranges if one.index.value is None)
    if without:
        told = {"names": without, "factor": Message(f"rollup.factor.{factor.value}")}
        yield "mci", Message("rollup.no-weight", told)
    elif undefined:
        yield "mci", Message("rollup.undefined-in", {"names": undefined})


def _sums(indicator: str, kept: Sequence[Member]) -> Reading:
    """Return a framework formed anew of the inputs that every product has, added up."""
    entry = catalogued(indicator)
    readings = {member.name: member.reading(indicator) for member in kept}
    inputs, partial = _added(entry, readings)
    computed = _computed(indicator, inputs)
    warnings = [
        Message("rollup.missing-in", {"name": entry.inputs[name].label, "names": tuple(members)})
        for name, members in partial.items()
    ]
    if older := tuple(m for m, one in readings.items() if one.version != entry.version):
        warnings.append(Message("rollup.older", {"name": entry.framework, "names": older}))
    values = _values(indicator, computed, kept, f"{indicator}.")
    return Reading(indicator, computed.version, inputs, values, (*warnings, *computed.warnings))


def _added(
    entry: Indicator, readings: Mapping[str, Reading]
) -> tuple[dict[str, Input], dict[str, list[str]]]:
    """Return the inputs of the company, and those that some products have and others lack."""
    added: dict[str, Input] = {}
    partial: dict[str, list[str]] = {}
    for name, asked in entry.inputs.items():
        if not (asked.domain == "list" or adds_up(asked)):
            continue
        found = {member: r.inputs[name].value for member, r in readings.items() if name in r.inputs}
        if len(found) == len(readings):
            added[name] = Input(name, _together(list(found.values())))
        elif found:
            partial[name] = [member for member in readings if member not in found]
    return added, partial


def _together(amounts: Sequence[Any]) -> Any:
    if isinstance(amounts[0], tuple):
        return tuple(item for items in amounts for item in items)
    return total(amounts)


def _computed(indicator: str, inputs: Mapping[str, Input], **more: str) -> Computation:
    return compute(indicator, {name: item.value for name, item in inputs.items()} | more)


def _values(
    indicator: str, computed: Computation, kept: Sequence[Member], of: str
) -> dict[str, Value]:
    """Return every value of a framework; ``of`` names the products' values that it rests on."""
    return {
        name: Value(
            name=name,
            value=computed.number(name),
            undefined=computed.undefined.get(name),
            grades=_grades(kept, of if not of.endswith(".") else f"{of}{name}"),
        )
        for name in catalogued(indicator).values
    }


def _grades(kept: Sequence[Member], name: str) -> Mapping[Grade, float]:
    """Return the grades of the products' values together, each by the mass of its product."""
    indicator, _, value = name.partition(".")
    shares: dict[Grade, float] = defaultdict(float)
    for member in kept:
        mass = math.fsum(quantity.value for quantity in member.assessment.inventory.masses())
        # What was measured by an earlier version may not have every value of today's.
        own = member.reading(indicator).values.get(value, Value(value))
        for grade, share in own.grades.items():
            shares[grade] += mass * share
    whole = math.fsum(shares.values())
    return {grade: shares[grade] / whole for grade in Grade if whole and grade in shares}


def _warnings(kept: Sequence[Member]) -> Iterator[Message]:
    subjects = [member.assessment.inventory.subject for member in kept]
    if len({subject.kind for subject in subjects}) > 1:
        yield Message("rollup.kinds-differ")
    if len({(subject.period_start, subject.period_end) for subject in subjects}) > 1:
        yield Message("rollup.periods-differ")

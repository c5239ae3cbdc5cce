"""One indicator from named inputs: its values, and a reason for each that has none."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from kragozor.instruments.errors import raise_all
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.indicators.cautions import cautions
from kragozor.instruments.indicators.entries import Indicator, ValueEntry
from kragozor.instruments.indicators.findings import Known, assumptions
from kragozor.instruments.indicators.given import Given, trusted_inputs
from kragozor.instruments.indicators.inputs import read_inputs
from kragozor.instruments.indicators.limits import problems
from kragozor.instruments.indicators.shown import Shown, telling
from kragozor.instruments.indicators.solver import Solver
from kragozor.words import Message

if TYPE_CHECKING:
    from kragozor.instruments.uncertainty.analysis import Uncertainty

# A given number that its own formula misses by more than this share is pointed out.
_AGREEMENT = 1e-6

Figure = tuple[ValueEntry, Known]


@dataclass(frozen=True)
class Computation:
    """What an indicator gave for one set of inputs.

    Attributes
    ----------
    indicator, version : str
        The id of the indicator and the version of its method.
    values : mapping of str to float, str or tuple
        Every value that is defined, by name: a number, the word of a class, or one of these for
        each item of a list.
    undefined : mapping of str to Message
        Every value that is not, with the reason.
    warnings : tuple of Message
        What was assumed, and what looks odd.
    numbers : mapping of str to float or tuple of float
        The number of every symbol used, one for each item where it belongs to a list.
    formulas : mapping of str to str
        The formula that gave each value; a value that was given has none.
    inputs : mapping of str to number, str or list
        What was given, by the names of the catalogue; a distribution by its mean.
    parts : tuple of Computation
        The same for each part of a product that is given part by part.
    uncertainty : Uncertainty or None
        What draws of the inputs make of the values; None where nothing was drawn.
    """

    indicator: str
    version: str
    values: Mapping[str, Shown]
    undefined: Mapping[str, Message]
    warnings: tuple[Message, ...] = ()
    numbers: Mapping[str, float | tuple[float, ...]] = field(default_factory=dict)
    formulas: Mapping[str, str] = field(default_factory=dict)
    inputs: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple[Computation, ...] = ()
    uncertainty: Uncertainty | None = None

    def number(self, name: str) -> float | None:
        """Return the number of a value, for a class the one that was classed."""
        number = self.numbers.get(indicator(self.indicator).values[name].symbol)
        return None if isinstance(number, tuple) else number


def compute(
    indicator_id: str,
    inputs: Mapping[str, Any],
    *,
    draws: int | None = None,
    seed: int = 0,
    sampling: str = "latin-hypercube",
) -> Computation:
    """Return the values of one indicator for named inputs.

    Parameters
    ----------
    indicator_id : str
        An id of the catalogue, such as ``"mci"``.
    inputs : mapping of str to number, distribution, list or text
        The inputs by the names of the catalogue; None counts as not given. A number may be a
        distribution, ``{"distribution": "uniform", "low": 0.2, "high": 0.4}``: the values are
        then those at its mean.
    draws : int, optional
        How often the distributions are drawn, 20 to 1,000,000; 10,000 times unless told, as
        soon as an input is one.
    seed : int
        The same seed gives the same draws, at least 0.
    sampling : {"latin-hypercube", "sobol"}
        How the draws fill the space of the inputs.

    Returns
    -------
    Computation

    Raises
    ------
    InstrumentError
        With one message for each unknown name, wrong type, value or draw out of its domain and
        sum that is larger than its whole.

    Notes
    -----
    What the catalogue allows to be assumed is assumed and told in ``warnings``; any other
    missing input, and a zero denominator, leaves the values that need it undefined. Inputs
    are drawn independently of each other. Where parts then pass their whole, in some draws,
    they are reduced to it in proportion, which is told in ``warnings``.

    Examples
    --------
    >>> compute("mci", {"mass": 1, "reused_feedstock": 0.5, "collected_for_reuse": 0.5,
    ...                 "utility": 1}).values["mci"]
    0.55
    >>> str(compute("iso59020", {"product_lifetime": 6}).undefined["relative_lifetime"])
    'Missing: Lifetime, industry average.'
    >>> share = {"distribution": "uniform", "low": 0.2, "high": 0.4}
    >>> drawn = compute("mci", {"mass": 1, "recycled_feedstock": share, "utility": 1})
    >>> round(drawn.uncertainty.values["mci"].mean, 4)
    0.235
    """
    entry = indicator(indicator_id)
    given = read_inputs(entry, inputs)
    solver = Solver(entry, given)
    raise_all(problems(solver))
    computation = _computation(solver, tuple(_warnings(solver)))
    if draws is None and not given.uncertain:
        return computation
    return _with_uncertainty(computation, entry, given, draws, seed=seed, sampling=sampling)


def _with_uncertainty(
    computation: Computation,
    entry: Indicator,
    given: Given,
    draws: int | None,
    **chosen: Any,
) -> Computation:
    from kragozor.instruments.uncertainty.analysis import uncertainty
    from kragozor.instruments.uncertainty.sample import Sample

    sample = Sample(**chosen) if draws is None else Sample(draws, **chosen)
    if not given.uncertain:
        nothing_drawn = Message("uncertainty.nothing-varies")
        return replace(computation, warnings=(*computation.warnings, nothing_drawn))
    found = uncertainty(entry, given, sample)
    warnings = (*computation.warnings, *found.warnings)
    return replace(computation, warnings=warnings, uncertainty=found)


def figure(indicator_id: str, inputs: Mapping[str, Any], value: str) -> float | None:
    """Return one value alone, for inputs that are known to be well formed.

    A sensitivity asks for one value a hundred times over, with one fact changed each time:
    types, domains and names need no second look, and nobody reads the warnings.

    Returns
    -------
    float or None
        None where the value is undefined, or the changed inputs do not fit together.

    Examples
    --------
    >>> figure("mci", {"mass": 1, "utility": 1}, "linear_flow_index")
    1.0
    """
    entry = indicator(indicator_id)
    solver = Solver(entry, trusted_inputs(entry, inputs))
    if problems(solver):
        return None
    finding = solver.find(entry.values[value].symbol)
    return finding.number if isinstance(finding, Known) else None


def _computation(solver: Solver, warnings: tuple[Message, ...] = ()) -> Computation:
    entry = solver.indicator
    shown = [value for value in entry.values.values() if not solver.path or value.of_parts]
    found = {value.name: solver.find(value.symbol) for value in shown}
    known = {name: finding for name, finding in found.items() if isinstance(finding, Known)}
    tellings = {value.name: telling(solver, value) for value in shown}
    return Computation(
        indicator=entry.id,
        version=entry.version,
        values={name: t.value for name, t in tellings.items() if t.value is not None},
        undefined={name: why for t in tellings.values() for name, why in t.undefined.items()},
        warnings=warnings,
        numbers={s: f.numbers for s, f in solver.found.items() if isinstance(f, Known)},
        formulas={name: f.formula for name, f in known.items() if f.formula},
        inputs=solver.given.named(entry),
        parts=tuple(_computation(part) for part in solver.parts),
    )


def _warnings(solver: Solver) -> Iterator[Message]:
    found = [(value, solver.find(value.symbol)) for value in solver.indicator.values.values()]
    known = [(value, finding) for value, finding in found if isinstance(finding, Known)]
    yield from _assumptions(solver.indicator, (finding for _, finding in known))
    yield from _undeclared(solver.indicator, solver.given)
    yield from cautions(solver)
    yield from _counted_as_zero(solver.indicator, solver.given)
    yield from _disagreements(solver, known)
    yield from _shares_outside(known)


def _assumptions(entry: Indicator, known: Iterable[Known]) -> Iterator[Message]:
    """Tell what was assumed, in one message for each number assumed."""
    found = assumptions(known)
    stood_in = [name for name in found if name in entry.inputs and entry.inputs[name].default]
    for name in stood_in:
        told = {"name": entry.label(name), "other": entry.label(entry.inputs[name].default)}
        yield Message("instruments.stood-in", {**told, "inputs": (name,)})
    assumed = {name: number for name, number in found.items() if name not in stood_in}
    for number in sorted(set(assumed.values())):
        names = [name for name in assumed if assumed[name] == number]
        labels = tuple(entry.label(name) for name in names)
        yield Message(
            "instruments.assumed", {"names": labels, "inputs": tuple(names), "value": number}
        )


def _undeclared(entry: Indicator, given: Given) -> Iterator[Message]:
    for asked in entry.inputs.values():
        if asked.domain == "choice" and asked.name not in given.choices:
            told = {"name": asked.label, "inputs": (asked.name,)}
            yield Message("instruments.undeclared", told)


def _counted_as_zero(entry: Indicator, given: Given) -> Iterator[Message]:
    if given.is_not_applicable_zero and given.not_applicable:
        names = tuple(given.not_applicable)
        labels = tuple(entry.label(name) for name in names)
        yield Message("instruments.counted-as-zero", {"names": labels, "inputs": names})


def _disagreements(solver: Solver, known: Iterable[Figure]) -> Iterator[Message]:
    """Tell where a number that was given is not the one that its formula would give."""
    for value, finding in known:
        if value.symbol not in solver.given.numbers:
            continue
        derived = solver.derive(value)
        if isinstance(derived, Known) and not _agree(value, finding, derived):
            told = {"name": value.label, "given": finding.number, "derived": derived.number}
            yield Message("instruments.disagrees", told)


def _agree(value: ValueEntry, given: Known, derived: Known) -> bool:
    is_assumed = value.name in derived.assumed
    return is_assumed or math.isclose(given.number, derived.number, rel_tol=_AGREEMENT)


def _shares_outside(known: Iterable[Figure]) -> Iterator[Message]:
    for value, finding in known:
        if value.display == "share" and not 0 <= finding.number <= 1 + _AGREEMENT:
            told = {"name": value.label, "value": finding.number}
            yield value.outside or Message("instruments.share-outside", told)

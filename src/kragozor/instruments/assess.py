"""An inventory measured by every framework: the one entrance to the instruments."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kragozor.instruments.arithmetic import choose
from kragozor.instruments.balance import TOLERANCE, grade_shares, mass_balance
from kragozor.instruments.improvement.next_steps import next_steps
from kragozor.instruments.influence import influences
from kragozor.instruments.inventory import Inventory, Kind, Place
from kragozor.instruments.parameters import ParameterTable
from kragozor.instruments.readings import READERS, read, read_value, readers
from kragozor.instruments.readings.reading import Reader, read_draws
from kragozor.instruments.result import Assessment, Reading
from kragozor.instruments.uncertainty.contributions import contributions
from kragozor.instruments.uncertainty.facts import (
    drawn_facts,
    figures_of,
    uncertain_facts,
    with_uncertainty,
)
from kragozor.instruments.uncertainty.propagation import propagated
from kragozor.instruments.uncertainty.sample import Sample

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Amount

METHOD = "1"
FACTS_VARIED = 40
DRAWS = 1000
HEADLINES = {
    Kind.PRODUCT: ("mci.mci", "cti.circularity"),
    Kind.SITE: ("cti.circularity", "mci.mci"),
    Kind.ORGANISATION: ("cti.circularity", "mci.mci"),
}


def assess(
    inventory: Inventory,
    *,
    tolerance: float = TOLERANCE,
    draws: int = DRAWS,
    seed: int = 0,
    sampling: str = "latin-hypercube",
    parameters: ParameterTable | None = None,
) -> Assessment:
    """Measure an inventory by every framework.

    The headline is the Material Circularity Indicator for a product and the circularity of
    the Circular Transition Indicators for a site or an organisation; where that is undefined
    and the other is not, the other.

    Parameters
    ----------
    inventory : Inventory
        The declared facts. [kg, MJ, m³, a, EUR]
    tolerance : float
        Largest mass gap that still closes, as a share of the larger side. [0..1]
    draws : int
        How often the facts are drawn for the uncertainty of the values; 0 leaves it out.
    seed : int
        The same seed gives the same draws.
    sampling : {"latin-hypercube", "sobol"}
        How the draws fill the space of the facts.
    parameters : ParameterTable, optional
        The parameters of the Circular Footprint Formula; unless told, those that come with
        the library.

    Returns
    -------
    Assessment
        Every value with what it rests on and how uncertain it is, or the reason why it is
        undefined.

    Raises
    ------
    InstrumentError
        Where a declared fact, or a draw of it, lies outside its domain.

    Notes
    -----
    A fact varies by its declared distribution, otherwise by that of its grade
    (:func:`kragozor.instruments.uncertainty.pedigree.distribution_of`), independently of the
    others. All frameworks read the same draws.

    Sources: those of the frameworks, in the catalogue of indicators.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> result = assess(bottle())
    >>> round(result["mci.mci"].value, 3), result.balance.closes
    (0.419, True)
    >>> known = result["mci.mci"].uncertainty
    >>> round(known.p05, 2), round(known.p95, 2)
    (0.41, 0.43)
    """
    chosen = readers(parameters)
    readings = tuple(read(name, inventory, reader) for name, reader in chosen.items())
    headline = _headline(inventory, readings)
    behind = next(r for r in readings if r.indicator == headline.partition(".")[0])
    steps, together = next_steps(inventory, lambda facts: _value(facts, headline))
    assessment = Assessment(
        inventory=inventory,
        method=METHOD,
        readings=readings,
        headline=headline,
        balance=mass_balance(inventory, tolerance=tolerance),
        grades=grade_shares(inventory.masses()),
        influences=influences(
            inventory, _facts_behind(inventory, behind), lambda facts: _drawn_value(facts, headline)
        ),
        next_steps=steps,
        next_steps_together=together,
    )
    sampled = Sample(draws, seed, sampling) if draws else None
    if sampled is None:
        return assessment
    return replace(
        _with_uncertainty(assessment, sampled, chosen),
        contributions=contributions(inventory, headline, sampled, parameters),
    )


def _with_uncertainty(
    assessment: Assessment, sample: Sample, readers: Mapping[str, Reader]
) -> Assessment:
    inventory = assessment.inventory
    facts = uncertain_facts(inventory)
    drawn = propagated(figures_of(inventory, facts, readers), drawn_facts(facts, sample))
    readings = (with_uncertainty(r, drawn.figures, r.indicator) for r in assessment.readings)
    return replace(assessment, readings=tuple(readings), sample=sample)


def _headline(inventory: Inventory, readings: Sequence[Reading]) -> str:
    values = {f"{r.indicator}.{name}": v for r in readings for name, v in r.values.items()}
    choices = HEADLINES[inventory.subject.kind]
    defined = [name for name in choices if values[name].value is not None]
    return (defined or choices)[0]


def _value(inventory: Inventory, name: str) -> float | None:
    indicator, _, value = name.partition(".")
    return read_value(indicator, inventory, READERS[indicator], value)


def _drawn_value(inventory: Inventory, name: str) -> Amount | None:
    """Return draws of a value, NaN also where the facts of a draw do not fit together."""
    indicator, _, value = name.partition(".")
    outcome = read_draws(indicator, inventory, READERS[indicator])
    amount = outcome.figures.get(value)
    return None if amount is None else choose(outcome.closed, math.nan, amount)


def _facts_behind(inventory: Inventory, reading: Reading) -> list[Place]:
    """Return the facts to vary: those of the heaviest rows and of the use of the product."""
    used = {(p.section, p.row) for item in reading.inputs.values() for p in item.behind}
    facts = [
        (place, q) for place, q in inventory.quantities() if (place.section, place.row) in used
    ]
    weights = {
        ("inflows", n): row.mass.value for n, row in enumerate(inventory.inflows, start=1)
    } | {("outflows", n): row.mass.value for n, row in enumerate(inventory.outflows, start=1)}
    single = float("inf")
    ranked = sorted(facts, key=lambda f: -weights.get((f[0].section, f[0].row or 0), single))
    return [place for place, _ in ranked[:FACTS_VARIED]]

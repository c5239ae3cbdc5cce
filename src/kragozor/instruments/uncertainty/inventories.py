"""Two questions to inventories whose facts vary: what drives a figure, and which is better."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from kragozor.instruments.inventory import Inventory, Place, Quantity
from kragozor.instruments.parameters import ParameterTable
from kragozor.instruments.readings import readers
from kragozor.instruments.readings.reading import Reader
from kragozor.instruments.revision import quantity_at
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.instruments.uncertainty.facts import Fact, drawn_facts, figures_of, uncertain_facts
from kragozor.instruments.uncertainty.outcome import Outcome
from kragozor.instruments.uncertainty.propagation import Model, propagated, variance_shares
from kragozor.instruments.uncertainty.ranking import Comparison, better_share
from kragozor.instruments.uncertainty.sample import Sample
from kragozor.instruments.uncertainty.summary import Summary, summarise

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Draws
    from kragozor.instruments.uncertainty.sensitivity import SobolIndices

_Key: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Sensitivities:
    """What share of the variance of a figure comes from which facts.

    Attributes
    ----------
    places : tuple of Place
        The facts, strongest first.
    indices : SobolIndices or None
        An index of each fact, in their order, and last one of all other facts together; None
        where the figure does not vary.
    """

    places: tuple[Place, ...]
    indices: SobolIndices | None


@dataclass(frozen=True)
class Compared:
    """How surely one inventory is better than another.

    Attributes
    ----------
    comparison : Comparison
        In which share of the draws the second is better, worse or the same.
    difference : Summary
        The second less the first.
    shared : int
        How many facts are the same in both, and so were drawn once for both.
    sample : Sample
        How the facts were drawn.
    """

    comparison: Comparison
    difference: Summary
    shared: int
    sample: Sample


def sensitivities(
    inventory: Inventory,
    figure: str,
    *,
    most: int = 20,
    sample: Sample | None = None,
    parameters: ParameterTable | None = None,
) -> Sensitivities:
    r"""Sobol indices of the facts that a figure depends on most.

    .. math:: S_i = \frac{V[E[y \mid x_i]]}{V[y]}, \quad
              T_i = \frac{E[V[y \mid x_{\sim i}]]}{V[y]}

    Parameters
    ----------
    inventory : Inventory
        The declared facts.
    figure : str
        ``indicator.value``, such as ``"mci.mci"``.
    most : int
        How many facts have an index of their own; the others have one together.
    sample : Sample, optional
        How the facts are drawn.
    parameters : ParameterTable, optional
        As in :func:`kragozor.instruments.assess.assess`.

    Returns
    -------
    Sensitivities

    Notes
    -----
    Which facts have an index of their own is decided by their correlation with the figure in a
    first sample; an index that is not linear in its fact can be missed there, and is then found
    in that of the others. Source: those of :func:`sobol_indices`.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> found = sensitivities(bottle(), "mci.mci", most=2)
    >>> [str(place) for place in found.places]
    ['outflows[1].recycling_efficiency', 'inflows[2].mass']
    """
    chosen = sample or Sample()
    facts = uncertain_facts(inventory)
    numbers = drawn_facts(facts, chosen)
    model = figures_of(inventory, facts, _reader(figure, parameters))
    results = propagated(model, numbers).figures.get(figure)
    if results is None:
        return Sensitivities((), None)
    order = np.argsort([-_correlation(draws, results) for draws in numbers], kind="stable")
    own, others = order[:most], order[most:]

    def model_of_few(few: Sequence[Draws]) -> Outcome:
        """Take draws of some facts; the others come together, drawn before, by a place."""
        where = np.minimum((few[-1] * chosen.draws).astype(np.intp), chosen.draws - 1)
        drawn = {n: numbers[n][where] for n in others} | dict(zip(own, few, strict=False))
        return Outcome({figure: model([drawn[n] for n in range(len(facts))]).figures[figure]})

    place = Distribution("uniform", {"low": 0.0, "high": 1.0})
    varied = [*(facts[n].distribution for n in own), place]
    indices = variance_shares(model_of_few, varied, chosen)[figure]
    return Sensitivities(tuple(facts[n].place for n in own), indices)


def compare(
    a: Inventory,
    b: Inventory,
    figure: str,
    *,
    higher_is_better: bool = True,
    sample: Sample | None = None,
    parameters: ParameterTable | None = None,
) -> Compared:
    """In which share of the draws a figure of the second inventory is better than of the first.

    Parameters
    ----------
    a, b : Inventory
        Two products, or one in two years.
    figure : str
        ``indicator.value``, such as ``"mci.mci"``.
    higher_is_better : bool
        Whether the larger figure is the better one.
    sample : Sample, optional
        How the facts are drawn.
    parameters : ParameterTable, optional
        As in :func:`kragozor.instruments.assess.assess`, the same for both.

    Returns
    -------
    Compared

    Notes
    -----
    A number that stands in both, with the same grade, source and distribution, and of the same
    material with the same origin, destination and so on, is one fact: in each draw it is the
    same in both, and its uncertainty does not blur their difference. All other facts are
    independent of each other.

    Source: that of :func:`better_share`.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> without_cap = replace(bottle(), inflows=bottle().inflows[:2])
    >>> found = compare(bottle(), without_cap, "mci.mci")
    >>> found.comparison.better, found.shared
    (1.0, 7)
    """
    chosen = sample or Sample()
    sides = [(side, uncertain_facts(side)) for side in (a, b)]
    keys = [tuple(_keys(side, facts)) for side, facts in sides]
    fact_of = {
        key: fact
        for (_, facts), of_side in zip(sides, keys, strict=True)
        for key, fact in zip(of_side, facts, strict=True)
    }
    drawn = dict(zip(fact_of, drawn_facts(tuple(fact_of.values()), chosen), strict=True))
    reader = _reader(figure, parameters)
    one, other = (
        _figure(figure, figures_of(side, facts, reader), [drawn[key] for key in of_side], chosen)
        for (side, facts), of_side in zip(sides, keys, strict=True)
    )
    return Compared(
        better_share(one, other, higher_is_better=higher_is_better),
        summarise(other - one),
        len(keys[0]) + len(keys[1]) - len(fact_of),
        chosen,
    )


def _reader(figure: str, parameters: ParameterTable | None) -> dict[str, Reader]:
    name = figure.partition(".")[0]
    return {name: readers(parameters)[name]}


def _figure(figure: str, model: Model, numbers: Sequence[Draws], sample: Sample) -> Draws:
    """Return the draws of a figure, all alike where nothing that it rests on varies."""
    found = propagated(model, numbers).figures.get(figure)
    if found is not None:
        return found
    return np.full(
        sample.draws, model([draws[:1] for draws in numbers]).figures.get(figure, np.nan)
    )


def _keys(inventory: Inventory, facts: Sequence[Fact]) -> Iterator[_Key]:
    """Yield what makes each fact the same as one of another inventory."""
    seen: Counter[_Key] = Counter()
    for fact in facts:
        place = fact.place
        key = (
            place.section,
            place.name,
            _row(inventory, place),
            repr(quantity_at(inventory, place)),
        )
        seen[key] += 1
        yield (*key, str(seen[key]))


def _row(inventory: Inventory, place: Place) -> str:
    """Return what a row says besides its numbers; sections without rows are all alike."""
    if place.row is None:
        return ""
    row = getattr(inventory, place.section)[place.row - 1]
    return repr({name: said for name, said in vars(row).items() if not isinstance(said, Quantity)})


def _correlation(draws: Draws, results: Draws) -> float:
    """Return how strongly a fact and a figure go together, 0 where either does not vary."""
    defined = ~np.isnan(results)
    one, other = draws[defined], results[defined]
    if one.size == 0:
        return 0.0
    # Scaled, so that no square is beyond all numbers; what does not vary correlates with nothing.
    with np.errstate(all="ignore"):
        found = np.corrcoef(one / np.abs(one).max(), other / np.abs(other).max())[0, 1]
    return abs(float(found)) if np.isfinite(found) else 0.0

"""Which of two inventories is better, where the facts of both vary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from kragozor.instruments.inventory import Inventory, Place, Quantity
from kragozor.instruments.parameters import ParameterTable
from kragozor.instruments.revision import quantity_at
from kragozor.instruments.uncertainty.facts import Fact, drawn_facts, figures_of, uncertain_facts
from kragozor.instruments.uncertainty.inventories import readers_of
from kragozor.instruments.uncertainty.propagation import Model, propagated
from kragozor.instruments.uncertainty.ranking import Comparison, better_share
from kragozor.instruments.uncertainty.sample import Sample
from kragozor.instruments.uncertainty.summary import Summary, summarise

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Draws

_Key: TypeAlias = tuple[str, ...]


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
    found = comparisons(a, b, {figure: higher_is_better}, sample=sample, parameters=parameters)
    return found[figure]


def comparisons(
    a: Inventory,
    b: Inventory,
    figures: Mapping[str, bool],
    *,
    sample: Sample | None = None,
    parameters: ParameterTable | None = None,
) -> dict[str, Compared]:
    """The same as :func:`compare` for several figures, in the same draws of all facts.

    Parameters
    ----------
    a, b : Inventory
        Two products, or one in two years.
    figures : mapping of str to bool
        For each ``indicator.value`` whether the larger figure is the better one.
    sample : Sample, optional
        How the facts are drawn.
    parameters : ParameterTable, optional
        As in :func:`kragozor.instruments.assess.assess`, the same for both.

    Returns
    -------
    dict of str to Compared
        By figure, in their order.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> found = comparisons(bottle(), bottle(), {"mci.mci": True, "cti.circularity": True})
    >>> [one.comparison.tied for one in found.values()]
    [1.0, 1.0]
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
    readers = readers_of(figures, parameters)
    one, other = (
        _drawn_figures(
            figures, figures_of(side, facts, readers), [drawn[key] for key in of_side], chosen
        )
        for (side, facts), of_side in zip(sides, keys, strict=True)
    )
    shared = len(keys[0]) + len(keys[1]) - len(fact_of)
    return {
        figure: Compared(
            better_share(one[figure], other[figure], higher_is_better=higher),
            summarise(other[figure] - one[figure]),
            shared,
            chosen,
        )
        for figure, higher in figures.items()
    }


def _drawn_figures(
    figures: Iterable[str], model: Model, numbers: Sequence[Draws], sample: Sample
) -> dict[str, Draws]:
    """Return the draws of each figure, all alike where nothing that it rests on varies."""
    found = propagated(model, numbers).figures
    exact = {figure for figure in figures if figure not in found}
    constant = model([draws[:1] for draws in numbers]).figures if exact else {}
    return {
        figure: np.full(sample.draws, constant.get(figure, np.nan))
        if figure in exact
        else found[figure]
        for figure in figures
    }


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

"""What drives a figure of an inventory whose facts vary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from kragozor.instruments.inventory import Inventory, Place
from kragozor.instruments.parameters import ParameterTable
from kragozor.instruments.readings import readers
from kragozor.instruments.readings.reading import Reader
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.instruments.uncertainty.facts import drawn_facts, figures_of, uncertain_facts
from kragozor.instruments.uncertainty.outcome import Outcome
from kragozor.instruments.uncertainty.propagation import propagated, variance_shares
from kragozor.instruments.uncertainty.sample import Sample

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
    model = figures_of(inventory, facts, readers_of([figure], parameters))
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


def readers_of(figures: Iterable[str], parameters: ParameterTable | None) -> dict[str, Reader]:
    """Return the readers that figures need, with a table of parameters.

    Examples
    --------
    >>> list(readers_of(["mci.mci", "mci.waste", "cti.circularity"], None))
    ['mci', 'cti']
    """
    known = readers(parameters)
    return {name: known[name] for name in dict.fromkeys(one.partition(".")[0] for one in figures)}


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

"""Draws of uncertain numbers, taken through whatever is computed from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from kragozor.instruments.uncertainty.outcome import Outcome

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Draws

# So many draws of a formula's numbers stay in the cache of a processor between its operations.
_BLOCK = 8192

Model: TypeAlias = Callable[[Sequence["Draws"]], Outcome]


@dataclass(frozen=True)
class Propagated:
    """The draws of every figure that varies, and the share of draws in which parts were closed."""

    figures: dict[str, Draws] = field(default_factory=dict)
    closed: float = 0.0


def propagated(model: Model, numbers: Sequence[Draws]) -> Propagated:
    """Return what a model gives for draws of its numbers.

    Parameters
    ----------
    model : callable
        Takes draws of each number and gives an :class:`Outcome`; it works draw by draw.
    numbers : sequence of ndarray, each of shape (n)
        The draws of each uncertain number, in the order that the model expects them.

    Returns
    -------
    Propagated
        Each figure of shape (n), NaN where it is undefined; none where nothing is uncertain.

    Examples
    --------
    >>> double = lambda numbers: Outcome({"double": 2 * numbers[0], "constant": 1.0})
    >>> propagated(double, [np.array([1.0, 2.0])]).figures
    {'double': array([2., 4.])}
    """
    count = len(numbers[0]) if numbers else 0
    figures: dict[str, Draws] = {}
    closed = 0
    # A quotient over zero or a product beyond all numbers is undefined, as the solver says.
    with np.errstate(all="ignore"):
        for start in range(0, count, _BLOCK):
            block = slice(start, min(start + _BLOCK, count))
            outcome = model([draws[block] for draws in numbers])
            closed += int(np.count_nonzero(outcome.closed))
            for name, amount in outcome.figures.items():
                if np.ndim(amount):
                    figures.setdefault(name, np.full(count, np.nan))[block] = amount
    return Propagated(figures, closed / count if count else 0.0)

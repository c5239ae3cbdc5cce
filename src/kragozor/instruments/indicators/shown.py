"""What is told of a value: its number, the word of its class, or something of each item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from kragozor.instruments.arithmetic import reaches
from kragozor.instruments.indicators.entries import Band, ValueEntry
from kragozor.instruments.indicators.findings import Finding, Known, Unknown
from kragozor.instruments.indicators.solver import Solver
from kragozor.words import Message

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kragozor.instruments.arithmetic import Amount

Shown: TypeAlias = float | str | tuple[float | str | None, ...]


@dataclass(frozen=True)
class Telling:
    """What is told of one value, and a reason for each part of it that is undefined."""

    value: Shown | None = None
    undefined: Mapping[str, Message] = field(default_factory=dict)


def telling(solver: Solver, entry: ValueEntry) -> Telling:
    """Return what is told of a value: nothing but the reason where it is undefined.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> from kragozor.instruments.indicators.given import Given
    >>> grade = indicator("packaging-grade")
    >>> telling(Solver(grade, Given({"r": 0.75})), grade.values["grade"]).value
    'C'
    """
    if entry.per in solver.given.lists:
        return _list_telling(solver, entry)
    finding = solver.find(entry.symbol)
    if isinstance(finding, Unknown):
        return Telling(undefined={entry.name: finding.reason})
    return Telling(band(entry, finding.number).name if entry.bands else finding.number)


def band(entry: ValueEntry, number: float) -> Band:
    """Return the class of a number: the first whose bound it reaches.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> band(indicator("packaging-grade").values["grade"], 0.7999).name
    'C'
    """
    return next(one for one in entry.bands if reaches(number, one.at_least))


def class_label(entry: ValueEntry, name: str) -> Message:
    """Return what a class is called.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> str(class_label(indicator("packaging-grade").values["grade"], "not recyclable"))
    'not recyclable'
    """
    return next(one.label for one in entry.bands if one.name == name)


def band_names(entry: ValueEntry, numbers: Amount) -> NDArray[np.object_]:
    """Return the name of the class of each number; None where it is undefined.

    Parameters
    ----------
    entry : ValueEntry
        A value that has bands.
    numbers : float or ndarray, any shape
        What is classed, in the unit of the value; NaN is undefined.

    Returns
    -------
    ndarray of str or None, the same shape

    Examples
    --------
    >>> import numpy as np
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> band_names(indicator("packaging-grade").values["grade"], np.array([0.9, np.nan]))
    array(['B', None], dtype=object)
    """
    import numpy as np

    names = np.full(np.shape(numbers), None, dtype=object)
    for one in reversed(entry.bands):
        names[np.asarray(reaches(numbers, one.at_least))] = one.name
    return names


def _list_telling(solver: Solver, entry: ValueEntry) -> Telling:
    """Tell of each item in order; what is undefined is null and has its reason by place."""
    order = item_order(solver, entry)
    if entry.shows == "name":
        return Telling(tuple(solver.given.names[entry.per][n] for n in order))
    each = solver.each(entry)
    ordered = [each[n] for n in order]
    reasons = {
        f"{entry.name}[{place}]": finding.reason
        for place, finding in enumerate(ordered)
        if isinstance(finding, Unknown)
    }
    numbers = [finding.number if isinstance(finding, Known) else None for finding in ordered]
    return Telling(tuple(_running(numbers) if entry.shows == "running" else numbers), reasons)


def item_order(solver: Solver, entry: ValueEntry) -> list[int]:
    """Return the places of the items by a number of theirs, those without one last.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> from kragozor.instruments.indicators.inputs import read_inputs
    >>> curve = indicator("cost-curve")
    >>> measures = [{"annual_cost": 900, "avoided": 3}, {"annual_cost": 100, "avoided": 4}]
    >>> item_order(Solver(curve, read_inputs(curve, {"measures": measures})), curve.values["order"])
    [1, 0]
    """
    count = len(solver.given.lists[entry.per])
    if not entry.sorted_by:
        return list(range(count))
    keys = solver.each(solver.indicator.value_of[entry.sorted_by])
    return sorted(range(count), key=lambda n: _key(keys[n]))


def _key(finding: Finding) -> tuple[bool, float]:
    return (False, finding.number) if isinstance(finding, Known) else (True, 0.0)


def _running(numbers: Sequence[float | None]) -> list[float | None]:
    """Return the sum up to each number; after one that is undefined there is none."""
    return list(accumulate(numbers, lambda a, b: None if a is None or b is None else a + b))

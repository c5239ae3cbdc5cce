"""The values of a block of products, and which of them are refused."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kragozor.instruments.compute import compute
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.indicators.bounds import Numbers
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.indicators.domains import DOMAINS
from kragozor.instruments.indicators.entries import Indicator, ValueEntry
from kragozor.instruments.indicators.findings import Known
from kragozor.instruments.indicators.given import Given
from kragozor.instruments.indicators.limits import is_broken
from kragozor.instruments.indicators.shown import band_names
from kragozor.instruments.indicators.solver import Solver
from kragozor.instruments.portfolio.plan import Plan
from kragozor.words import Message

# Products that are worked on at once: as many as keep the columns of a formula in the cache.
BLOCK = 32_768

# Numbers, or the words of a class.
Values = NDArray[Any]
Truths = NDArray[np.bool_]


@dataclass(frozen=True)
class Measured:
    """The values of a block of products, NaN or None where undefined.

    ``refused`` are the products with a number out of its domain, or numbers that do not fit
    together; their values mean nothing.
    """

    values: Mapping[str, Values]
    refused: Truths


def measure_columns(plan: Plan, columns: Mapping[str, Numbers]) -> Measured:
    """Return the values of products, one a row.

    Parameters
    ----------
    plan : Plan
        What is computed from which columns.
    columns : mapping of str to array
        The columns of the plan, of one length; NaN counts as not given.

    Returns
    -------
    Measured
        Each row exactly as ``compute`` gives it for that row alone.

    Examples
    --------
    >>> from kragozor.instruments.portfolio.plan import plan_of
    >>> columns = {"mass": np.array([1.0, 1.0]), "recycled_feedstock": np.array([0.5, 1.5]),
    ...            "utility": np.ones(2)}
    >>> measured = measure_columns(plan_of(list(columns)), columns)
    >>> round(float(measured.values["mci.mci"][0]), 3), measured.refused.tolist()
    (0.325, [False, True])
    """
    count = len(next(iter(columns.values())))
    values = {column.name: _empty(count, column.is_class) for column in plan.columns}
    refused = np.zeros(count, dtype=bool)
    for start in range(0, count, BLOCK):
        block = slice(start, start + BLOCK)
        part = {name: columns[name][block] for name in plan.given}
        for name in plan.inputs:
            _measure(plan, name, part, {n: v[block] for n, v in values.items()}, refused[block])
    return Measured(values, refused)


def is_undefined(values: Values) -> Truths:
    """Return which of the values are undefined.

    Examples
    --------
    >>> is_undefined(np.array([0.0, np.nan])).tolist()
    [False, True]
    """
    if values.dtype == object:
        return np.array([word is None for word in values], dtype=bool)
    return np.isnan(values)


def refusal(plan: Plan, row: Mapping[str, float]) -> tuple[Message, ...]:
    """Return what is wrong with one product, by the columns' numbers; nothing where all is well.

    Examples
    --------
    >>> from kragozor.instruments.portfolio.plan import plan_of
    >>> plan = plan_of(["mass", "recycled_feedstock"], ["mci"])
    >>> [str(wrong) for wrong in refusal(plan, {"mass": 2.0, "recycled_feedstock": 25.0})]
    ['recycled_feedstock is 25; it must be a share from 0 to 1.']
    """
    found: dict[str, Message] = {}
    for name, inputs in plan.inputs.items():
        given = {asked: row[c] for c, asked in inputs.items() if not math.isnan(row[c])}
        try:
            compute(name, given)
        except InstrumentError as error:
            found |= {str(message): message for message in error.messages}
    return tuple(found.values())


def _measure(
    plan: Plan,
    name: str,
    columns: Mapping[str, Numbers],
    values: Mapping[str, Values],
    refused: Truths,
) -> None:
    """Write an indicator's values of one block, and which rows it refuses."""
    entry, inputs = indicator(name), plan.inputs[name]
    numbers = {entry.inputs[asked].symbol: columns[column] for column, asked in inputs.items()}
    ends = {symbol: (float(c.min()), float(c.max())) for symbol, c in numbers.items()}
    for symbol, column in numbers.items():
        _refuse_outside(entry, symbol, column, ends[symbol], refused)
    shown = [entry.values[c.value] for c in plan.columns if c.indicator == name]
    lacking = [symbol for symbol, (low, _) in ends.items() if math.isnan(low)]
    for rows, given in _alike(numbers, lacking):
        solver = Solver(entry, Given(given))
        with np.errstate(all="ignore"):
            refused[rows] |= is_broken(solver)
            for value in shown:
                values[f"{name}.{value.name}"][rows] = _found(solver, value)


def _refuse_outside(
    entry: Indicator, symbol: str, column: Numbers, ends: tuple[float, float], refused: Truths
) -> None:
    """Mark the rows whose number lies outside of its domain; a domain has no holes."""
    is_inside, _ = DOMAINS[entry.input_of[symbol].domain]
    if not all(math.isfinite(end) and is_inside(end) for end in ends):
        with np.errstate(invalid="ignore"):
            refused |= np.isinf(column) | ~is_inside(column) & ~np.isnan(column)


def _alike(
    numbers: Mapping[str, Numbers], lacking: list[str]
) -> Iterator[tuple[slice | NDArray[np.intp], dict[str, Numbers]]]:
    """Yield rows that lack the same inputs, with the columns that they do have.

    What is lacking is assumed or leaves a value undefined, so it is no number at all; only
    ``lacking`` symbols are looked at row by row.
    """
    if not lacking:
        yield slice(None), dict(numbers)
        return
    missing = np.stack([np.isnan(numbers[symbol]) for symbol in lacking])
    kinds, which = np.unique(missing, axis=1, return_inverse=True)
    for number, lacks in enumerate(kinds.T):
        rows = np.flatnonzero(which.ravel() == number)
        lacked = {symbol for symbol, is_lacking in zip(lacking, lacks, strict=True) if is_lacking}
        yield rows, {s: column[rows] for s, column in numbers.items() if s not in lacked}


def _found(solver: Solver, value: ValueEntry) -> Any:
    finding = solver.find(value.symbol)
    if not isinstance(finding, Known):
        return None if value.bands else np.nan
    return band_names(value, finding.amount) if value.bands else finding.amount


def _empty(count: int, is_class: bool) -> Values:
    return np.empty(count, dtype=object if is_class else np.float64)

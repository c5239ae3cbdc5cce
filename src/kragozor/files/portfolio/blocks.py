"""Some rows of a portfolio: the numbers of its inputs, and whatever is carried along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from kragozor.instruments.indicators.bounds import Numbers
from kragozor.words import Message

# By which a row of a result is found again in its table; a column of the same name wins.
LINE = "line"

# Some rows of a table, column by column, as their file holds them or as arrays.
Columns: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True)
class Fault:
    """What is wrong with a row: where it stands in its file, and why it is set aside."""

    line: int
    problem: Message


@dataclass(frozen=True)
class Block:
    """Rows of a portfolio, column by column.

    Attributes
    ----------
    lines : array of int
        Where each row stands: its line in a text, its number in any other file, from 1.
    numbers : mapping of str to array
        The columns that are inputs, NaN where nothing stands.
    carried : mapping of str to anything
        The other columns, as their file holds them.
    faults : tuple of Fault
        Rows of which a number cannot be read; they are not among the others.
    share : float
        How much of the file has been read up to here, 0..1.
    """

    lines: NDArray[np.int64]
    numbers: Mapping[str, Numbers]
    carried: Columns = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    share: float = 1.0


@dataclass(frozen=True)
class Tally:
    """What became of the rows of a block: how many have values, and which are set aside."""

    measured: int
    undefined: Mapping[str, int]
    faults: tuple[Fault, ...]
    share: float


# What is done with a block, by several threads at once where the file allows it.
Work: TypeAlias = Callable[[Block], tuple[Columns, Tally]]

# What is told of it, in the order of the file.
Note: TypeAlias = Callable[[Tally], object]

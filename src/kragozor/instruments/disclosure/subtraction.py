"""What can be had by adding and subtracting sums that are public, in exact arithmetic.

Each public sum is a row of zeros and ones over the members' unknown numbers. Whoever reads all
of them knows every combination of these rows. A combination that touches few members tells too
much of them, so the one that touches the fewest is what counts.

Members who stand in the same rows are alike, and a combination touches all of them or none.
That leaves few columns to look at, and the search below decides for each whether a combination
leaves it out or pays for its members. Source: this is the smallest distance of a linear code,
here with a budget so small that the search is short: at most C(rows + budget, budget) leaves.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from math import gcd

Variable = tuple[str, Hashable]
Column = tuple[int, ...]
Combination = tuple[int, ...]
Alike = tuple[frozenset[Column], int]


def reveals(rows: Sequence[Collection[Variable]], fewer_than: int) -> bool:
    """Return whether the last row lets a combination be formed that touches too few members.

    Parameters
    ----------
    rows : sequence of collections of (member, variable)
        The unknown numbers that each public sum is made of. A member may have several, where it
        was measured more than once; it counts as one member.
    fewer_than : int
        Combinations that touch fewer members than this tell too much.

    Returns
    -------
    bool
        False too where the last sum follows from the others and so tells nothing new.

    Examples
    --------
    >>> everybody = [(name, 0) for name in "abcdef"]
    >>> reveals([everybody], 5)
    False
    >>> reveals([everybody[:5], everybody], 5)
    True
    """
    alike = _alike(rows)
    columns = [column for columns, _ in alike for column in columns]
    last = len(rows) - 1
    basis = _independent(columns, range(last))
    if len(_independent(columns, range(last + 1))) == len(basis):
        return False
    return _touches(_units([*basis, last], len(rows)), alike, fewer_than - 1)


def _alike(rows: Sequence[Collection[Variable]]) -> list[Alike]:
    """Return the columns of members who stand in the same rows, with how many members they are.

    The many come first: no combination that tells too much touches them. Then come those who were
    measured most often: to leave them out leaves fewest combinations.
    """
    columns: dict[str, dict[Hashable, list[int]]] = defaultdict(dict)
    for number, row in enumerate(rows):
        for member, variable in row:
            columns[member].setdefault(variable, [0] * len(rows))[number] = 1
    counted = Counter(
        frozenset(tuple(column) for column in own.values()) for own in columns.values()
    )
    return sorted(counted.items(), key=lambda item: (-item[1], -len(item[0]), sorted(item[0])))


def _touches(basis: list[Combination], alike: Sequence[Alike], budget: int) -> bool:
    """Return whether a combination with the last row in it touches at most so many members."""
    if not any(combination[-1] for combination in basis):
        return False
    if not alike:
        return True
    (columns, size), *rest = alike
    without = _without(basis, columns)
    if _touches(without, rest, budget):
        return True
    return len(without) < len(basis) and size <= budget and _touches(basis, rest, budget - size)


def _without(basis: list[Combination], columns: Iterable[Column]) -> list[Combination]:
    """Return a basis of the combinations that are zero in every one of the columns."""
    for column in columns:
        basis = _zero_in(basis, column)
    return basis


def _zero_in(basis: list[Combination], column: Column) -> list[Combination]:
    found = [(combination, _dot(combination, column)) for combination in basis]
    pivot = next(((c, value) for c, value in found if value), None)
    if pivot is None:
        return basis
    other, by = pivot
    return [
        _reduced([by * a - value * b for a, b in zip(combination, other, strict=True)])
        for combination, value in found
        if combination is not other
    ]


def _reduced(combination: Sequence[int]) -> Combination:
    common = gcd(*combination) or 1
    return tuple(number // common for number in combination)


def _dot(combination: Combination, column: Column) -> int:
    return sum(a for a, b in zip(combination, column, strict=True) if b)


def _independent(columns: Sequence[Column], rows: Iterable[int]) -> list[int]:
    """Return the rows that do not follow from those before them."""
    chosen: list[int] = []
    for row in rows:
        if _rank(columns, [*chosen, row]) > len(chosen):
            chosen.append(row)
    return chosen


def _rank(columns: Sequence[Column], rows: Sequence[int]) -> int:
    width = len(columns[0]) if columns else 0
    return len(rows) - len(_without(_units(rows, width), columns))


def _units(rows: Iterable[int], width: int) -> list[Combination]:
    return [tuple(int(place == row) for place in range(width)) for row in rows]

"""What every file is turned into before anybody asks what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

# Beyond, a file is refused whole: nobody looks through more differences than these.
MAX_ROWS = 20_000
MAX_COLUMNS = 100
# What stands in place of a letter that no known encoding gives.
UNREADABLE = "\ufffd"


class TableRefused(ValueError):
    """A file of which no table can be read; ``key`` says why, in words of `wording`."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True)
class Line:
    """One row of a file: its number there, counted from 1, and the text of its cells."""

    number: int
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        return self.cells[index] if index < len(self.cells) else ""

    @property
    def is_readable(self) -> bool:
        """Whether every letter could be read."""
        return not any(UNREADABLE in cell for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """The row of headings, and the filled rows below it."""

    head: Line
    rows: tuple[Line, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        return self.head.cells

    @property
    def signature(self) -> str:
        """What tells files with the same headings from others."""
        text = "\n".join(heading.casefold() for heading in self.headings)
        return hashlib.sha256(text.encode()).hexdigest()


def filled(lines: Iterable[Line]) -> list[Line]:
    """Return the rows that say anything, and refuse a file with too many of them."""
    found = []
    for line in lines:
        if not any(line.cells):
            continue
        found.append(line)
        if len(found) > MAX_ROWS:
            raise TableRefused("rows", limit=MAX_ROWS)
    return found

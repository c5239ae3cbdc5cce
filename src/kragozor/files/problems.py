"""What is wrong with a file: each problem is one line that says where, what and what else.

A reader gathers every problem before it refuses, so that a user corrects a file once.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from kragozor.files.limits import MAX_BYTES, MEGABYTE
from kragozor.instruments.inventory import Place
from kragozor.words import Message, say

LIMIT = 200
SHOWN_LENGTH = 60

Found = str | float


@dataclass(frozen=True)
class Spot:
    """Where a fact stands in a file, in the file's own words.

    In a workbook: the sheet's title, Excel's row number, the heading as its user sees it and
    the cell; ``is_line`` on the sheets where a fact is a line and not a column. In a JSON file
    ``cell`` alone holds the path of the value. Nothing where the facts come from a form.
    """

    sheet: str = ""
    row: int | None = None
    column: str = ""
    cell: str = ""
    is_line: bool = False

    def text(self, language: str) -> str:
        """Return the place in words, as precisely as it is known."""
        if not self.sheet:
            return self.cell
        values = {"sheet": self.sheet, "row": str(self.row), "column": self.column}
        message = Message(f"files.where.{self._precision()}", {**values, "cell": self.cell})
        return say(message, language)

    def _precision(self) -> str:
        if self.row is None:
            return "column" if self.column else "sheet"
        if not self.column:
            return "bare" if self.cell else "row"
        if not self.cell:
            return "field"
        return "line" if self.is_line else "cell"


Locate = Callable[[Place], Spot]


def nowhere(place: Place) -> Spot:
    """Locate facts that stand in no file, such as those of a form."""
    return Spot()


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: the sentence, where it holds, what was found and expected.

    The braces ``{found}`` and ``{expected}`` of the sentence are filled from here.
    """

    message: Message
    spot: Spot = Spot()
    found: Found = ""
    expected: Message | Found = ""
    place: Place | None = None

    @property
    def sheet(self) -> str:
        """The title of the sheet, empty outside a workbook."""
        return self.spot.sheet

    @property
    def row(self) -> int | None:
        """The number of the row as Excel counts it."""
        return self.spot.row

    @property
    def column(self) -> str:
        """The heading as the user sees it."""
        return self.spot.column

    @property
    def cell(self) -> str:
        """The cell, such as ``C7``, or the path in a JSON file."""
        return self.spot.cell

    def sentence(self, language: str) -> str:
        """Return what is wrong, without the place: for a note beside the value itself."""
        values = {**self.message.values, "found": self.found, "expected": self.expected}
        said = say(Message(self.message.key, values), language)
        return said[:1].upper() + said[1:]

    def text(self, language: str) -> str:
        """Return the one line that says where, what was found and what is expected."""
        where, said = self.spot.text(language), self.sentence(language)
        return f"{where}: {said[:1].lower()}{said[1:]}" if where else said


class Unreadable(ValueError):
    """A raw value that no field takes, with what was found and what is expected."""

    def __init__(self, key: str, found: object = "", expected: Message | Found = "") -> None:
        self.problem = Problem(Message(f"files.{key}"), found=shown(found), expected=expected)
        super().__init__(self.problem.text("en"))

    def at(self, place: Place, locate: Locate = nowhere) -> Problem:
        """Return the problem with its place."""
        return replace(self.problem, spot=locate(place), place=place)


class FileRefused(ValueError):
    """A file that was not taken, with everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        # One cell may stand beside several numbers: its fault is told once. Facts that stand in
        # no file have places alone, and each place is told.
        unique = {
            (problem.text("en"), None if problem.spot.text("en") else problem.place): problem
            for problem in problems
        }
        self.problems = _capped(tuple(unique.values()))
        super().__init__("\n".join(self.lines("en")))

    def lines(self, language: str) -> list[str]:
        """Return one line for each problem."""
        return [problem.text(language) for problem in self.problems]

    @property
    def is_markable(self) -> bool:
        """Whether the errors can be marked in the cells of the user's own workbook."""
        return any(problem.sheet for problem in self.problems)


def refusal(key: str, **values: object) -> FileRefused:
    """Return the refusal of a whole file for one reason."""
    found, expected = values.pop("found", ""), values.pop("expected", "")
    message = Message(f"files.{key}", values)
    return FileRefused([Problem(message, found=shown(found), expected=shown(expected))])


def check_size(size: int) -> None:
    """Refuse a file that is too large, before anything of it is parsed."""
    if size > MAX_BYTES:
        found = math.ceil(size / MEGABYTE * 10) / 10
        raise refusal("file.too_large", found=found, limit=MAX_BYTES // MEGABYTE)


def shown(raw: object) -> Found:
    """Return a raw value as a problem quotes it: numbers as they are, text on one short line."""
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        is_plain = raw == 0 or 1e-9 < abs(raw) < 1e18
        return raw if is_plain else f"{raw:g}" if isinstance(raw, float) else _short(str(raw))
    if isinstance(raw, dt.datetime):
        raw = raw.date()
    text = "".join(c if c.isprintable() else " " for c in str(raw))
    return _short(" ".join(text.split()))


def _short(text: str) -> str:
    return text if len(text) <= SHOWN_LENGTH else f"{text[: SHOWN_LENGTH - 1]}…"


def _capped(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    # A last line that says "one more" would take the room of the one.
    if len(problems) <= LIMIT + 1:
        return problems
    hidden = len(problems) - LIMIT
    return (*problems[:LIMIT], Problem(Message("files.file.more", {"count": hidden})))

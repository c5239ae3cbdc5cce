"""The operations of recovery (R1–R13) and disposal (D1–D15), and their place in the hierarchy.

Annexes I and II to Directive 2008/98/EC name the operations; its Article 4 orders what may be
done with waste. It does not say which operation stands where: that is judged here, and where the
judgement may be disputed, or an operation is interim and has no place, its note says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from kragozor.instruments.reference import table
from kragozor.instruments.reference.entries import Entry, entry_of
from kragozor.words import Message


class Hierarchy(StrEnum):
    """The steps of the waste hierarchy, the best first."""

    PREVENTION = "prevention"
    PREPARING_FOR_REUSE = "preparing-for-reuse"
    RECYCLING = "recycling"
    OTHER_RECOVERY = "other-recovery"
    DISPOSAL = "disposal"

    @property
    def rank(self) -> int:
        """The number of the step, 1 for the best."""
        return list(Hierarchy).index(self) + 1

    @property
    def label(self) -> Message:
        """What the step is called, to be said in the reader's language."""
        return Message(f"choices.Hierarchy.{self.value}")


@dataclass(frozen=True)
class Operation(Entry):
    """An operation; it has no place in the hierarchy where it only comes before another one."""

    short_bg: str
    short_en: str
    hierarchy: Hierarchy | None
    note_bg: str
    note_en: str

    @property
    def is_recovery(self) -> bool:
        """Whether it is an operation of recovery, and not of disposal."""
        return self.code.startswith("R")

    @property
    def is_interim(self) -> bool:
        """Whether another operation has to follow."""
        return self.hierarchy is None

    @property
    def note(self) -> Message:
        """What there is to know about its place in the hierarchy; empty of most."""
        return Message("instruments.either", {"bg": self.note_bg, "en": self.note_en})

    @property
    def named(self) -> Message:
        """The code with its name in short, to be said in the reader's language."""
        short = Message("instruments.either", {"bg": self.short_bg, "en": self.short_en})
        return Message("instruments.code.named", {"code": self.code, "title": short})


def operations() -> tuple[Operation, ...]:
    """Return the 28 operations, recovery first.

    Examples
    --------
    >>> [each.code for each in operations() if each.is_interim]
    ['R12', 'R13', 'D13', 'D14', 'D15']
    """
    return tuple(by_code().values())


def operation(code: str) -> Operation:
    """Return the operation of a code.

    Raises
    ------
    OutOfRange
        There is no such operation.

    Examples
    --------
    >>> operation("R3").hierarchy, operation("D1").hierarchy.rank
    (<Hierarchy.RECYCLING: 'recycling'>, 5)
    """
    return entry_of(by_code(), code, "no-such-operation")


def nearest(code: str) -> str | None:
    """Return the operation that a wrong code may stand for: the last of its annex, or none.

    Examples
    --------
    >>> nearest("R14"), nearest("D0"), nearest("X3")
    ('R13', 'D1', None)
    """
    kind, number = code[:1], code[1:]
    numbers = {int(each[1:]): each for each in by_code() if each[0] == kind}
    if not numbers or not number.isdecimal():
        return None
    return numbers[min(numbers, key=lambda each: abs(each - int(number)))]


@cache
def by_code() -> Mapping[str, Operation]:
    """Return every operation by its code, in the order of the annexes.

    Examples
    --------
    >>> list(by_code())[:3]
    ['R1', 'R2', 'R3']
    """
    return {
        row["code"]: Operation(
            row["code"],
            row["name_bg"],
            row["name_en"],
            row["short_bg"],
            row["short_en"],
            Hierarchy(row["hierarchy"]) if row["hierarchy"] else None,
            row["note_bg"],
            row["note_en"],
        )
        for row in table("operations")
    }

"""The value of an indicator on one day, with what it is made up of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One line of what makes up a value, in words for the page."""

    label: str
    text: str


@dataclass(frozen=True)
class Value:
    """A number, or nothing: what has not begun is undefined, and not zero."""

    number: float | None
    parts: tuple[Part, ...] = ()

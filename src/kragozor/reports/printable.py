"""Text that can be printed: only characters that Sofia Sans has, no word wider than its cell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from kragozor.drawing.text import advances

UNPRINTABLE = "?"
LONGEST_WORD = 28
SOFT_HYPHEN = "\u00ad"

_OVERLONG = re.compile(rf"[^\s/{SOFT_HYPHEN}-]{{{LONGEST_WORD + 1},}}")


class Markup(str):
    """Text for a machine, a picture or a formula: its words may not be broken."""

    __slots__ = ()


def printable(value: Any) -> Any:
    """Return data with every text in it made printable.

    Examples
    --------
    >>> printable({"material": ("PET 🙂", "и\\u0306\\n")})
    {'material': ['PET ?', 'й ']}
    """
    if isinstance(value, str):
        return printable_text(value)
    if isinstance(value, Mapping):
        return {name: printable(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [printable(item) for item in value]
    return value


def printable_text(text: str) -> str:
    """Return one text; what the font lacks is a question mark, a long word may be hyphenated."""
    shown = within_font(text)
    return shown if isinstance(text, Markup) else _OVERLONG.sub(_hyphenated, shown)


def within_font(text: str) -> str:
    """Return a text of characters that the font has; marks that show nothing are dropped."""
    font = advances(False)
    if all(character in font for character in text):
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(_within(character, font) for character in composed)


def _within(character: str, font: Mapping[str, float]) -> str:
    if character in font:
        return character
    if character.isspace() or unicodedata.category(character) == "Cc":
        return " "
    return "" if unicodedata.category(character) in ("Cf", "Mn") else UNPRINTABLE


def _hyphenated(match: re.Match[str]) -> str:
    word = match.group()
    parts = [word[start : start + LONGEST_WORD] for start in range(0, len(word), LONGEST_WORD)]
    return SOFT_HYPHEN.join(parts)

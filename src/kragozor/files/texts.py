"""What a text may hold: letters that are seen, and nothing that hides or turns them."""

from __future__ import annotations

import re
import unicodedata

# Letters and signs that show nothing, though Unicode counts them among what is seen.
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
# Marks that turn the direction of writing can make a text look like another one.
_DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def one_line(text: str) -> str:
    """Return a text with its breaks and tabs as spaces.

    Examples
    --------
    >>> one_line(" two\\nlines ")
    'two lines'
    """
    return re.sub(r"[\t\r\n]+", " ", text).strip()


def is_plain(text: str) -> bool:
    """Return whether a text is free of controls, and of marks that turn its direction.

    Examples
    --------
    >>> is_plain("PET 0,5 l"), is_plain("\\u202eTEP")
    (True, False)
    """
    return not any(_is_control(character) for character in text)


def shows_something(text: str) -> bool:
    """Return whether anything of a text is seen; an accent alone is not.

    Examples
    --------
    >>> shows_something("№ 5"), shows_something("\\u200b\\u2800")
    (True, False)
    """
    return any(map(_is_seen, text))


def trimmed(text: str) -> str:
    """Return a text that shows something without what shows nothing at its ends.

    Examples
    --------
    >>> trimmed("\\u200bPET\\u00a0")
    'PET'
    """
    shown = [i for i, character in enumerate(text) if not _is_empty(character)]
    return text[shown[0] : shown[-1] + 1]


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNPS" and character not in _FILLERS


def _is_empty(character: str) -> bool:
    return unicodedata.category(character) in ("Cf", "Zs", "Zl", "Zp") or character in _FILLERS


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Cn") or character in _DIRECTION_MARKS

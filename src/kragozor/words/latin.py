"""Bulgarian in Latin letters, as the Transliteration Act sets it."""

from __future__ import annotations

import re
from types import MappingProxyType

# Закон за транслитерацията, чл. 4-6 (ДВ, бр. 19 от 2009 г.).
LETTERS = MappingProxyType(
    {"а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i"}
    | {"й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s"}
    | {"т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht"}
    | {"ъ": "a", "ь": "y", "ю": "yu", "я": "ya"}
)
COUNTRY = {"българия": "bulgaria"}
_WORD = re.compile(r"[а-ъьюя]+", re.IGNORECASE)


def latin(text: str) -> str:
    """Return the text with its Bulgarian words in Latin letters; all else stays as it is.

    Examples
    --------
    >>> latin("Област София, България: Жеравна и Щърково")
    'Oblast Sofia, Bulgaria: Zheravna i Shtarkovo'
    """
    return _WORD.sub(lambda word: _latin_word(word[0]), text)


def _latin_word(word: str) -> str:
    lower = word.lower()
    written = COUNTRY.get(lower) or _letters(lower)
    if len(word) > 1 and word.isupper():
        return written.upper()
    return written.capitalize() if word[0].isupper() else written


def _letters(word: str) -> str:
    """Write letter for letter, but a closing „ия“ as *ia*, not *iya*."""
    if word.endswith("ия"):
        return _letters(word[:-2]) + "ia"
    return "".join(LETTERS[letter] for letter in word)

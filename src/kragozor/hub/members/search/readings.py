"""Bulgarian words that people write in Latin letters, each in a way of their own.

The Transliteration Act writes „ъ“ as *a*; on keyboards without Cyrillic it is *u* or *y* as
often. And only a word in Cyrillic has stems, so a query in Latin letters is read back first.
"""

from __future__ import annotations

import re

# The longest first, so that *sht* is one letter. What no Bulgarian word has, such as *w* or a
# *c* by itself, is not here: such a word is of another language.
CYRILLIC = (
    {"sht": "щ", "zh": "ж", "ts": "ц", "ch": "ч", "sh": "ш", "yu": "ю", "ya": "я"}
    | {"a": "а", "b": "б", "v": "в", "g": "г", "d": "д", "e": "е", "z": "з", "i": "и", "y": "й"}
    | {"k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т"}
    | {"u": "у", "f": "ф", "h": "х"}
)
SYLLABLE = re.compile("|".join(CYRILLIC))
READABLE = re.compile(f"(?:{SYLLABLE.pattern})+")
MAY_BE_ER = re.compile(r"(?<=[^аеиоуъюя])[уй](?=[^аеиоуъюя])")


def readings(word: str) -> tuple[str, ...]:
    """Return the words in Cyrillic that a small Latin word may stand for; none if it cannot.

    Examples
    --------
    >>> readings("vulna"), readings("valneni"), readings("wool")
    (('вулна', 'вълна'), ('валнени',), ())
    """
    if not READABLE.fullmatch(word):
        return ()
    read = SYLLABLE.sub(lambda found: CYRILLIC[found[0]], word)
    return tuple(dict.fromkeys((read, MAY_BE_ER.sub("ъ", read))))

"""The stems of Bulgarian words: what is left without article, number and gender.

After the light stemmer of Jacques Savoy, “Searching strategies for the Bulgarian language”,
Information Retrieval 10 (2007), 509-529. It differs where the paper's rules part forms of one
word: an ending that may be read in two ways gives both stems („-та“, „-ци“, „-зи“, „-си“), an
article is taken off only after the vowel it goes with, „я“ that becomes „е“ is „е“ at once, „-та“
of a neuter plural may have another one behind it („парчетата“), and a final „й“ is left out, as
the plural leaves it out („музей“, „музеи“).
"""

from __future__ import annotations

import re

SHORTEST = 4
# The ending, and the shortest word it is taken from.
ARTICLES = (("ият", 7), ("ът", 5), ("ото", 6), ("ето", 6), ("ите", 6), ("ете", 6), ("ят", 5))
# What an article leaves behind of the word before it.
KEPT_OF_ARTICLE = {"ото": "о", "ето": "е", "ите": "и", "ете": "е", "ят": "й"}
MAY_BE_ARTICLE = re.compile(r"[^иоуъю]та$")
PLURALS = (("ища", ""), ("ове", ""), ("еве", ""))
# Before „и“ a final к, г or х of the singular has changed, or the consonant is the word's own.
SOFTENED = {"ци": ("ц", "к"), "зи": ("з", "г"), "си": ("с", "х")}
ENDING = re.compile(r"(?:и[еяи]|[аоеияй])$")
FLEETING = re.compile(r"(?:е(?=[нц]$)|ъ(?=[^аеиоуъюя]$))")
YAT = re.compile(r"я(?=[^аеиоуъюя]{1,2}$)")


def stems(word: str) -> tuple[str, ...]:
    """Return the one or two stems of a Bulgarian word in small letters.

    Examples
    --------
    >>> [stems(word) for word in ("отпадък", "отпадъци", "отпадъкът")]
    [('отпадк',), ('отпадц', 'отпадк'), ('отпадк',)]
    """
    if len(word) < SHORTEST:
        return (_core(word),)
    found = [_core(stem) for form in _without_article(word) for stem in _without_ending(form)]
    return tuple(dict.fromkeys(found))


def _without_article(word: str) -> tuple[str, ...]:
    for article, shortest in ARTICLES:
        if len(word) >= shortest and word.endswith(article):
            return (word[: -len(article)] + KEPT_OF_ARTICLE.get(article, ""),)
    if len(word) > 5 and MAY_BE_ARTICLE.search(word):
        return (word[:-2], word, *([word[:-4]] if word.endswith("етата") else []))
    return (word,)


def _without_ending(form: str) -> tuple[str, ...]:
    """Take off the ending of the plural, else that of gender."""
    if len(form) < SHORTEST:
        return (form,)
    for plural, singular in PLURALS:
        if len(form) > len(plural) + 2 and form.endswith(plural):
            return (form[: -len(plural)] + singular,)
    if form[-2:] in SOFTENED and len(form) > SHORTEST:
        return tuple(form[:-2] + last for last in SOFTENED[form[-2:]])
    return (ENDING.sub("", form) or form,)


def _core(stem: str) -> str:
    """Undo what changes inside a stem: the vowel that comes and goes, „я“ beside „е“."""
    if len(stem) > SHORTEST:
        stem = FLEETING.sub("", stem)
    return YAT.sub("е", stem)

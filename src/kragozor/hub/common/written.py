"""What people wrote in Bulgarian, in English or in both, as a page in one language shows it."""

from __future__ import annotations

from kragozor.hub.common.languages import language
from kragozor.words.latin import latin


class Written(str):
    """A text that knows which language it is in: a page says so where it is not its own."""

    __slots__ = ("language",)
    language: str


def written(bulgarian: str, english: str) -> Written:
    """Return the text in the language of the page, in the other one where there is only that."""
    texts = {"bg": bulgarian, "en": english}
    wanted = language()
    other = "bg" if wanted == "en" else "en"
    found = other if texts[other] and not texts[wanted] else wanted
    text = Written(texts[found])
    text.language = found
    return text


def spelled(name: str) -> str:
    """Return a Bulgarian name in the letters of the page."""
    return latin(name) if language() == "en" else name

"""What people wrote in Bulgarian and perhaps in English too, as a page in one language shows it."""

from __future__ import annotations

from django.utils.translation import get_language


class Written(str):
    """A text that knows which language it is in: a page says so where it is not its own."""

    __slots__ = ("language",)
    language: str


def written(bulgarian: str, english: str) -> Written:
    """Return the text for the language of the page; Bulgarian where there is no English."""
    is_english = get_language() == "en" and bool(english)
    text = Written(english if is_english else bulgarian)
    text.language = "en" if is_english else "bg"
    return text

"""The languages people say they speak, by their codes in ISO 639-1, named in the page's own."""

from collections.abc import Iterable

from babel import Locale
from django.utils.translation import get_language

SPOKEN = (
    *("bg", "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs"),
    *("el", "ro", "sr", "mk", "hr", "tr", "ru", "uk", "zh"),
)


def language_names(codes: Iterable[str] = SPOKEN) -> list[tuple[str, str]]:
    """Return each code with the name of its language."""
    names = Locale.parse(get_language()).languages
    return [(code, names.get(code, code)) for code in codes]

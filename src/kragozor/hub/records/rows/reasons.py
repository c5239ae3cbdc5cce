"""Why a row is refused, said in both languages: whoever reads it later may use the other one."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import override

Reason = dict[str, object]


def reason(say: Callable[[], str], column: str = "", found: str = "") -> Reason:
    """Return a reason: the column it is about, what stands there, and the sentence."""
    return {"column": column, "found": found, "said": in_each_language(say)}


def in_each_language(say: Callable[[], str]) -> dict[str, str]:
    """Return what a function says in each language of the site."""
    said = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            said[code] = str(say())
    return said


def refusal(reader: Callable[[], object]) -> str:
    """Return the sentence with which a reader refuses; names in it are of the language of now."""
    try:
        reader()
    except ValidationError as error:
        return " ".join(error.messages)
    return ""

"""The pictures of a result, drawn once when it is measured, in each language."""

from __future__ import annotations

from kragozor.instruments.result import Assessment
from kragozor.reports.pictures import pictures as drawn
from kragozor.reports.view import assessment_view
from kragozor.words import LANGUAGES


def pictures(measured: Assessment) -> dict[str, dict[str, str]]:
    """Return the SVG of every picture, by language and name."""
    return {language: _pictures(measured, language) for language in LANGUAGES}


def _pictures(measured: Assessment, language: str) -> dict[str, str]:
    view = assessment_view(measured, language)
    wide, narrow = (drawn(view, measured.inventory, narrow=each) for each in (False, True))
    found = {name: picture.svg for name, picture in wide.items()}
    return found | {
        f"{name}_narrow": picture.svg for name, picture in narrow.items() if name != "ring"
    }

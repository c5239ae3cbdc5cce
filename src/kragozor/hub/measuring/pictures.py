"""The pictures of a result, drawn once when it is measured, in each language."""

from __future__ import annotations

from kragozor.drawing.pictures import inventory_picture
from kragozor.instruments.result import Assessment
from kragozor.reports.pictures import pictures as drawn
from kragozor.reports.view import assessment_view
from kragozor.words import LANGUAGES, entry


def pictures(measured: Assessment) -> dict[str, dict[str, str]]:
    """Return the SVG of every picture, by language and name."""
    return {language: _pictures(measured, language) for language in LANGUAGES}


def _pictures(measured: Assessment, language: str) -> dict[str, str]:
    inventory = measured.inventory
    made = drawn(assessment_view(measured, language), inventory)
    found = {name: picture.svg for name, picture in made.items()}
    if "flows" in found:
        title = entry("reports.document.flows", language)
        found["flows_narrow"] = inventory_picture(inventory, language, title=title, narrow=True)
    return found

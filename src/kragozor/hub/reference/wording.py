"""How values of the table are called and written on a page."""

from __future__ import annotations

from kragozor.hub.common.languages import language
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.parameters import Name
from kragozor.words import say

ANYWHERE = "-"


def parameter_choices() -> list[tuple[str, str]]:
    """Return each parameter with its name, which holds its symbol, in the page's language."""
    return [(name.value, say(name.label, language())) for name in Name]


def symbol(name: Name) -> str:
    """Return the letter of a parameter as plain text."""
    return name.symbol.replace("_", "")


def unit(name: Name) -> str:
    """Return the unit of a parameter."""
    return indicator("cff").inputs[name.value].unit

"""How values of the table are called and written on a page."""

from __future__ import annotations

import re

from kragozor.hub.common.languages import language
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.parameters import Name
from kragozor.words import say

ANYWHERE = "-"


def parameter_choices() -> list[tuple[str, str]]:
    """Return each parameter by its symbol and its name, in the page's language.

    The symbol comes first: a narrow list cuts the end of a name.
    """
    return [(name.value, f"{symbol(name)} · {named(name)}") for name in Name]


def named(name: Name) -> str:
    """Return the name of a parameter without the symbol that stands behind it in brackets."""
    return re.sub(r" \([^()]*\)$", "", say(name.label, language()))


def symbol(name: Name) -> str:
    """Return the letter of a parameter as plain text."""
    return name.symbol.replace("_", "")


def unit(name: Name) -> str:
    """Return the unit of a parameter."""
    return indicator("cff").inputs[name.value].unit

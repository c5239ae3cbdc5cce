"""Write docs/nomenclature.md from the catalogue of indicators: every symbol, name and unit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kragozor.instruments.indicators.catalogue import indicators
from kragozor.instruments.indicators.entries import Indicator, Input, ValueEntry
from kragozor.words import say

PAGE = Path(__file__).resolve().parents[1] / "docs" / "nomenclature.md"
INTRODUCTION = """# Nomenclature

Every quantity of the indicators: its symbol in formulas, its name in files and in code, and its
unit. Shares are fractions from 0 to 1; masses are in kg, energy in MJ, volume in m³, time in
years (a), money in EUR. A symbol with the index *i*, *j*, *p* or *R* is one item of a list; the
index *i* after any other symbol is one part of a product. `python -m update.nomenclature` writes
this page from the catalogue of indicators.
"""
HEAD = (
    "| symbol | name | unit | in English | на български |",
    "|---|---|---|---|---|",
)


def page() -> str:
    """Return the whole page."""
    return "\n".join([INTRODUCTION, *(section(entry) for entry in indicators())])


def section(entry: Indicator) -> str:
    """Return the table of one indicator."""
    title = f"## {say(entry.framework, 'en')}"
    note = f"`{entry.id}`, version {entry.version}. {say(entry.source, 'en')}."
    return "\n".join([title, "", note, "", *HEAD, *map(row, quantities(entry)), ""])


def quantities(entry: Indicator) -> Iterator[tuple[str, Input | ValueEntry]]:
    """Yield each quantity once with its name: inputs, items of lists, then values."""
    seen = set()
    for name, quantity in [*_inputs(entry), *entry.values.items()]:
        if quantity.symbol and quantity.symbol not in seen:
            seen.add(quantity.symbol)
            yield name, quantity


def row(named: tuple[str, Input | ValueEntry]) -> str:
    """Return one line of a table."""
    name, quantity = named
    base, _, index = quantity.symbol.partition("_")
    symbol = f"*{base}*<sub>{index.replace('_', ',')}</sub>" if index else f"*{base}*"
    labels = (say(quantity.label, language) for language in ("en", "bg"))
    return f"| {symbol} | `{name}` | {quantity.unit or '–'} | {' | '.join(labels)} |"


def _inputs(entry: Indicator) -> Iterator[tuple[str, Input]]:
    for asked in entry.inputs.values():
        yield asked.name, asked
        if asked.name != "parts":
            yield from ((f"{asked.name}[].{item.name}", item) for item in asked.items.values())


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")

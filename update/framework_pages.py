"""Write the last section of each page in docs/frameworks: every value with its formula.

People write the pages; the formulas are those of the catalogue, by which the values are computed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kragozor.instruments.formula import as_text
from kragozor.instruments.indicators.catalogue import indicators
from kragozor.instruments.indicators.entries import Indicator, ValueEntry

PAGES = Path(__file__).resolve().parents[1] / "docs" / "frameworks"
TITLE = "## Every value, as it is computed"
INTRODUCTION = """The names are those of `kragozor compute` and of JSON, the formulas those of the
catalogue; the [nomenclature](../nomenclature.md) says what each symbol means."""


def page_of(entry: Indicator) -> Path:
    """Return where the page of an indicator is."""
    return PAGES / f"{entry.id}.md"


def written(page: str, entry: Indicator) -> str:
    """Return a page with its last section as the catalogue has it now."""
    told = page.partition(f"\n{TITLE}\n")[0].rstrip("\n")
    return "\n".join([told, "", TITLE, "", INTRODUCTION, "", *_table(entry), ""])


def _table(entry: Indicator) -> Iterator[str]:
    yield from ("| value | formula | unit |", "|---|---|---|")
    for value in entry.values.values():
        formulas = "<br>".join(_formulas(value))
        yield f"| `{value.name}` | {formulas} | {value.unit or '–'} |"


def _formulas(value: ValueEntry) -> Iterator[str]:
    yield _formula(value, value.formula)
    if value.of_parts:
        yield f"of parts: {_formula(value, value.of_parts)}"
    for choice, formula in value.formulas.items():
        yield f"{choice}: {_formula(value, formula)}"


def _formula(value: ValueEntry, formula: str) -> str:
    return f"`{as_text(formula, left=value.symbol, language='en')}`"


if __name__ == "__main__":
    for one in indicators():
        path = page_of(one)
        path.write_text(written(path.read_text("utf-8"), one), "utf-8")

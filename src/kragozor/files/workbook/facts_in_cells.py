"""Which cell of a row holds what of a number: itself, its quality, its source, its spread."""

from __future__ import annotations

from kragozor.files.aspects import distribution_text
from kragozor.files.facts import Row
from kragozor.files.workbook.columns import Column
from kragozor.instruments.inventory import Quantity


def column_value(column: Column, row: Row, leading: Quantity, language: str) -> object:
    """Return what stands in a column of a row whose leading number gives quality and source."""
    if column.weight == "beside":
        return aspect_value(leading, column.key, language)
    if column.owner is None:
        value = getattr(row, column.field.name)
        return value.value if isinstance(value, Quantity) else value
    quantity = getattr(row, column.owner.name)
    if quantity is None:
        return None
    if column.field.name != "distribution" and _is_known_alike(quantity, leading):
        return None
    return aspect_value(quantity, column.field.name, language)


def aspect_value(quantity: Quantity, aspect: str, language: str) -> object:
    """Return the quality, the source or the distribution of a number as a cell shows it."""
    if aspect == "grade":
        return quantity.grade
    if aspect == "source":
        return quantity.source or None
    spread = quantity.distribution
    return distribution_text(spread, language) if spread else None


def _is_known_alike(quantity: Quantity, leading: Quantity) -> bool:
    return (quantity.grade, quantity.source) == (leading.grade, leading.source)

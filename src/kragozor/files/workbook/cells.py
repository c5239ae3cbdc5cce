"""Write facts into cells as what they are: text stays text, whatever it begins with."""

from __future__ import annotations

from enum import Enum
from typing import Any

from kragozor.files.fields import Field
from kragozor.words import entry


def write_text(cell: Any, text: str) -> None:
    """Write text that no program takes for a formula, a number or an error."""
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text[:1] in ("=", "+", "-", "@", "'")


def write_value(cell: Any, field: Field, value: object, language: str) -> None:
    """Write the value of a field, choices in words."""
    if value is None:
        return
    if isinstance(value, str) and field.table:
        write_text(cell, field.words(language).get(value, value))
    elif isinstance(value, str) and not isinstance(value, Enum) and field.choices is None:
        write_text(cell, value)
    elif field.form == "flag":
        write_text(cell, entry(f"choices.Flag.{'yes' if value else 'no'}", language))
    elif field.choices is not None:
        write_text(cell, field.words(language)[str(value)])
    elif isinstance(value, float):
        write_number(cell, value)
    else:
        cell.value = value


def write_number(cell: Any, number: float) -> None:
    """Write a number so that the very same one is read back."""
    cell.value = number
    if float(f"{number:.16g}") != number:
        # openpyxl writes 16 digits, which for some numbers is one too few.
        cell.value = repr(number)
        cell.data_type = "n"

"""Write facts into cells as what they are: text stays text, whatever it begins with."""

from __future__ import annotations

import datetime as dt
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
    if isinstance(value, str) and not isinstance(value, Enum) and field.choices is None:
        write_text(cell, value)
    elif field.form == "flag":
        write_text(cell, entry(f"choices.Flag.{'yes' if value else 'no'}", language))
    elif field.choices is not None:
        write_text(cell, field.words(language)[str(value)])
    else:
        cell.value = _number(value)


def _number(value: object) -> object:
    """Show whole numbers as such; a spreadsheet keeps every number as a float anyway."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    assert isinstance(value, (int, float, dt.date))
    return value

"""What a person sent by a form, as raw facts: normal where it can be read, else as typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kragozor.files.facts import row_facts, row_read
from kragozor.files.fields import Field, section

Posted = Mapping[str, str]
Raw = dict[str, Any]

# Far more than any field takes, so that what is too long is still refused in words.
LENGTH = 4000


def row_posted(name: str, posted: Posted) -> Raw:
    """Return a row of a section from a form."""
    fields = section(name).fields
    values = {field.name: _field(field, posted) for field in fields}
    raw = {field: value for field, value in values.items() if value not in (None, "")}
    row, _problems = row_read(name, raw)
    return raw if row is None else row_facts(row)


def _field(field: Field, posted: Posted) -> Any:
    if field.is_quantity:
        return _quantity(field, posted)
    text = _text(posted, field.name)
    if field.form == "flag" and text:
        return text == "yes"
    return text


def _quantity(field: Field, posted: Posted) -> Raw | None:
    """A grade alone is no number: the list always has one chosen."""
    parts = {
        part: text
        for part in ("value", "source", "distribution")
        if (text := _text(posted, field.name if part == "value" else f"{field.name}.{part}"))
    }
    if not parts:
        return None
    return {**parts, "grade": _text(posted, f"{field.name}.grade") or "estimated"}


def _text(posted: Posted, name: str) -> str:
    """Return what was typed; PostgreSQL stores no NUL, so a mark stands in its place."""
    return posted.get(name, "").replace("\0", "\ufffd").strip()[:LENGTH]

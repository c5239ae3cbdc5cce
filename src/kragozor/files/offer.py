"""What of the table of fields is asked for: what a pillar needs, and what is declared already."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from kragozor.files.fields import Section, sections
from kragozor.instruments.inventory import Inventory, Pillar


def section_asked(
    declared: Section, pillar: Pillar | None, is_filled: Callable[[str], bool]
) -> Section:
    """Return a section with only the fields that are for the pillar or hold something.

    Examples
    --------
    >>> from kragozor.files.fields import section
    >>> asked = section_asked(section("inflows"), Pillar.PLASTICS, {"potassium"}.__contains__)
    >>> [field.name for field in asked.fields][-2:]
    ['recycled_from', 'potassium']
    """
    fields = tuple(f for f in declared.fields if f.is_for(pillar) or is_filled(f.name))
    return replace(declared, fields=fields)


def section_of_rows(declared: Section, pillar: Pillar, rows: Iterable[object]) -> Section:
    """Return a section with only the fields that are for the pillar or that any row declares."""
    filled = {name for row in rows for name, value in vars(row).items() if _is_filled(value)}
    return section_asked(declared, pillar, filled.__contains__)


def sections_asked(pillar: Pillar, inventory: Inventory | None = None) -> tuple[Section, ...]:
    """Return the sections that are for the pillar or hold something in an inventory."""
    return tuple(s for s in sections() if s.is_for(pillar) or rows_of(s, inventory))


def rows_of(declared: Section, inventory: Inventory | None) -> tuple[object, ...]:
    """Return the rows of a section; one that has none is its own row where it holds anything."""
    if inventory is None:
        return ()
    content = getattr(inventory, declared.name)
    if declared.many:
        return tuple(content)
    return (content,) if any(map(_is_filled, vars(content).values())) else ()


def _is_filled(value: object) -> bool:
    return value not in (None, "", False)

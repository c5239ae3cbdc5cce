"""The single things that a framework looks at, such as formats of packaging, as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kragozor.instruments.indicators.catalogue import indicator
from kragozor.words import say

if TYPE_CHECKING:
    from kragozor.reports.figures import Figure, Framework


@dataclass(frozen=True)
class ItemTable:
    """Items that one indicator reads: a line for each, a column for each of its values.

    ``heads`` are what the columns are called, ``names`` the values that stand in them. ``tab`` is
    the title where there is little room: of a variant, what makes it one.
    """

    title: str
    tab: str
    source: str
    heads: tuple[str, ...]
    names: tuple[str, ...]
    items: tuple[Framework, ...]

    @property
    def rows(self) -> Iterator[tuple[Framework, tuple[Figure, ...]]]:
        """Yield each item with its figures in the order of the columns."""
        for item in self.items:
            yield item, tuple(item.figure(name) for name in self.names)

    @property
    def cells(self) -> Iterator[tuple[Framework, tuple[tuple[str, Figure], ...]]]:
        """Yield each item with its figures, each beside the head of its column."""
        for item, figures in self.rows:
            yield item, tuple(zip(self.heads, figures, strict=True))


def item_tables(items: Sequence[Framework], language: str) -> tuple[ItemTable, ...]:
    """Return the items in tables, one for each indicator, in the order in which they come."""
    by_indicator: dict[str, list[Framework]] = {}
    for item in items:
        by_indicator.setdefault(item.id, []).append(item)
    return tuple(_table(name, tuple(alike), language) for name, alike in by_indicator.items())


def _table(indicator_id: str, items: tuple[Framework, ...], language: str) -> ItemTable:
    entry = indicator(indicator_id)
    shown = [value for value in entry.values.values() if value.in_tables]
    title = say(entry.framework, language)
    variant = title.partition(": ")[2] if entry.variant else ""
    return ItemTable(
        title=title,
        tab=f"{items[0].short}, {variant}" if variant else title,
        source=say(entry.source, language),
        heads=tuple(say(value.head or value.label, language) for value in shown),
        names=tuple(value.name for value in shown),
        items=items,
    )

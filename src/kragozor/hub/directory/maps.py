"""The map of districts for a wide page and for a phone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from kragozor.drawing.district_map import district_map
from kragozor.hub.common.languages import language
from kragozor.instruments.reference import territory

# As many as there are pages of places in both languages, in both sizes.
KEPT = 160


@dataclass(frozen=True)
class Map:
    """The same map twice; the page shows the one that fits."""

    wide: SafeString
    narrow: SafeString


def map_of(counts: Mapping[str, int], title: str, selected: str | None = None) -> Map:
    """Draw how many there are in each district; each leads to its page."""
    values = tuple((one.code, counts.get(one.code, 0)) for one in territory.districts())
    wide, narrow = (_drawn(values, language(), title, selected, size) for size in (False, True))
    return Map(wide, narrow)


@lru_cache(maxsize=KEPT)
def _drawn(
    values: tuple[tuple[str, int], ...],
    language: str,
    title: str,
    selected: str | None,
    narrow: bool,
) -> SafeString:
    """Draw a map once for as long as its numbers stay; it is a picture of nothing else."""
    links = {code: reverse("directory:region", args=[code]) for code, _count in values}
    drawn = district_map(
        dict(values), language, title=title, links=links, selected=selected, narrow=narrow
    )
    return mark_safe(drawn)  # noqa: S308, our own drawing, in which every text is escaped

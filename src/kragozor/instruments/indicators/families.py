"""What entries of the catalogue have to do with each other: variants, and versions that follow.

One formula may be read in several units, as a footprint is in one category of impact after the
other: the entry then lists its ``variants``, and each has an id of its own. A framework that
follows another is an entry that says which one it ``supersedes``; the older stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kragozor.instruments.indicators.entries import Indicator

# What stands in the units of an entry for the unit of a variant.
_UNIT = "impact"

Table = Mapping[str, Any]


def variant_of(table: Table, indicator_id: str) -> Table | None:
    """Return the entry of a variant by the id of it; None where it is none of this entry.

    The entry's own id is that of its first variant.

    Examples
    --------
    >>> entry = {"id": "cff", "framework": {"bg": "", "en": "CFF"}, "variants": {
    ...     "climate-change": {"unit": "kg CO₂ eq", "bg": "", "en": "climate change"},
    ...     "acidification": {"unit": "mol H⁺ eq", "bg": "", "en": "acidification"}}}
    >>> variant_of(entry, "cff-acidification")["framework"]["en"]
    'CFF: acidification'
    >>> variant_of(entry, "cff")["framework"]["en"], variant_of(entry, "cff-noise")
    ('CFF: climate change', None)
    """
    variants = table.get("variants", {})
    first = next(iter(variants), "")
    name = first if indicator_id == table["id"] else indicator_id.removeprefix(f"{table['id']}-")
    if name not in variants:
        return table if indicator_id == table["id"] else None
    chosen = variants[name]
    called = {language: f"{words}: {chosen[language]}" for language, words in _named(table)}
    own = {"id": indicator_id, "framework": called, "variant": name}
    rest = {key: content for key, content in table.items() if key != "variants"}
    kept = table if indicator_id == table["id"] else rest
    return {**_in_unit(kept, chosen["unit"]), **own}


def variant_ids(table: Table) -> tuple[str, ...]:
    """Return the ids of an entry's variants, without that of the first, which is its own.

    Examples
    --------
    >>> variant_ids({"id": "cff", "variants": {"climate-change": {}, "acidification": {}}})
    ('cff-acidification',)
    >>> variant_ids({"id": "mci"})
    ()
    """
    return tuple(f"{table['id']}-{name}" for name in [*table.get("variants", ())][1:])


def successor(entry: Indicator, others: Iterable[Indicator]) -> Indicator | None:
    """Return the entry that supersedes this one, the last of them; None where it is current.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator, indicators
    >>> successor(indicator("cti"), indicators()) is None
    True
    """
    among = list(others)
    following = next((other for other in among if other.supersedes == entry.id), None)
    return (successor(following, among) or following) if following else None


def _named(table: Table) -> Iterable[tuple[str, str]]:
    words: Mapping[str, str] = table["framework"]
    return words.items()


def _in_unit(content: Any, unit: str) -> Any:
    """Return an entry, or a piece of it, with the unit in the place of what stands for it."""
    if not isinstance(content, Mapping):
        return content
    return {
        key: value.replace(_UNIT, unit) if key == "unit" else _in_unit(value, unit)
        for key, value in content.items()
    }

"""What refers to an organisation, in whichever app: found from the models, never listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import QuerySet

CHUNK = 500
# These say something about two organisations; they are neither's own.
ABOUT_PAIRS = frozenset({"records.Merge", "records.DistinctPair"})


def relations() -> Iterator[Any]:
    """Yield every foreign key that points to organisations, hidden ones included."""
    for found in apps.get_model("members.Organisation")._meta.get_fields(include_hidden=True):
        is_key = found.auto_created and not found.concrete and found.field.concrete
        if is_key and found.related_model._meta.label not in ABOUT_PAIRS:
            yield found


def name_of(relation: Any) -> str:
    """Return the name under which a relation is remembered."""
    return f"{relation.related_model._meta.label}.{relation.field.name}"


def words_for(relation: Any) -> str:
    """Return what its records are called, in the language of now."""
    return str(relation.related_model._meta.verbose_name_plural)


def records_of(relation: Any) -> QuerySet:
    """Return all its records, past managers that hide some or forbid to move them."""
    return QuerySet(relation.related_model)


def pointing_to(relation: Any, organisation_id: UUID) -> QuerySet:
    """Return its records that point to an organisation."""
    return records_of(relation).filter(**{relation.field.attname: organisation_id})


def pointed_to(relation: Any, keys: Iterable[UUID]) -> set[UUID]:
    """Return which of some organisations any record points to."""
    name, wanted = relation.field.attname, list(keys)
    found: set[UUID] = set()
    for start in range(0, len(wanted), CHUNK):
        some = records_of(relation).filter(**{f"{name}__in": wanted[start : start + CHUNK]})
        found |= set(some.values_list(name, flat=True))
    return found

"""Take a person out of everything: each declaration of the hub, in the order of the apps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import FileField, QuerySet

from kragozor.hub.common.personal import Personal, Subject, declarations, kept, plain

# A query names so many records; SQLite takes 32,766 values.
AT_ONCE = 10_000


@dataclass
class Erased:
    """How many records of each kind were changed, without a word about whose they were."""

    records: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return sum(self.records.values())


@transaction.atomic
def erase(subject: Subject) -> Erased:
    """Erase somebody; call it with all that is known of them (`queries.subject_of`).

    Which records are about them is settled before anything changes, since some are found by
    others: the documents on a card by its contact.
    """
    erased = Erased()
    found = [
        (one, list(one.of(subject).values_list("pk", flat=True)))
        for one in declarations()
        if one.erase is not kept
    ]
    for declared, keys in found:
        for batch in _batches(keys):
            records = plain(declared.model).filter(pk__in=batch)
            erased.records[declared.model] += records_erase(declared, records, subject)
    return erased


def records_erase(declared: Personal, found: QuerySet, subject: Subject) -> int:
    """Erase some records as declared, and from the disk the files that were theirs alone."""
    files = list(_files(declared, found))
    changed = declared.erase(found, subject)
    for column, name in files:
        if not plain(declared.model).filter(**{column.name: name}).exists():
            # Only when the change stands: a file cannot be rolled back.
            transaction.on_commit(lambda column=column, name=name: column.storage.delete(name))
    return changed


def _batches(keys: list[object]) -> Iterator[list[object]]:
    return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))


def _files(declared: Personal, found: QuerySet) -> Iterator[tuple[FileField, str]]:
    columns = [found.model._meta.get_field(name) for name in declared.fields]
    for column in columns:
        if isinstance(column, FileField):
            names = found.exclude(**{column.name: ""}).values_list(column.name, flat=True)
            yield from ((column, name) for name in names if name)

"""Take a person out of everything: each declaration of the hub, in the order of the apps."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import FileField, QuerySet

from kragozor.hub.common.personal import Personal, Subject, declarations, plain


@dataclass
class Erased:
    """How many records of each kind were changed, without a word about whose they were."""

    records: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.records.values())


@transaction.atomic
def erase(subject: Subject) -> Erased:
    """Erase somebody; call it with all that is known of them (`queries.subject_of`)."""
    erased = Erased()
    for declared in declarations():
        if changed := records_erase(declared, declared.of(subject), subject):
            erased.records[declared.model] = erased.records.get(declared.model, 0) + changed
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


def _files(declared: Personal, found: QuerySet):
    columns = [found.model._meta.get_field(name) for name in declared.fields]
    for column in columns:
        if isinstance(column, FileField):
            names = found.exclude(**{column.name: ""}).values_list(column.name, flat=True)
            yield from ((column, name) for name in names if name)

"""One file with all that is held about a person, made from the declarations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone

from kragozor.hub.common import audit
from kragozor.hub.common.personal import Personal
from kragozor.hub.privacy.models import DataExport
from kragozor.hub.privacy.models.export import KEPT
from kragozor.hub.privacy.queries import Holding, holdings, identity_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kragozor.hub.people.models import Person

FORMAT = "kragozor.personal-data/1"


@transaction.atomic
def export_begin(*, person: Person) -> DataExport:
    """Note that a person asked for their data; what they asked for before goes."""
    exports_delete(DataExport.objects.filter(person=person))
    export = DataExport.objects.create(person=person)
    audit.record(actor=person, action="personal_data.exported", subject=export)
    return export


def export_fill(*, export: DataExport, progress: Callable[[int, int], None]) -> None:
    """Write the file of an export."""
    person = export.person
    held = [holding for holding in holdings(identity_of(person)) if holding.count]
    facts: dict[str, Any] = {
        "format": FORMAT,
        "made_at": timezone.now(),
        "account": {"id": person.pk, "email": person.email},
        "data": [],
    }
    for number, holding in enumerate(held):
        progress(number, len(held))
        facts["data"].append(kind_facts(holding))
    text = json.dumps(facts, ensure_ascii=False, indent=2, cls=DjangoJSONEncoder)
    export.file.save("data.json", ContentFile(text.encode()))


def kind_facts(holding: Holding) -> dict[str, Any]:
    """Return one kind of record: what it is, why it is held, its fields in words, the records."""
    declared = holding.declared
    fields = told_fields(declared)
    named = [field.name for field in fields if _is_named(field)]
    return {
        "kind": declared.model,
        "what": str(declared.what or holding.records.model._meta.verbose_name),
        "purpose": str(declared.purpose),
        "basis": str(declared.basis.label),
        "retention": str(declared.retention_text),
        "fields": {field.name: str(field.verbose_name) for field in fields},
        "records": [
            {field.name: _value(record, field) for field in fields}
            for record in holding.records.select_related(*named).iterator()
        ],
    }


def told_fields(declared: Personal) -> list[models.Field]:
    """Return what a person is told of a record: all of it but secrets and other people."""
    return [
        field
        for field in apps.get_model(declared.model)._meta.concrete_fields
        if field.name not in declared.withheld and not _is_of_others(field, declared)
    ]


def _is_of_others(field: models.Field, declared: Personal) -> bool:
    """Whether a field may name somebody else: only those that are declared are the person's."""
    return field.related_model is get_user_model() and field.name not in declared.fields


def _is_named(field: models.Field) -> bool:
    """Whether a field refers to a thing, such as an organisation, which is told by its name."""
    return field.is_relation and field.related_model is not get_user_model()


def _value(record: models.Model, field: models.Field) -> Any:
    value = getattr(record, field.name if _is_named(field) else field.attname)
    is_told_as_text = isinstance(field, models.FileField) or _is_named(field)
    return str(value) if is_told_as_text and value is not None else value


def own_data_purge() -> int:
    """Delete the files whose day is over."""
    return exports_delete(DataExport.objects.filter(asked_at__lt=timezone.now() - KEPT))


def exports_delete(exports: models.QuerySet[DataExport]) -> int:
    """Delete exports with their files; the files only once their records are gone for good."""
    gone = list(exports)
    for export in gone:
        if export.file:
            transaction.on_commit(lambda file=export.file: file.storage.delete(file.name))
    DataExport.objects.filter(pk__in=[export.pk for export in gone]).delete()
    return len(gone)

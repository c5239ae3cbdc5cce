"""Everything taken out: asked for, made, and gone after a day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from kragozor.hub.common import audit
from kragozor.hub.records.exports.formats import ENDINGS, written
from kragozor.hub.records.exports.kept import kept_tables
from kragozor.hub.records.exports.tables import main_tables
from kragozor.hub.records.models import Export

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person

FILE_KEPT = timedelta(days=1)


@transaction.atomic
def export_ask(*, actor: Person, form: str, with_people: bool, reason: str = "") -> Export:
    """Write down who takes what out, and why where people are in it."""
    export = Export.objects.create(
        form=form, with_people=with_people, reason=reason if with_people else "", asked_by=actor
    )
    audit.record(
        actor=actor,
        action="export.asked",
        subject=export,
        form=form,
        with_people=with_people,
        reason=export.reason,
    )
    return export


def export_make(*, export: Export, language: str) -> None:
    """Write the file, with words in a language."""
    with override(language):
        people = export.with_people
        tables = [*main_tables(with_people=people), *kept_tables(with_people=people)]
        content = written(tables, export.form)
    export.size = len(content)
    export.file.save(f"export.{ENDINGS[export.form]}", ContentFile(content), save=False)
    export.save(update_fields=["file", "size"])


def exports_purge() -> int:
    """Delete the files of which the day is over; that they were made stays known."""
    old = Export.objects.exclude(file="").filter(asked_at__lt=timezone.now() - FILE_KEPT)
    for export in old:
        export.file.delete(save=False)
        export.save(update_fields=["file"])
    return len(old)

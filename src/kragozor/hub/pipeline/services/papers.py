"""Notes and documents on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from kragozor.hub.common import audit
from kragozor.hub.pipeline.models import Document, Note

if TYPE_CHECKING:
    from django.core.files import File

    from kragozor.hub.people.models import Person
    from kragozor.hub.pipeline.models import Card


@transaction.atomic
def note_add(*, actor: Person, card: Card, text: str) -> Note:
    """Write something down about a card."""
    note = Note.objects.create(card=card, text=text, by=actor)
    audit.record(actor=actor, action="card.note_added", subject=card, note=note.pk)
    return note


@transaction.atomic
def note_remove(*, actor: Person, note: Note) -> None:
    """Take a note away that should not have been written."""
    audit.record(actor=actor, action="card.note_removed", subject=note.card, note=note.pk)
    note.delete()


@transaction.atomic
def document_add(*, actor: Person, card: Card, file: File) -> Document:
    """File a document on a card."""
    document = Document(card=card, original_name=file.name[-200:], size=file.size, by=actor)
    document.file.save(file.name, file, save=False)
    document.save()
    audit.record(actor=actor, action="card.document_added", subject=card, document=str(document.pk))
    return document


@transaction.atomic
def document_remove(*, actor: Person, document: Document) -> None:
    """Take a document away; its file goes once the change is through."""
    audit.record(
        actor=actor,
        action="card.document_removed",
        subject=document.card,
        document=str(document.pk),
    )
    storage, name = document.file.storage, document.file.name
    document.delete()
    transaction.on_commit(lambda: storage.delete(name))

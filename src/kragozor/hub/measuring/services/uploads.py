"""Take files: what is right becomes an inventory, what is not is marked and given back."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from kragozor.files.problems import FileRefused, Problem
from kragozor.files.reading import read_inventory
from kragozor.hub.common import audit
from kragozor.hub.measuring import queries
from kragozor.hub.measuring.enums import UploadState
from kragozor.hub.measuring.models import Upload
from kragozor.hub.measuring.services.inventories import inventory_declare, organisation_lock
from kragozor.words import LANGUAGES, Message, say
from kragozor.words.numbers import decimal_text

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation
    from kragozor.hub.people.models import Person
    from kragozor.instruments.inventory import Inventory as Declared

REFUSED_KEPT = timedelta(days=1)
NAME_LENGTH = 200


class SentBefore(Exception):
    """The organisation sent exactly this file before; ``upload`` is the one from then."""

    def __init__(self, upload: Upload) -> None:
        super().__init__(upload.original_name)
        self.upload = upload


def upload_take(
    *, actor: Person, organisation: Organisation, name: str, content: bytes, language: str
) -> Upload:
    """Read a file and keep what it declares; nothing of a refused file is used."""
    about = {
        "organisation": organisation,
        "original_name": name[:NAME_LENGTH],
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content),
        "created_by": actor,
    }
    _refuse_a_second(about)
    try:
        declared = read_inventory(content)
    except FileRefused as refused:
        return _refused(about, refused, _marked(content, refused, language))
    return _accepted(about, declared, content)


def uploads_purge() -> int:
    """Delete the refused files of which the day is over, and return how many they were."""
    old = Upload.objects.filter(
        state=UploadState.REFUSED, created_at__lt=timezone.now() - REFUSED_KEPT
    )
    for upload in old:
        upload.file.delete(save=False)
        upload.delete()
    return len(old)


def _refuse_a_second(about: dict[str, Any]) -> None:
    earlier = queries.upload_accepted(about["organisation"].pk, about["sha256"])
    if earlier is not None:
        raise SentBefore(earlier)


@transaction.atomic
def _accepted(about: dict[str, Any], declared: Declared, content: bytes) -> Upload:
    actor, organisation = about["created_by"], about["organisation"]
    organisation_lock(organisation)
    _refuse_a_second(about)
    inventory = inventory_declare(actor=actor, organisation=organisation, declared=declared)
    upload = Upload(
        **about, pillar=inventory.pillar, inventory=inventory, state=UploadState.ACCEPTED
    )
    return _kept(upload, content)


@transaction.atomic
def _refused(about: dict[str, Any], refused: FileRefused, marked: bytes | None) -> Upload:
    upload = Upload(
        **about,
        pillar=about["organisation"].pillar,
        state=UploadState.REFUSED,
        problems=[_problem(problem) for problem in refused.problems],
    )
    return _kept(upload, marked)


def _kept(upload: Upload, content: bytes | None) -> Upload:
    if content is not None:
        upload.file.save(upload.original_name, ContentFile(content), save=False)
    upload.save()
    audit.record(
        actor=upload.created_by,
        action=f"upload.{upload.state}",
        subject=upload,
        organisation_id=upload.organisation_id,
        name=upload.original_name,
        problems=len(upload.problems),
    )
    return upload


def _marked(content: bytes, refused: FileRefused, language: str) -> bytes | None:
    """Return the sender's own workbook with its errors marked, where they have cells."""
    if not refused.is_markable:
        return None
    from kragozor.files.workbook.marked import marked_workbook

    try:
        return marked_workbook(content, refused.problems, language)
    except FileRefused:
        return None


def _problem(problem: Problem) -> dict[str, Any]:
    """Return a problem as its table shows it, in each language."""
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "cell": problem.cell,
        "found": _worded(problem.found),
        "expected": _worded(problem.expected),
        "sentence": {language: problem.sentence(language) for language in LANGUAGES},
    }


def _worded(text: Message | str | float) -> dict[str, str]:
    """Return what was found or expected in each language; nothing where nothing was."""
    if text == "":
        return {}
    if isinstance(text, (int, float)):
        return {language: decimal_text(text, language) for language in LANGUAGES}
    return {language: say(text, language) for language in LANGUAGES}

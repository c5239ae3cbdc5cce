"""Taking in the declaration that comes back: judged at once, kept only where it may be."""

from __future__ import annotations

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from kragozor.hub.applications import rules
from kragozor.hub.applications.models import Application, Declaration
from kragozor.hub.applications.services.access import locked, record
from kragozor.hub.applications.signatures import Verdict, judged


def declaration_take(*, application: Application, content: bytes) -> Declaration:
    """Judge a PDF and put it in the place of an earlier one; what is no PDF is refused before.

    Judging takes the longest, so it is done before the application is locked.
    """
    return _kept(application, content, judged(content))


@transaction.atomic
def _kept(application: Application, content: bytes, verdict: Verdict) -> Declaration:
    held = locked(application, rules.may_sign)
    for earlier in Declaration.objects.filter(application=held):
        file = earlier.file
        earlier.delete()
        if file:
            transaction.on_commit(lambda file=file: file.storage.delete(file.name))
    declaration = Declaration(
        application=held,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        signature=verdict.signature,
        flaw=verdict.flaw,
        signer_name=verdict.signer_name,
        signed_at=verdict.signed_at,
    )
    if not verdict.holds_personal_number:
        declaration.file.save("declaration", ContentFile(content), save=False)
    declaration.save()
    held.changed_at = timezone.now()
    held.save(update_fields=["changed_at"])
    record(None, "declaration_taken", held, signature=verdict.signature)
    return declaration

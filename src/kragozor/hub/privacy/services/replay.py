"""The replay list: what was erased stays erased when a backup from before is restored.

Each erasure leaves a line in the table and in ``erasures.jsonl`` below ``DATA_DIR``: keyed hashes
of the account and its addresses, which say nothing to who does not have the hub's secret key. A
line of the file that the database does not know was carried out after the backup was made, so it
is carried out again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from kragozor.hub.common import audit
from kragozor.hub.common.mentions import addresses_in
from kragozor.hub.common.personal import Subject, declarations, plain
from kragozor.hub.privacy.models import Erasure
from kragozor.hub.privacy.queries import subject_at, subject_of
from kragozor.hub.privacy.services.erasing import erase

FIELDS = ("id", "at", "key", "person_hash", "address_hashes")
TEXTS = (models.CharField, models.TextField, models.JSONField)


def list_path() -> Path:
    """Return where the list stands: beside the database, never in a backup that is restored."""
    return Path(settings.DATA_DIR) / "erasures.jsonl"


def hashed(value: str) -> str:
    """Return a hash that cannot be made, nor compared, without the secret key."""
    return salted_hmac("kragozor.erasures", value.lower(), algorithm="sha256").hexdigest()


def key_mark() -> str:
    """Return by which one sees whether a line was written with the key of today."""
    return hashed("the key")[:16]


def erasure_remember(*, subject: Subject, erasure_id: UUID) -> Erasure:
    """Add a line to the list; to the file when the erasure stands."""
    line = Erasure.objects.create(
        id=erasure_id,
        at=timezone.now(),
        key=key_mark(),
        person_hash=hashed(subject.person_id) if subject.person_id else "",
        address_hashes=sorted(hashed(email) for email in subject.emails),
    )
    transaction.on_commit(lambda: _write(line))
    return line


def erasures_unknown() -> list[Erasure]:
    """The lines of the file that this database does not know of."""
    known = {str(pk) for pk in Erasure.objects.values_list("pk", flat=True)}
    return [line for line in _read() if str(line.pk) not in known]


def erasures_replay() -> int:
    """Erase again whom an older state of the database still knows; return how many lines."""
    lines = [line for line in erasures_unknown() if line.key == key_mark()]
    for line in lines:
        _replay(line)
    return len(lines)


@transaction.atomic
def _replay(line: Erasure) -> None:
    records = sum(erase(subject).total for subject in _subjects(line))
    line.save(force_insert=True)
    audit.record(actor=None, action="erasure.replayed", subject=line, records=records)


def _subjects(line: Erasure) -> Iterator[Subject]:
    """Yield whom a line means, by account and by each address that is written anywhere."""
    people = get_user_model().objects.all()
    if person := next((one for one in people if hashed(str(one.pk)) == line.person_hash), None):
        yield subject_of(person)
    wanted = set(line.address_hashes)
    yield from (subject_at(email) for email in _addresses() if hashed(email) in wanted)


def _addresses() -> set[str]:
    """Return every address in the fields that are declared as personal."""
    found: set[str] = set()
    for declared in declarations():
        records = plain(declared.model)
        for name in declared.fields:
            if isinstance(records.model._meta.get_field(name), TEXTS):
                values = records.order_by().values_list(name, flat=True).distinct()
                found.update(*(addresses_in(value) for value in values.iterator()))
    return found


def _read() -> list[Erasure]:
    if not list_path().is_file():
        return []
    lines = list_path().read_text(encoding="utf-8").splitlines()
    return [Erasure(**json.loads(line)) for line in lines if line.strip()]


def _write(line: Erasure) -> None:
    values = {name: getattr(line, name) for name in FIELDS}
    with open(list_path(), "a", encoding="utf-8", opener=_private) as file:
        file.write(json.dumps(values, default=str) + "\n")


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)

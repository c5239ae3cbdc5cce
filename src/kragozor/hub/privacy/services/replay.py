"""Erase again whom a restored backup brought back.

A line of the list (`erasure_list`) that the database does not know was carried out after the
backup was made, so it is carried out once more.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.contrib.auth import get_user_model
from django.db import models, transaction

from kragozor.hub.common import audit
from kragozor.hub.common.mentions import addresses_in
from kragozor.hub.common.personal import Subject, declarations, plain
from kragozor.hub.privacy.models import Erasure
from kragozor.hub.privacy.queries import subject_at, subject_of
from kragozor.hub.privacy.services.erasing import erase
from kragozor.hub.privacy.services.erasure_list import (
    erasures_unknown,
    hashed,
    key_mark,
    list_complete,
)

TEXTS = (models.CharField, models.TextField, models.JSONField)

log = logging.getLogger(__name__)


def erasures_replay(copies: Iterable[Path] = ()) -> int:
    """Carry out what this database does not know of, and return how many lines that were.

    ``copies`` are files of the list from elsewhere; what they say is in the file afterwards.
    """
    lines = [line for line in erasures_unknown(copies) if line.key == key_mark()]
    count = sum(_replayed(line) for line in lines)
    list_complete(copies)
    return count


def _replayed(line: Erasure) -> bool:
    """Carry one line out again; what fails in one must not keep the others waiting."""
    try:
        _replay(line)
    except Exception:
        log.exception("The erasure %s could not be carried out again.", line.pk)
        return False
    return True


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

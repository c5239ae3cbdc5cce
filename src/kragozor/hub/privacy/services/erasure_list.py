"""The list of erasures: what was erased stays erased when a backup from before is restored.

Each erasure leaves a line in the table and in a file, ``erasures.jsonl``: keyed hashes of the
account and its addresses, which say nothing to who does not have the hub's secret key. Table and
file complete each other, so that restoring either of them loses no line.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from kragozor.hub.privacy.models import Erasure

if TYPE_CHECKING:
    from uuid import UUID

    from kragozor.hub.common.personal import Subject

FIELDS = ("id", "at", "key", "person_hash", "address_hashes")

log = logging.getLogger(__name__)


def list_path() -> Path:
    """Return where the file stands: where the settings say, else among the data."""
    return Path(settings.ERASURE_LIST or Path(settings.DATA_DIR) / "erasures.jsonl")


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
    transaction.on_commit(lambda: _write([line]))
    return line


def erasures_unknown(copies: Iterable[Path] = ()) -> list[Erasure]:
    """The lines of the file, and of other copies of it, that this database does not know of."""
    known = {str(pk) for pk in Erasure.objects.values_list("pk", flat=True)}
    return [line for pk, line in _told((list_path(), *copies)).items() if pk not in known]


def list_complete(copies: Iterable[Path] = ()) -> None:
    """Write into the file what it lacks: lines of other copies, and of the table."""
    standing = _told([list_path()])
    wanted = _told(copies) | {str(line.pk): line for line in Erasure.objects.all()}
    if lacking := [line for pk, line in wanted.items() if pk not in standing]:
        _write(lacking)


def _told(paths: Iterable[Path]) -> dict[str, Erasure]:
    """Return the lines of some files, each once, by their keys."""
    return {str(line.pk): line for path in paths for line in _read(path)}


def _read(path: Path) -> Iterator[Erasure]:
    for text in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        try:
            yield Erasure(**json.loads(text))
        except (ValueError, TypeError):
            # A disk that was full leaves half a line; the table still has the whole one.
            log.warning("A line of %s cannot be read.", path)


def _write(lines: Iterable[Erasure]) -> None:
    facts = [{name: getattr(line, name) for name in FIELDS} for line in lines]
    with open(list_path(), "a", encoding="utf-8", opener=_private) as file:
        file.write("".join(json.dumps(one, default=str) + "\n" for one in facts))


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)

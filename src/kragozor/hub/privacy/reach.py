"""What an erasure will reach, before it does: whoever enters one sees what it takes along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kragozor.hub.common.personal import Subject, declarations, kept
from kragozor.hub.privacy.queries import subject_at, subject_of
from kragozor.hub.privacy.registry import Kind

if TYPE_CHECKING:
    from kragozor.hub.privacy.models import ErasureRequest


@dataclass(frozen=True)
class Reach:
    """By what somebody is found, and how many records of each kind that finds."""

    subject: Subject
    kinds: tuple[tuple[Kind, int], ...]

    @property
    def marks(self) -> list[str]:
        """The addresses, names and telephones that are looked for."""
        found = self.subject
        return [*sorted(found.emails), *sorted(found.names), *sorted(found.phones)]


def reach_of(request: ErasureRequest) -> Reach:
    """What carrying a request out today would change."""
    subject = subject_of(request.person) if request.person else subject_at(request.address)
    counted = [
        (Kind(one), one.of(subject).count()) for one in declarations() if one.erase is not kept
    ]
    return Reach(subject, tuple((kind, count) for kind, count in counted if count))

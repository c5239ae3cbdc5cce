"""What is personal in the hub's data: each app says it of its own fields, in ``personal.py``.

    class MembersConfig(AppConfig):
        personal = "kragozor.hub.members.personal.FIELDS"

The page of the registry, the export of one's own data, the list of what is overdue and the
erasure are all made from these declarations (`privacy`); a model field that holds something
personal and is not declared fails a test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from django.apps import apps
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.module_loading import import_string

Text = str | Promise


class Basis(Enum):
    """Why the data may be held: Regulation (EU) 2016/679, Article 6(1)."""

    CONSENT = "consent"
    CONTRACT = "contract"
    LEGAL_OBLIGATION = "legal obligation"
    LEGITIMATE_INTEREST = "legitimate interest"


@dataclass(frozen=True)
class Subject:
    """Whom a search for personal data is about: an account, an address, a name, or all three."""

    person_id: str | None
    emails: frozenset[str]
    names: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Personal:
    """One kind of record with personal fields, and how it is found, aged and erased.

    ``of`` returns the records about somebody. ``erase`` takes such a queryset and leaves nothing
    of the person in it (by deleting the records, or by blanking the fields), and returns how many
    records it changed. ``overdue`` returns the records whose retention ended before a moment;
    ``None`` where they live as long as the account.
    """

    model: str  # "app.Model"
    fields: tuple[str, ...]
    purpose: Text
    basis: Basis
    retention: timedelta | None  # None: as long as the account or the membership lasts
    retention_text: Text
    of: Callable[[Subject], QuerySet]
    erase: Callable[[QuerySet, Subject], int]
    overdue: Callable[[datetime], QuerySet] | None = None


def declarations() -> Iterator[Personal]:
    """Yield what every app declares, the lowest app first."""
    for app in reversed(list(apps.get_app_configs())):
        if path := getattr(app, "personal", None):
            yield from import_string(path)

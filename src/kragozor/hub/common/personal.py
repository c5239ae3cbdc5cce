"""What is personal in the hub's data: each app says it of its own fields, in ``personal.py``.

    class MembersConfig(AppConfig):
        personal = "kragozor.hub.members.personal.FIELDS"
        obstacles = "kragozor.hub.members.personal.obstacles"

The page of the registry, the export of one's own data, the list of what is overdue and the
erasure are all made from these declarations (`privacy`); a model field that holds something
personal and is not declared fails a test.

    FIELDS = (
        Personal(
            "members.Invitation",
            ("email",),
            what=_("the e-mail address of who is invited"),
            purpose=_("to invite colleagues of a company"),
            basis=Basis.LEGITIMATE_INTEREST,
            retention=A_YEAR,
            retention_text=_("a year"),
            of=found_by("members.Invitation", addresses=["email"]),
            erase=deleted,
            overdue=older_than("members.Invitation", "created_at", A_YEAR),
            automatic=True,
        ),
        Personal("members.Invitation", ("invited_by",), …, erase=kept),
    )

Names in text are shared by people, so what is found by them is only `cut_from`; what is deleted or
blanked is found by account or address.

An erased account is not deleted: `people` makes its row anonymous, so that dated facts may go on
referring to it. A field that only refers to an account is therefore declared with `kept`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from django.apps import AppConfig, apps
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common import mentions

Text = str | Promise
A_YEAR = timedelta(days=365)


class Basis(Enum):
    """Why the data may be held: Regulation (EU) 2016/679, Article 6(1)."""

    CONSENT = "consent"
    CONTRACT = "contract"
    LEGAL_OBLIGATION = "legal obligation"
    LEGITIMATE_INTEREST = "legitimate interest"

    @property
    def label(self) -> Text:
        return BASES[self]


BASES = {
    Basis.CONSENT: _("consent (Art. 6(1)(a))"),
    Basis.CONTRACT: _("a contract (Art. 6(1)(b))"),
    Basis.LEGAL_OBLIGATION: _("a duty by law (Art. 6(1)(c))"),
    Basis.LEGITIMATE_INTEREST: _("a legitimate interest (Art. 6(1)(f))"),
}


@dataclass(frozen=True)
class Subject:
    """Whom a search for personal data is about: by account, addresses, names, telephones."""

    person_id: str | None
    emails: frozenset[str]
    names: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()


# Given to ``erase`` where the records go because of their age, whomever they are about.
NOBODY = Subject(None, frozenset())


@dataclass(frozen=True)
class Personal:
    """One kind of record with personal fields, and how it is found, aged and erased.

    ``of`` returns the records about somebody. ``erase`` takes such a queryset and leaves nothing
    of the person in it (by deleting the records, or by blanking the fields), and returns how many
    records it changed; stored files that nothing refers to afterwards are deleted by `privacy`.
    ``overdue`` returns the records whose retention ended before a moment; ``None`` where they
    live as long as the account.
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
    # What the fields hold, in words; else their own names are shown.
    what: Text = ""
    # Whether what is overdue goes by itself, or waits for somebody of the staff.
    automatic: bool = False
    # The fields, or what stands in JSON as `values__name`, by which the person of a record is also
    # found in free text.
    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    # Fields that the person is not handed: secrets, and what is about somebody else.
    withheld: tuple[str, ...] = ()
    # Whether a person's own page counts and exports these; not where nothing in them says more.
    shown: bool = True


@dataclass(frozen=True)
class Obstacle:
    """What a person must do before their account can be erased, and where.

    Nobody may be kept for ever because there is no successor: the Council may pass over what it
    can mend afterwards.
    """

    text: Text
    address: str
    council_may_pass: bool = False


def declarations() -> Iterator[Personal]:
    """Yield what every app declares, the lowest app first."""
    for _app, declared in declared_by_app():
        yield from declared


def declared_by_app() -> Iterator[tuple[AppConfig, tuple[Personal, ...]]]:
    """Yield each app with what it declares, the lowest app first."""
    for app, path in _named("personal"):
        yield app, import_string(path)


def obstacles_of(person: object) -> list[Obstacle]:
    """Return what keeps a person from being erased; each app says it of its own facts."""
    return [found for _app, path in _named("obstacles") for found in import_string(path)(person)]


def plain(label: str) -> QuerySet:
    """Return the records of a model past its manager, which may forbid to change them."""
    return QuerySet(apps.get_model(label))


def found_by(
    label: str,
    *,
    people: Iterable[str] = (),
    addresses: Iterable[str] = (),
    texts: Iterable[str] = (),
) -> Callable[[Subject], QuerySet]:
    """Return an ``of``: by references to the account, by addresses, by mentions in text or JSON."""

    def of(subject: Subject) -> QuerySet:
        condition = mentions.mentioning(texts, subject)
        if subject.person_id is not None:
            for path in people:
                condition |= Q(**{path: subject.person_id})
        for path in addresses:
            for email in subject.emails:
                condition |= Q(**{f"{path}__iexact": email})
        return plain(label).filter(condition)

    return of


def older_than(label: str, moment: str, age: timedelta, **also: object) -> Callable:
    """Return an ``overdue``: the records whose moment or day is so long ago."""
    return lambda now: plain(label).filter(**{f"{moment}__lt": now - age}, **also)


def deleted(records: QuerySet, subject: Subject) -> int:
    """Delete the records."""
    count = records.count()
    records.delete()
    return count


def kept(records: QuerySet, subject: Subject) -> int:
    """Leave the records: they only refer to an account, whose row becomes anonymous."""
    return 0


def reference(
    label: str, *fields: str, what: Text, purpose: Text, retention_text: Text
) -> Personal:
    """Return the declaration of who did something to a record that is not about them."""
    return Personal(
        label,
        fields,
        what=what,
        purpose=purpose,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=None,
        retention_text=retention_text,
        of=found_by(label, people=fields),
        erase=kept,
        # What somebody did is told by the log; the records themselves are not theirs to take.
        shown=False,
    )


def mention(
    label: str,
    *fields: str,
    what: Text,
    purpose: Text,
    retention_text: Text,
    basis: Basis = Basis.LEGITIMATE_INTEREST,
    retention: timedelta | None = None,
) -> Personal:
    """Return the declaration of text or JSON about something else, which may name somebody."""
    return Personal(
        label,
        fields,
        what=what,
        purpose=purpose,
        basis=basis,
        retention=retention,
        retention_text=retention_text,
        of=found_by(label, texts=fields),
        erase=cut_from(*fields),
        # A namesake may be meant, so nobody is handed it as theirs.
        shown=False,
    )


def blanked(**values: object) -> Callable[[QuerySet, Subject], int]:
    """Return an ``erase`` that puts other values in place of what was there."""
    return lambda records, subject: records.update(**values)


def cut_from(*fields: str) -> Callable[[QuerySet, Subject], int]:
    """Return an ``erase`` that takes the person out of text and JSON, and leaves the rest."""

    def erase(records: QuerySet, subject: Subject) -> int:
        changed = 0
        for record in records.only("pk", *fields):
            held = {field: getattr(record, field) for field in fields}
            left = {field: mentions.without(value, subject) for field, value in held.items()}
            if left != held:
                changed += QuerySet(type(record)).filter(pk=record.pk).update(**left)
        return changed

    return erase


def _named(attribute: str) -> Iterator[tuple[AppConfig, str]]:
    for app in reversed(list(apps.get_app_configs())):
        if path := getattr(app, attribute, None):
            yield app, path

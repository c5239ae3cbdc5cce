"""Tables to be taken out: members, prospects, terms and sectors, with people on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.members import queries as members
from kragozor.hub.members.enums import Payment, Role
from kragozor.hub.members.facts.model import FACTS
from kragozor.hub.pipeline import queries as pipeline
from kragozor.hub.pipeline.enums import Stage
from kragozor.hub.records.columns import column_label
from kragozor.hub.records.wording import WORDS, said

Row = Mapping[str, Any]
WHOSE = ("eik", "organisation")
CONTACTS = ("contact_name", "contact_email", "contact_phone")


def heading_of(key: str) -> str:
    """Return what a column is called in the language of now."""
    return str(HEADINGS[key]) if key in HEADINGS else column_label(key)


def words_of(key: str, value: Any) -> str:
    """Return a value of a column in words; what is not there is empty."""
    if value in (None, "", []):
        return ""
    if key in LABELS:
        return str(LABELS[key](value).label)
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}"
    if key not in WORDS or key in {"fee", "term_starts", "term_ends"}:
        return str(value)
    return said(key, value)


@dataclass(frozen=True)
class Table:
    """Rows of one kind: what the columns are, and where the rows come from."""

    key: str
    title: str | Promise
    columns: tuple[str, ...]
    rows: Callable[[], Iterable[Row]]
    heading: Callable[[str], str] = heading_of
    words: Callable[[str, Any], str] = words_of

    def headings(self) -> list[str]:
        """Return what the columns are called in the language of now."""
        return [self.heading(key) for key in self.columns]

    def lines(self) -> Iterator[list[str]]:
        """Yield the rows in words; what is not there is empty."""
        for row in self.rows():
            yield [self.words(key, row[key]) for key in self.columns]


def main_tables(*, with_people: bool) -> list[Table]:
    """Return what is taken out; names, addresses and telephones only where they were asked for."""
    contacts = CONTACTS if with_people else ()
    found = [
        Table("members", _("Members"), ("eik", *FACTS, "pillars", "member_until"), _members),
        Table(
            "prospects",
            pgettext_lazy("import", "Prospects"),
            ("eik", *FACTS, "pillars", "shown_stage", "next_step", "next_on", *contacts),
            lambda: pipeline.cards().values("eik", *FACTS, "pillars", *PROSPECT, *CONTACTS),
        ),
        Table("terms", _("Terms of membership"), (*WHOSE, *TERM), _terms),
        Table("pillars", _("Sectors"), (*WHOSE, "pillar", "since", "until"), _pillars),
    ]
    if with_people:
        people = (*WHOSE, "person", "email", "telephone", "role", "since", "until")
        found.append(Table("representatives", _("Representatives"), people, _people))
    return found


PROSPECT = ("shown_stage", "next_step", "next_on")
TERM = ("term_starts", "term_ends", "ended_on", "payment", "fee", "waiver_reason")
HEADINGS: Mapping[str, str | Promise] = {
    "organisation": _("Organisation"),
    "member_until": _("Last day as a member"),
    "shown_stage": pgettext_lazy("of a card", "Stage"),
    "next_on": _("Next step due"),
    "ended_on": _("Ended early on"),
    "payment": _("Fee or waiver"),
    "pillar": _("Sector"),
    "since": _("Since"),
    "until": _("Until"),
    "person": pgettext_lazy("a person’s", "Name"),
    "email": _("E-mail"),
    "telephone": _("Telephone"),
    "role": _("Role"),
}
LABELS: Mapping[str, Any] = {"shown_stage": Stage, "payment": Payment, "role": Role}


def _members() -> Iterator[Row]:
    for one in members.organisations().prefetch_related("pillars", "terms__end"):
        standing = sorted(held.pillar for held in one.pillars.all() if held.until is None)
        last = [term.last_day for term in one.terms.all()]
        facts = {name: getattr(one, name) for name in ("eik", *FACTS)}
        yield facts | {"pillars": standing, "member_until": max(last, default=None)}


def _terms() -> Iterator[Row]:
    found = members.organisations().filter(terms__isnull=False)
    fields = {
        "term_starts": "terms__starts",
        "term_ends": "terms__ends",
        "ended_on": "terms__end__on",
        "payment": "terms__payment",
        "fee": "terms__fee",
        "waiver_reason": "terms__waiver_reason",
    }
    return _of_organisations(found.order_by("name", "terms__starts"), fields)


def _pillars() -> Iterator[Row]:
    found = members.organisations().filter(pillars__isnull=False)
    fields = {
        "pillar": "pillars__pillar",
        "since": "pillars__since",
        "until": "pillars__until",
    }
    return _of_organisations(found.order_by("name", "pillars__since"), fields)


def _people() -> Iterator[Row]:
    found = members.organisations().filter(representations__isnull=False)
    fields = {
        "person": "representations__person__full_name",
        "email": "representations__person__email",
        "telephone": "representations__person__telephone",
        "role": "representations__role",
        "since": "representations__since",
        "until": "representations__until",
    }
    return _of_organisations(found.order_by("name", "representations__since"), fields)


def _of_organisations(found: Any, fields: Mapping[str, str]) -> Iterator[Row]:
    """Yield what belongs to organisations beside their code and name."""
    for eik, name, *values in found.values_list("eik", "name", *fields.values()):
        yield {"eik": eik, "organisation": name, **dict(zip(fields, values, strict=True))}

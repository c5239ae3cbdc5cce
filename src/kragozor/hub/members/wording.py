"""What was done to a member, in words: the log as people read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.common.templatetags.formats import day
from kragozor.hub.members.enums import PILLARS, Role
from kragozor.hub.members.models import Organisation

WORDS = {
    "organisation.created": gettext_lazy("registered"),
    "organisation.edited": gettext_lazy("facts changed: %(names)s"),
    "organisation.completed": gettext_lazy("facts completed: %(names)s"),
    "organisation.merged": gettext_lazy("found to be another record of the same organisation"),
    "organisation.released": gettext_lazy("a merge of records was taken back"),
    "organisation.retracted": gettext_lazy("taken back with the import that brought it"),
    "representation.begun": gettext_lazy("somebody began to act for it: %(role)s"),
    "representation.role_changed": gettext_lazy("a role changed: %(role)s"),
    "representation.ended": gettext_lazy("somebody acts for it no longer"),
    "grant.given": gettext_lazy("the staff was let see the numbers until %(until)s"),
    "grant.revoked": gettext_lazy("access to the numbers ended"),
    "invitation.sent": gettext_lazy("an invitation was sent: %(role)s"),
    "invitation.accepted": gettext_lazy("an invitation was accepted"),
    "invitation.revoked": gettext_lazy("an invitation was withdrawn"),
    "pillars.set": gettext_lazy("pillars: %(pillars)s"),
    "pillars.retracted": gettext_lazy("pillars taken back with an import"),
    "pillar.edited": gettext_lazy("the facts about a pillar changed"),
    "term.retracted": gettext_lazy("a term was taken back with an import"),
    "term.begun": gettext_lazy("term written: %(starts)s – %(ends)s"),
    "term.ended": gettext_lazy("term ended early, on %(on)s: %(reason)s"),
    "term.reminded": gettext_lazy("the owners were written to, %(days)s days before the end"),
    "page.edited": gettext_lazy("the public page changed"),
    "page.shown": gettext_lazy("the public page was shown to everybody"),
    "page.hidden": gettext_lazy("the public page was hidden"),
    "page.logo_set": gettext_lazy("a logo was sent"),
    "page.logo_removed": gettext_lazy("the logo was removed"),
    "offering.added": gettext_lazy("an offer or a need was added"),
    "offering.withdrawn": gettext_lazy("an offer or a need was withdrawn"),
    "project.written": gettext_lazy("a project was described"),
    "project.removed": gettext_lazy("a project was removed"),
    "organisation.exported": gettext_lazy("everything was downloaded"),
    "administration.changed": gettext_lazy("changed in the administration"),
    "administration.added": gettext_lazy("added in the administration"),
}


@dataclass(frozen=True)
class Deed:
    """One line of the log."""

    at: datetime
    who: str
    what: str


def deeds(entries: Iterable[AuditEntry]) -> Iterator[Deed]:
    """Yield the entries of this room in words."""
    for entry in entries:
        yield Deed(entry.at, who(entry), what(entry))


def who(entry: AuditEntry) -> str:
    """Return who did it; nobody did what the clock does."""
    return str(entry.actor) if entry.actor_id else _("by itself")


def what(entry: AuditEntry) -> str:
    """Return what was done; what is not known by a name is told by its own."""
    words = WORDS.get(entry.action)
    return str(words) % _details(entry.detail) if words else entry.action


def _details(detail: dict[str, object]) -> dict[str, str]:
    """Return the details that a sentence may ask for."""
    names = detail.get("filled") or detail.get("before") or ()
    pillars = dict(PILLARS)
    return {
        "names": ", ".join(_field(name) for name in names) if detail else "",
        "role": str(Role(detail["role"]).label) if detail.get("role") else "—",
        "pillars": ", ".join(str(pillars.get(one, one)) for one in detail.get("pillars", ())),
        "reason": str(detail.get("reason", "")),
        "days": str(detail.get("days", "")),
        **{name: _day(detail.get(name)) for name in ("starts", "ends", "on", "until")},
    }


def _field(name: str) -> str:
    known = {field.name: field.verbose_name for field in Organisation._meta.concrete_fields}
    return str(known.get(name, name))


def _day(text: object) -> str:
    return day(date.fromisoformat(str(text))) if text else ""

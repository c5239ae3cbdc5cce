"""The members as the Council lists them."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Prefetch, QuerySet

from kragozor.hub.common.audit import entries_of_organisation
from kragozor.hub.common.models import AuditEntry
from kragozor.hub.members.enums import MemberState
from kragozor.hub.members.models import Organisation
from kragozor.hub.members.queries.membership import organisations, pillars_held_on
from kragozor.hub.members.queries.standing import with_state
from kragozor.hub.members.search import organisations_found

SORTS = {
    "name": ("name", "pk"),
    "until": (F("until").asc(nulls_last=True), "name", "pk"),
    "newest": ("-created_at", "pk"),
}
MEMBERS = (MemberState.MEMBER, MemberState.ENDS_SOON)


def organisations_listed(
    on: date,
    *,
    text: str = "",
    pillar: str = "",
    kind: str = "",
    district: str = "",
    state: str = "",
    sort: str = "name",
) -> QuerySet[Organisation]:
    """The organisations on record, narrowed and sorted, with how each stands on a day."""
    found = with_state(organisations(), on)
    if state:
        # Who ends soon is a member still.
        wanted = MEMBERS if state == MemberState.MEMBER else (state,)
        found = found.filter(state__in=wanted)
    if pillar:
        held = pillars_held_on(on).filter(pillar=pillar, organisation=OuterRef("pk"))
        found = found.filter(Exists(held))
    facts = {"kind": kind, "district": district}
    found = found.filter(**{name: value for name, value in facts.items() if value})
    pillars = Prefetch("pillars", pillars_held_on(on), to_attr="pillars_held")
    sought = _sought(found, text) if text.strip() else found
    return sought.prefetch_related(pillars).order_by(*SORTS.get(sort, SORTS["name"]))


def state_counts(on: date) -> Counter[str]:
    """How many organisations stand how on a day."""
    standing = with_state(organisations(), on).order_by().values_list("state")
    return Counter(dict(standing.annotate(Count("pk"))))


def log_of(organisation: Organisation) -> QuerySet[AuditEntry]:
    """What was done to an organisation as a member, the newest first; not what it measured."""
    entries = entries_of_organisation(organisation.pk).filter(object_kind__startswith="members.")
    return entries.order_by("-at", "-pk")


def _sought(found: QuerySet[Organisation], text: str) -> QuerySet[Organisation]:
    """Return those whose public words, or whose code, is what was written."""
    code = "".join(text.split())
    if code.isascii() and code.isdigit():
        return found.filter(eik__startswith=code)
    return organisations_found(found, text)

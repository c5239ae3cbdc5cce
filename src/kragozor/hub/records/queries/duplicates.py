"""Pairs that may be one organisation, and what making them one would mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from kragozor.hub.common.templatetags.formats import day
from kragozor.hub.members import queries
from kragozor.hub.members.enums import Role
from kragozor.hub.records.likeness import Described, Likeness, likenesses
from kragozor.hub.records.models import DistinctPair, Merge
from kragozor.hub.records.relations import name_of, pointing_to, relations, words_for

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation

ROLES = list(Role)
# A clash in these means the same facts twice: which are right is for people to say.
INVENTORY = "measuring.Inventory"


@dataclass(frozen=True)
class Pair:
    """Two organisations that may be one."""

    first: Organisation
    second: Organisation
    likeness: Likeness


def pairs(limit: int) -> tuple[list[Pair], int]:
    """The likeliest pairs, and how many there are in all; those found to be two are left out."""
    fields = ("pk", "name", "eik", "town", "address")
    real = queries.organisations().filter(is_demonstration=False).order_by("created_at", "pk")
    described = [
        Described(key, name, eik or "", town, address)
        for key, name, eik, town, address in real.values_list(*fields)
    ]
    two = {frozenset(pair) for pair in DistinctPair.objects.values_list("first", "second")}
    found = [one for one in likenesses(described) if {one.first, one.second} not in two]
    shown = found[:limit]
    known = real.in_bulk({key for one in shown for key in (one.first, one.second)})
    return [Pair(known[one.first], known[one.second], one) for one in shown], len(found)


def merges() -> Iterable[Merge]:
    """The mergers, the last first."""
    return Merge.objects.select_related("kept", "absorbed", "merged_by", "reversed_by")


def moving(kept: Organisation, absorbed: Organisation) -> list[tuple[str, int]]:
    """What of an organisation becomes the kept one's: what it is called, and how many there are."""
    staying: dict[str, set[Any]] = defaultdict(set)
    for record in left_behind(kept, absorbed):
        staying[record._meta.label].add(record.pk)
    counted = (
        (words_for(one), _moving(one, absorbed, staying[one.related_model._meta.label]).count())
        for one in relations()
    )
    return sorted((name, count) for name, count in counted if count)


def _moving(relation: Any, absorbed: Organisation, staying: set[Any]) -> QuerySet:
    return pointing_to(relation, absorbed.pk).exclude(pk__in=staying)


def left_behind(kept: Organisation, absorbed: Organisation) -> Iterator[Any]:
    """Yield what stays with the absorbed record, since the kept one has its own."""
    yield from shared_pillars(kept, absorbed)
    if hasattr(kept, "page") and hasattr(absorbed, "page"):
        yield absorbed.page
    sent = kept.uploads.filter(state="accepted").values_list("sha256", flat=True)
    yield from absorbed.uploads.filter(state="accepted", sha256__in=list(sent))


def moved_said(merge: Merge) -> list[tuple[str, int]]:
    """What a merger moved: what it is called, and how many there were."""
    named = ((words_for(one), len(merge.moved.get(name_of(one), ()))) for one in relations())
    return sorted((words, count) for words, count in named if count)


def clashes(kept: Organisation, absorbed: Organisation) -> list[str]:
    """Why two organisations cannot become one, in sentences; nothing where they can."""
    if kept.is_demonstration != absorbed.is_demonstration:
        return [_("One of them is for demonstration, the other is not.")]
    text = _(
        "Both hold the inventory “%(name)s” (%(starts)s – %(ends)s). Archive one of the two, or "
        "rename it; then merge."
    )
    return [
        text % {"name": one.name, "starts": day(one.period_start), "ends": day(one.period_end)}
        for one in inventories_in_both(kept, absorbed)
    ]


def inventories_in_both(kept: Organisation, absorbed: Organisation) -> list[Any]:
    """The inventories of one that the other declared too, for the same subject and period."""
    held = kept.inventories.filter(archived_at__isnull=True).exclude(name="")
    subjects = set(held.values_list("name", "period_start", "period_end"))
    other = absorbed.inventories.filter(archived_at__isnull=True).exclude(name="")
    return [one for one in other if (one.name, one.period_start, one.period_end) in subjects]


def told(kept: Organisation, absorbed: Organisation) -> list[str]:
    """What somebody should know before two organisations become one, in sentences."""
    return [
        *_terms_told(kept, absorbed),
        *_pillars_told(kept, absorbed),
        *_people_told(kept, absorbed),
        *_page_told(kept, absorbed),
    ]


def shared_people(kept: Organisation, absorbed: Organisation) -> Iterator[tuple[Any, Any]]:
    """Yield the two representations of each person who acts for both today."""
    standing = {"until__isnull": True}
    held = {one.person_id: one for one in kept.representations.filter(**standing)}
    for other in absorbed.representations.filter(**standing).select_related("person"):
        if other.person_id in held:
            yield held[other.person_id], other


def shared_pillars(kept: Organisation, absorbed: Organisation) -> list[Any]:
    """The standing memberships of one in pillars of which the other is a member too."""
    held = kept.pillars.filter(until__isnull=True).values_list("pillar", flat=True)
    return list(absorbed.pillars.filter(until__isnull=True, pillar__in=list(held)))


def is_higher(role: str, other: str) -> bool:
    """Whether a role may do more than another."""
    return ROLES.index(Role(role)) < ROLES.index(Role(other))


def _terms_told(kept: Organisation, absorbed: Organisation) -> Iterator[str]:
    text = _("Their terms overlap, and both are kept: %(first)s; %(second)s")
    for term in absorbed.terms.all():
        shared = kept.terms.filter(starts__lte=term.ends, ends__gte=term.starts)
        for other in shared.filter(Q(end__isnull=True) | Q(end__on__gte=F("starts"))):
            yield text % {"first": _days(other), "second": _days(term)}


def _pillars_told(kept: Organisation, absorbed: Organisation) -> Iterator[str]:
    text = _("Both are members in %(pillar)s: the membership of the kept record counts.")
    for one in shared_pillars(kept, absorbed):
        yield text % {"pillar": one.get_pillar_display()}


def _people_told(kept: Organisation, absorbed: Organisation) -> Iterator[str]:
    text = _("%(person)s acts for both, and keeps the higher role: %(role)s.")
    for held, other in shared_people(kept, absorbed):
        higher = other if is_higher(other.role, held.role) else held
        yield text % {"person": other.person, "role": higher.get_role_display()}


def _page_told(kept: Organisation, absorbed: Organisation) -> Iterator[str]:
    if hasattr(kept, "page") and hasattr(absorbed, "page"):
        yield _(
            "Both have a page: the one of the kept record stays, the other is put away with it."
        )


def _days(term: Any) -> str:
    return f"{day(term.starts)} – {day(term.ends)}"

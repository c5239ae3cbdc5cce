"""Two records of one organisation become one, and two again where that was wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kragozor.hub.common import audit
from kragozor.hub.members import queries as members
from kragozor.hub.members.facts.model import FACTS
from kragozor.hub.members.services import organisation_edit
from kragozor.hub.members.services.merging import organisation_absorb, organisation_release
from kragozor.hub.records.columns import column_label
from kragozor.hub.records.models import DistinctPair, Merge
from kragozor.hub.records.queries import duplicates
from kragozor.hub.records.relations import (
    name_of,
    pointing_to,
    records_of,
    relations,
    words_for,
)
from kragozor.hub.records.services.settling import Settled, settle, unsettle

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation
    from kragozor.hub.people.models import Person

# What a kept record may take over; its code stays its own.
CHOICES = (*FACTS, "pillar")


class Refused(Exception):
    """Two records that cannot become one, or cannot become two again; ``sentences`` say why."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = list(sentences)
        super().__init__(*self.sentences)


@dataclass
class Reversal:
    """What became of a merger that was reversed."""

    back: int = 0
    # What was changed since the merger, and therefore stays as it is, in sentences.
    left: list[str] = field(default_factory=list)


@transaction.atomic
def pair_keep_apart(*, actor: Person, one: Organisation, other: Organisation) -> DistinctPair:
    """Remember that two organisations look alike and are two."""
    first, second = sorted((one, other), key=lambda organisation: organisation.pk)
    pair, is_new = DistinctPair.objects.get_or_create(
        first=first, second=second, defaults={"said_by": actor}
    )
    if is_new:
        audit.record(actor=actor, action="pair.kept_apart", subject=pair)
    return pair


@transaction.atomic
def organisations_merge(
    *, actor: Person, kept: Organisation, absorbed: Organisation, taken: Iterable[str] = ()
) -> Merge:
    """Make two records one: the kept one takes over some facts, and all that points to the other.

    Raises
    ------
    Refused
        Where both hold what can be there only once; nothing is changed then.
    """
    kept, absorbed = _lock(kept, absorbed)
    if found := duplicates.clashes(kept, absorbed):
        raise Refused(found)
    facts = _take(actor, kept, absorbed, set(taken))
    settled = settle(kept, absorbed)
    merge = Merge.objects.create(
        kept=kept,
        absorbed=absorbed,
        facts=facts,
        moved=_move(kept, absorbed, settled),
        settled=settled.changed,
        merged_by=actor,
    )
    organisation_absorb(actor=actor, organisation=absorbed, into=kept)
    audit.record(
        actor=actor,
        action="organisations.merged",
        subject=merge,
        organisation_id=kept.pk,
        absorbed=str(absorbed.pk),
        facts=sorted(facts),
    )
    return merge


@transaction.atomic
def merge_reverse(*, actor: Person, merge: Merge) -> Reversal:
    """Make two records of one again: what moved goes back, unless it was changed since."""
    merge = Merge.objects.select_for_update().select_related("kept", "absorbed").get(pk=merge.pk)
    if merge.reversed_at:
        raise Refused([_("This merger is reversed already.")])
    if merge.kept.merged_into_id:
        raise Refused([_("The kept record was merged further. Reverse that merger first.")])
    reversal = Reversal()
    organisation_release(actor=actor, organisation=merge.absorbed)
    _move_back(merge, reversal)
    unsettle(merge.settled)
    _give_back(actor, merge, reversal)
    merge.reversed_at, merge.reversed_by = timezone.now(), actor
    merge.save(update_fields=["reversed_at", "reversed_by"])
    audit.record(
        actor=actor,
        action="organisations.merger_reversed",
        subject=merge,
        organisation_id=merge.kept_id,
        back=reversal.back,
        left=len(reversal.left),
    )
    return reversal


def _lock(kept: Organisation, absorbed: Organisation) -> tuple[Organisation, Organisation]:
    """Return both as they stand now; one that was merged meanwhile is not there any more."""
    both = members.organisations().select_for_update().filter(pk__in=[kept.pk, absorbed.pk])
    found = {one.pk: one for one in both.order_by("pk")}
    if len(found) < 2:
        raise Refused([_("One of the two was merged meanwhile.")])
    return found[kept.pk], found[absorbed.pk]


def _take(
    actor: Person, kept: Organisation, absorbed: Organisation, names: set[str]
) -> dict[str, Any]:
    """Let the kept record take over facts; an activity comes with its edition."""
    if names & {"activity_code", "activity_version"}:
        names |= {"activity_code", "activity_version"}
    facts = {name: getattr(absorbed, name) for name in CHOICES if name in names}
    before = {name: getattr(kept, name) for name in facts}
    changed = {name: [before[name], facts[name]] for name in facts if before[name] != facts[name]}
    if changed:
        organisation_edit(actor=actor, organisation=kept, **facts)
    return changed


def _move(kept: Organisation, absorbed: Organisation, settled: Settled) -> dict[str, list[Any]]:
    """Let everything point to the kept record, and return what it was."""
    moved = {}
    for relation in relations():
        staying = settled.staying.get(relation.related_model._meta.label, set())
        found = pointing_to(relation, absorbed.pk).exclude(pk__in=staying)
        keys = list(found.values_list("pk", flat=True))
        if not keys:
            continue
        try:
            with transaction.atomic():
                found.filter(pk__in=keys).update(**{relation.field.attname: kept.pk})
        except IntegrityError as error:
            text = _("Both hold what can be there only once: %(what)s.")
            raise Refused([text % {"what": words_for(relation)}]) from error
        moved[name_of(relation)] = [str(key) for key in keys]
    return moved


def _move_back(merge: Merge, reversal: Reversal) -> None:
    text = _("Moved on or gone since, and left there: %(count)s of %(what)s.")
    for relation in relations():
        keys = merge.moved.get(name_of(relation), [])
        found = records_of(relation).filter(
            **{"pk__in": keys, relation.field.attname: merge.kept_id}
        )
        back = found.update(**{relation.field.attname: merge.absorbed_id})
        reversal.back += back
        if back < len(keys):
            gone = {"count": len(keys) - back, "what": words_for(relation)}
            reversal.left.append(text % gone)


def _give_back(actor: Person, merge: Merge, reversal: Reversal) -> None:
    """Give the facts back that the kept record took over, unless somebody changed them since."""
    text = _("Changed since, and left as it is: %(name)s.")
    before = {}
    for name, (held, taken) in merge.facts.items():
        if getattr(merge.kept, name) == taken:
            before[name] = held
        else:
            label = column_label("pillars" if name == "pillar" else name)
            reversal.left.append(text % {"name": label})
    if before:
        organisation_edit(actor=actor, organisation=merge.kept, **before)

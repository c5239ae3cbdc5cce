"""What staff does with the programme: each change is atomic and on record."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from kragozor.hub.common import audit
from kragozor.hub.programme.models import Activity, Evidence, Target

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


class Withdrawn(Exception):
    """This evidence counts no longer, and is not changed any more."""


class AlreadyOnRecord(Exception):
    """The same was put on record before: a form sent twice would count twice."""


@transaction.atomic
def activity_change(
    *,
    actor: Person,
    activity: Activity,
    responsible: Person | None,
    next_step: str = "",
    next_step_en: str = "",
    next_on: date | None = None,
) -> Activity:
    """Say who answers for an activity, and what comes next by when."""
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    before = _conduct(activity)
    activity.responsible, activity.next_on = responsible, next_on
    activity.next_step, activity.next_step_en = next_step, next_step_en
    activity.save()
    audit.record(
        actor=actor,
        action="activity.changed",
        subject=activity,
        before=before,
        after=_conduct(activity),
    )
    return activity


@transaction.atomic
def target_set(
    *, actor: Person, activity: Activity, value: float | None, since: date, due: date | None = None
) -> Target:
    """Set what an activity aims at from a day on; earlier targets stay on record."""
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    last = activity.targets.filter(since=since).order_by("id").last()
    if last and (last.value, last.due) == (value, due):
        return last
    target = Target.objects.create(
        activity=activity, value=value, since=since, due=due, set_by=actor
    )
    audit.record(
        actor=actor,
        action="activity.target_set",
        subject=activity,
        value=value,
        since=since.isoformat(),
        due=due and due.isoformat(),
    )
    return target


@transaction.atomic
def evidence_add(
    *,
    actor: Person,
    activity: Activity,
    on: date,
    title: str,
    value: float | None = None,
    file: UploadedFile | ContentFile | None = None,
    **more: str | bool,
) -> Evidence:
    """Put on record that something was done, with its proof; ``more`` are fields of `Evidence`."""
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    if activity.evidence.filter(on=on, title=title, value=value, withdrawn_at=None).exists():
        raise AlreadyOnRecord
    evidence = Evidence(activity=activity, on=on, title=title, value=value, added_by=actor, **more)
    if file:
        evidence.file_name = _shortened(file.name)
        evidence.file.save(file.name, file, save=False)
    evidence.save()
    audit.record(
        actor=actor,
        action="evidence.added",
        subject=evidence,
        activity=activity.number,
        value=value,
        is_public=evidence.is_public,
    )
    return evidence


@transaction.atomic
def evidence_show(*, actor: Person, evidence: Evidence, is_public: bool) -> Evidence:
    """Show a piece of evidence to everybody, or to the Council only."""
    evidence = _standing(evidence)
    evidence.is_public = is_public
    evidence.save(update_fields=["is_public"])
    action = "evidence.shown" if is_public else "evidence.hidden"
    audit.record(actor=actor, action=action, subject=evidence)
    return evidence


@transaction.atomic
def evidence_withdraw(*, actor: Person, evidence: Evidence, reason: str) -> Evidence:
    """Let a piece of evidence count no longer; that it was there stays known."""
    evidence = _standing(evidence)
    evidence.withdrawn_at, evidence.withdrawn_by = timezone.now(), actor
    evidence.withdrawn_reason = reason
    evidence.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    audit.record(actor=actor, action="evidence.withdrawn", subject=evidence, reason=reason)
    return evidence


def _shortened(name: str) -> str:
    """Return the name of a file as far as it can be kept, with its ending."""
    ending = Path(name).suffix
    longest = Evidence._meta.get_field("file_name").max_length
    return name if len(name) <= longest else name[: longest - len(ending)] + ending


def _standing(evidence: Evidence) -> Evidence:
    """Return the evidence as it is now, while nobody else changes it."""
    evidence = Evidence.objects.select_for_update().get(pk=evidence.pk)
    if evidence.is_withdrawn:
        raise Withdrawn
    return evidence


def _conduct(activity: Activity) -> dict[str, str | None]:
    """Return who and what next, as the log keeps it."""
    return {
        "responsible": str(activity.responsible_id) if activity.responsible_id else None,
        "next_step": activity.next_step,
        "next_step_en": activity.next_step_en,
        "next_on": activity.next_on and activity.next_on.isoformat(),
    }

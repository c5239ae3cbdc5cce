"""What may be asked about applications: by who holds a link, and by the Council."""

from __future__ import annotations

import hashlib

from django.db.models import Q, QuerySet
from django.utils import timezone

from kragozor.hub.applications import rules
from kragozor.hub.applications.enums import CLOSED, OPEN, State
from kragozor.hub.applications.models import Application, Question


def token_hash(token: str) -> str:
    """Return what is stored of a link's secret; the secret itself has 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()


def applications_followed() -> QuerySet[Application]:
    """The applications whose links work today."""
    now = timezone.now()
    return Application.objects.filter(
        Q(state=State.DRAFT, changed_at__gt=now - rules.DRAFT_LIFE)
        | Q(state__in=OPEN)
        | Q(state__in=CLOSED, closed_at__gt=now - rules.LINK_LIFE)
    )


def application_at(token: str) -> Application | None:
    """The application behind a link, None where the link opens nothing."""
    return applications_followed().filter(links__token_hash=token_hash(token)).first()


def applications_of_address(email: str) -> QuerySet[Application]:
    """What somebody may still follow, the latest first."""
    found = applications_followed().filter(applicant_email=email.strip().lower())
    return found.order_by("-created_at")


def applications_for_council() -> QuerySet[Application]:
    """What was ever sent to the Council; a draft is the applicant's own affair."""
    return Application.objects.filter(sent_at__isnull=False).select_related("reviewer")


def applications_found(*, state: str = "", pillar: str = "", text: str = "") -> list[Application]:
    """The applications of the list, narrowed; without a state those that wait for the Council."""
    found = applications_for_council()
    found = found.filter(state__in=[state] if state else OPEN) if state != "all" else found
    listed = [one for one in found if not pillar or pillar in one.pillars]
    return [one for one in listed if _mentions(one, text)] if text else listed


def applications_waiting() -> QuerySet[Application]:
    """What waits for the Council and not for the applicant, the longest first."""
    states = [State.SENT, State.IN_REVIEW]
    return applications_for_council().filter(state__in=states).order_by("sent_at", "id")


def state_counts() -> dict[str, int]:
    """How many applications are in each state that the Council sees."""
    counted = dict.fromkeys([*OPEN, *CLOSED], 0)
    for state in applications_for_council().values_list("state", flat=True):
        counted[state] += 1
    return counted


def questions_of(application: Application) -> QuerySet[Question]:
    """What was asked about an application and answered, in order."""
    return application.questions.select_related("asked_by", "answer")


def _mentions(application: Application, text: str) -> bool:
    """Whether name, code or town hold a text, in any letter case on any database."""
    held = f"{application.name} {application.eik} {application.town}".casefold()
    return all(word in held for word in text.casefold().split())

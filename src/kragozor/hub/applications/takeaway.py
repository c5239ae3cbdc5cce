"""How a company became a member, for its archive of everything (`members.takeaway`)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kragozor.hub.applications.models import Application
from kragozor.hub.members.facts.model import FACTS

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation

WHEN = ("state", "language", "created_at", "sent_at", "closed_at")
WHO = ("name", "email", "phone", "position", "role")


def files_of(organisation: Organisation) -> Iterator[tuple[str, str | bytes]]:
    """Yield each application that led to its membership, and the declaration it signed."""
    found = Application.objects.filter(organisation=organisation).select_related(
        "decision", "declaration"
    )
    for application in found.order_by("sent_at", "id"):
        place = f"applications/{application.pk}"
        facts = json.dumps(facts_of(application), ensure_ascii=False, indent=2, default=str)
        yield f"{place}/application.json", facts + "\n"
        if hasattr(application, "declaration") and application.declaration.file:
            with application.declaration.file.open() as file:
                yield f"{place}/declaration.pdf", file.read()


def facts_of(application: Application) -> dict[str, object]:
    """Return what was told, asked, answered and decided."""
    questions = application.questions.select_related("answer")
    decision = application.decision
    return {
        **{name: getattr(application, name) for name in ("id", *WHEN, "eik", *FACTS, "pillars")},
        "applicant": {
            "name": application.applicant_name,
            "email": application.applicant_email,
        },
        "representatives": list(application.representatives.values(*WHO)),
        "offers_and_needs": list(application.offers.values("direction", "topic", "text")),
        "consents": list(application.consents.values("purpose", "words", "at")),
        "questions": [
            {
                "text": one.text,
                "asked_at": one.asked_at,
                "answer": one.answer.text if one.is_answered else None,
            }
            for one in questions
        ],
        "decision": {"reason": decision.reason, "decided_at": decision.decided_at},
    }

"""The programme: the Council's scoreboard, the progress that everybody sees, the API's part."""

from datetime import date

from django.core.files.base import ContentFile

from kragozor.hub.programme.models import Activity
from kragozor.hub.programme.services import evidence_add
from tests.hub.access.matrix import (
    API,
    COUNCIL_READS,
    EVERYBODY,
    STAFF_ACTS,
    STAFF_DOES,
    Answer,
    Case,
    each,
)
from tests.hub.cast import Cast

# An address that only takes a form is the same to everybody who only looks.
LOOKED_AT = each(Answer.NOT_SO)


def world(cast: Cast) -> dict[str, object]:
    """One piece of evidence that everybody may see, and one that only the Council may."""
    return {
        "evidence_shown": evidence(cast, is_public=True),
        "evidence_kept": evidence(cast, is_public=False),
    }


def evidence(cast: Cast, *, is_public: bool):
    return evidence_add(
        actor=cast.staff,
        activity=Activity.objects.get(number=12),
        on=date(2025, 6, 30),
        title="Обща конференция" if is_public else "Работна среща",
        file=ContentFile(b"%PDF-", name="Протокол.pdf"),
        is_public=is_public,
    )


def twelfth(_world) -> dict[str, object]:
    return {"number": 12}


def kept(world) -> dict[str, object]:
    return {"evidence_id": world.evidence_kept.pk}


def shown(world) -> dict[str, object]:
    return {"evidence_id": world.evidence_shown.pk}


def report(**more: object):
    return lambda _world: {"year": 2025} | more


CASES = [
    Case("programme:progress", EVERYBODY),
    Case("programme:evidence_shown", EVERYBODY, kwargs=shown),
    Case("programme:evidence_shown", each(Answer.ABSENT), kwargs=kept),
    Case("programme:scoreboard", COUNCIL_READS),
    Case("programme:activity", COUNCIL_READS, kwargs=twelfth),
    Case("programme:records", COUNCIL_READS, kwargs=lambda _world: {"number": 2}),
    Case("programme:evidence_file", COUNCIL_READS, kwargs=kept),
    Case("programme:reports", COUNCIL_READS),
    Case("programme:report", COUNCIL_READS, kwargs=report()),
    Case("programme:report_file", COUNCIL_READS, kwargs=report(language="bg", form="docx")),
    Case("programme:change", STAFF_ACTS, kwargs=twelfth),
    Case(
        "programme:change",
        STAFF_DOES,
        method="POST",
        kwargs=twelfth,
        data=lambda _world: {"next_step": "Писмо до съветите"},
    ),
    Case("programme:target", STAFF_ACTS, kwargs=twelfth),
    Case(
        "programme:target",
        STAFF_DOES,
        method="POST",
        kwargs=twelfth,
        data=lambda _world: {"value": "4", "since": "2025-01-01"},
    ),
    Case("programme:evidence_add", STAFF_ACTS, kwargs=twelfth),
    Case(
        "programme:evidence_add",
        STAFF_DOES,
        method="POST",
        kwargs=twelfth,
        data=lambda _world: {"on": "2025-06-30", "title": "Среща"},
    ),
    Case("programme:show", LOOKED_AT, kwargs=kept),
    Case(
        "programme:show", STAFF_DOES, method="POST", kwargs=kept, data=lambda _w: {"is_public": "1"}
    ),
    Case("programme:withdraw", STAFF_ACTS, kwargs=kept),
    Case(
        "programme:withdraw",
        STAFF_DOES,
        method="POST",
        kwargs=kept,
        data=lambda _world: {"reason": "Друга година"},
    ),
    Case("api:programme_list", API),
]

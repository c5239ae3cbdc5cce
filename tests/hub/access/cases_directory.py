"""The directory: open to everybody; what the Council says of a pillar is its staff's."""

from datetime import timedelta

from django.utils import timezone

from kragozor.hub.members.enums import Payment
from kragozor.hub.members.models import MemberPage, Organisation, Term
from tests.hub.access.matrix import (
    API,
    EVERYBODY,
    STAFF_ACTS,
    STAFF_DOES,
    Answer,
    Case,
    each,
)
from tests.hub.cast import Cast

CHANGED = {"purpose_bg": "За", "purpose_en": "For", "lead": "", "target": 30}


def world(cast: Cast) -> dict[str, object]:
    """A member who agreed to be shown, and one who did not."""
    return {"member_shown": _member(cast, is_shown=True), "member_hidden": _member(cast)}


def _member(cast: Cast, *, is_shown: bool = False) -> Organisation:
    member = Organisation.objects.create(name="Член", pillar="textiles", is_demonstration=True)
    today = timezone.localdate()
    Term.objects.create(
        organisation=member,
        starts=today,
        ends=today + timedelta(days=365),
        payment=Payment.WAIVER,
        waiver_reason="founder",
        created_by=cast.staff,
    )
    MemberPage.objects.create(organisation=member, is_shown=is_shown)
    return member


def pillar(_world) -> dict[str, str]:
    return {"code": "textiles"}


CASES = [
    Case("directory:pillars", EVERYBODY),
    Case("directory:pillar", EVERYBODY, kwargs=pillar),
    Case("directory:members", EVERYBODY),
    Case(
        "directory:member",
        EVERYBODY,
        kwargs=lambda world: {"organisation_id": world.member_shown.pk},
    ),
    Case(
        "directory:member",
        each(Answer.ABSENT),
        kwargs=lambda world: {"organisation_id": world.member_hidden.pk},
    ),
    Case("directory:regions", EVERYBODY),
    Case("directory:region", EVERYBODY, kwargs=lambda _world: {"code": "BG322"}),
    Case("directory:pillar_edit", STAFF_ACTS, kwargs=pillar),
    Case(
        "directory:pillar_edit",
        STAFF_DOES,
        method="POST",
        kwargs=pillar,
        data=lambda _world: CHANGED,
    ),
    Case("api:pillar_list", API),
]

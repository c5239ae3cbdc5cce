"""Members: companies, their people, invitations, access for the Council, and the API's part."""

from datetime import timedelta

from django.utils import timezone

from kragozor.hub.members.enums import Role
from kragozor.hub.members.services import invitation_send
from tests.hub.access.matrix import (
    COMPANY,
    EVERYBODY,
    OUTSIDERS,
    OWNERS,
    SIGNED_IN,
    Answer,
    Case,
    each,
)
from tests.hub.cast import Cast

TOKEN = "t" * 43
FACTS = {"name": "Нишка ЕООД", "kind": "company", "pillar": "textiles", "town": "Сливен"}
# An address that only takes a form is the same to everybody who only looks.
LOOKED_AT = each(Answer.NOT_SO) | each(Answer.SIGN_IN, "visitor")
MANAGED = OWNERS | each(Answer.DONE, "owner")
API = SIGNED_IN | each(Answer.UNKNOWN, "visitor")


def world(cast: Cast) -> dict[str, object]:
    """An invitation to the stranger, a representation to end, a grant to revoke."""
    invitation = invitation_send(
        actor=cast.owner,
        organisation=cast.company,
        email=cast.stranger.email,
        role=Role.READER,
        language="bg",
    )
    return {
        "invitation": invitation,
        "editing": cast.company.representations.get(person=cast.editor),
        "grant": cast.company.grants.get(),
    }


def company(world) -> dict[str, object]:
    return {"organisation_id": world.company.pk}


def editing(world) -> dict[str, object]:
    return company(world) | {"representation_id": world.editing.pk}


def invitation(world) -> dict[str, object]:
    return {"invitation_id": world.invitation.pk}


def grant(world) -> dict[str, object]:
    return company(world) | {"grant_id": world.grant.pk}


def invited(world) -> dict[str, object]:
    return company(world) | invitation(world)


def access(world) -> dict[str, object]:
    return {"staff": world.staff.pk, "until": timezone.localdate() + timedelta(days=7)}


CASES = [
    Case("members:list", SIGNED_IN),
    Case("members:new", SIGNED_IN),
    Case(
        "members:new",
        each(Answer.DONE) | each(Answer.SIGN_IN, "visitor"),
        method="POST",
        data=lambda _world: FACTS | {"eik": "121823162"},
    ),
    Case("members:detail", COMPANY, kwargs=company),
    Case("members:edit", OWNERS, kwargs=company),
    Case("members:edit", MANAGED, method="POST", kwargs=company, data=lambda _world: FACTS),
    Case("members:people", COMPANY, kwargs=company),
    # The editor's own page is open to the editor, who may leave.
    Case("members:person", OWNERS | each(Answer.OPEN, "editor"), kwargs=editing),
    Case("members:role", LOOKED_AT, kwargs=editing),
    Case(
        "members:role",
        MANAGED,
        method="POST",
        kwargs=editing,
        data=lambda _world: {"role": "reader"},
    ),
    Case("members:end", LOOKED_AT, kwargs=editing),
    Case("members:end", MANAGED | each(Answer.DONE, "editor"), method="POST", kwargs=editing),
    Case("members:invite", OWNERS, kwargs=company),
    Case(
        "members:invite",
        MANAGED,
        method="POST",
        kwargs=company,
        data=lambda _world: {"email": "new@example.org", "role": "editor"},
    ),
    Case("members:invitation_revoke", LOOKED_AT, kwargs=invited),
    Case("members:invitation_revoke", MANAGED, method="POST", kwargs=invited),
    Case("members:grant", OWNERS, kwargs=company),
    Case("members:grant", MANAGED, method="POST", kwargs=company, data=access),
    Case("members:grant_revoke", LOOKED_AT, kwargs=grant),
    Case("members:grant_revoke", MANAGED, method="POST", kwargs=grant),
    # Nobody guesses a link; whoever has it may read it, which test_invitations.py shows.
    Case("members:invitation", each(Answer.ABSENT), kwargs=lambda _world: {"token": TOKEN}),
    Case("members:invitation_accept", LOOKED_AT, kwargs=invitation),
    Case(
        "members:invitation_accept",
        each(Answer.ABSENT) | each(Answer.DONE, "stranger") | each(Answer.SIGN_IN, "visitor"),
        method="POST",
        kwargs=invitation,
    ),
    Case("api_docs", EVERYBODY),
    Case("api:openapi-json", EVERYBODY),
    Case("api:api-root", each(Answer.ABSENT)),
    Case("api:member_list", API),
    Case(
        "api:member_detail",
        API | each(Answer.ABSENT, *OUTSIDERS),
        kwargs=lambda world: {"member_id": world.company.pk},
    ),
]

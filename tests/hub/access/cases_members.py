"""Members: companies, their people, invitations, access for the Council, and the API's part."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kragozor.hub.members.enums import Role
from kragozor.hub.members.models import Project
from kragozor.hub.members.services import (
    TermFacts,
    invitation_send,
    logo_set,
    offering_add,
    term_begin,
)
from tests.hub.access.matrix import (
    API,
    COMPANY,
    COUNCIL_READS,
    EVERYBODY,
    ONLY_SENT,
    OUTSIDERS,
    OWNERS,
    SIGNED_IN,
    STAFF_ACTS,
    STAFF_DOES,
    Answer,
    Case,
    each,
)
from tests.hub.cast import Cast
from tests.hub.members.pictures import png

TOKEN = "t" * 43
FACTS = {"name": "Нишка ЕООД", "kind": "company", "pillar": "textiles", "town": "Сливен"}
MANAGED = OWNERS | each(Answer.DONE, "owner")
# A logo is public where the page is; here it is not, so even a visitor is answered at once.
UNSHOWN = COMPANY | each(Answer.ABSENT, "visitor")


def world(cast: Cast) -> dict[str, object]:
    """An invitation to the stranger, a representation to end, a grant to revoke."""
    invitation = invitation_send(
        actor=cast.owner,
        organisation=cast.company,
        email=cast.stranger.email,
        role=Role.READER,
        language="bg",
    )
    logo_set(actor=cast.owner, organisation=cast.company, content=png(64, 64))
    today = timezone.localdate()
    return {
        "term": term_begin(
            actor=cast.staff,
            organisation=cast.company,
            term=TermFacts(today, today + timedelta(days=100), waiver_reason="учредител"),
        ),
        "offering": offering_add(
            actor=cast.owner,
            organisation=cast.company,
            direction="offer",
            topic="residue",
            text_bg="Памучни изрезки",
        ),
        "project": Project.objects.create(
            organisation=cast.company, title_bg="Второ платно", year=2025
        ),
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


def term(world) -> dict[str, object]:
    return company(world) | {"term_id": world.term.pk}


def offering(world) -> dict[str, object]:
    return company(world) | {"offering_id": world.offering.pk}


def project(world) -> dict[str, object]:
    return company(world) | {"project_id": world.project.pk}


def term_facts(world) -> dict[str, object]:
    starts = world.term.ends + timedelta(days=1)
    return {"starts": starts, "ends": starts + timedelta(days=364), "payment": "fee", "fee": "200"}


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
        data=lambda _world: FACTS | {"eik": "205000006"},
    ),
    Case("members:detail", COMPANY, kwargs=company),
    Case("members:edit", OWNERS, kwargs=company),
    Case("members:edit", MANAGED, method="POST", kwargs=company, data=lambda _world: FACTS),
    Case("members:people", COMPANY, kwargs=company),
    # The editor's own page is open to the editor, who may leave.
    Case("members:person", OWNERS | each(Answer.OPEN, "editor"), kwargs=editing),
    Case("members:role", ONLY_SENT, kwargs=editing),
    Case(
        "members:role",
        MANAGED,
        method="POST",
        kwargs=editing,
        data=lambda _world: {"role": "reader"},
    ),
    Case("members:end", ONLY_SENT, kwargs=editing),
    Case("members:end", MANAGED | each(Answer.DONE, "editor"), method="POST", kwargs=editing),
    Case("members:invite", OWNERS, kwargs=company),
    Case(
        "members:invite",
        MANAGED,
        method="POST",
        kwargs=company,
        data=lambda _world: {"email": "new@example.org", "role": "editor"},
    ),
    Case("members:invitation_revoke", ONLY_SENT, kwargs=invited),
    Case("members:invitation_revoke", MANAGED, method="POST", kwargs=invited),
    Case("members:grant", OWNERS, kwargs=company),
    Case("members:grant", MANAGED, method="POST", kwargs=company, data=access),
    Case("members:grant_revoke", ONLY_SENT, kwargs=grant),
    Case("members:grant_revoke", MANAGED, method="POST", kwargs=grant),
    # Nobody guesses a link; whoever has it may read it, which test_invitations.py shows.
    Case("members:invitation", each(Answer.ABSENT), kwargs=lambda _world: {"token": TOKEN}),
    Case("members:invitation_accept", ONLY_SENT, kwargs=invitation),
    Case(
        "members:invitation_accept",
        each(Answer.ABSENT) | each(Answer.DONE, "stranger") | each(Answer.SIGN_IN, "visitor"),
        method="POST",
        kwargs=invitation,
    ),
    Case("members:page", COMPANY, kwargs=company),
    Case("members:page_edit", OWNERS, kwargs=company),
    Case(
        "members:page_edit",
        MANAGED,
        method="POST",
        kwargs=company,
        data=lambda _world: {"text_bg": "Тъчем.", "is_shown": "on"},
    ),
    Case("members:logo_edit", OWNERS, kwargs=company),
    Case(
        "members:logo_edit",
        MANAGED,
        method="POST",
        kwargs=company,
        data=lambda _world: {"logo": SimpleUploadedFile("logo.png", png(64, 64))},
    ),
    Case("members:logo_remove", ONLY_SENT, kwargs=company),
    Case("members:logo_remove", MANAGED, method="POST", kwargs=company),
    Case("members:logo", UNSHOWN, kwargs=company),
    Case("members:offering_new", OWNERS, kwargs=company),
    Case(
        "members:offering_new",
        MANAGED,
        method="POST",
        kwargs=company,
        data=lambda _world: {"direction": "seek", "topic": "partner", "text_bg": "Партньор"},
    ),
    Case("members:offering_withdraw", ONLY_SENT, kwargs=offering),
    Case("members:offering_withdraw", MANAGED, method="POST", kwargs=offering),
    Case("members:project_new", OWNERS, kwargs=company),
    Case(
        "members:project_new",
        MANAGED,
        method="POST",
        kwargs=company,
        data=lambda _world: {"title_bg": "Платно", "year": "2026"},
    ),
    Case("members:project_edit", OWNERS, kwargs=project),
    Case(
        "members:project_edit",
        MANAGED,
        method="POST",
        kwargs=project,
        data=lambda _world: {"title_bg": "Платно", "year": "2026"},
    ),
    Case("members:project_remove", ONLY_SENT, kwargs=project),
    Case("members:project_remove", MANAGED, method="POST", kwargs=project),
    Case("members:data", COMPANY, kwargs=company),
    Case("members:data_export", ONLY_SENT, kwargs=company),
    Case("members:data_export", MANAGED, method="POST", kwargs=company),
    Case("members:data_file", OWNERS | each(Answer.ABSENT, "owner"), kwargs=company),
    Case("members:council", COUNCIL_READS),
    Case("members:renewals", COUNCIL_READS),
    Case("members:council_member", COUNCIL_READS, kwargs=company),
    Case("members:council_term", STAFF_ACTS, kwargs=company),
    Case("members:council_term", STAFF_DOES, method="POST", kwargs=company, data=term_facts),
    Case("members:council_term_end", STAFF_ACTS, kwargs=term),
    Case(
        "members:council_term_end",
        STAFF_DOES,
        method="POST",
        kwargs=term,
        data=lambda world: {"on": world.term.starts, "reason": "преместване"},
    ),
    Case("members:council_pillars", STAFF_ACTS, kwargs=company),
    Case(
        "members:council_pillars",
        STAFF_DOES,
        method="POST",
        kwargs=company,
        data=lambda _world: {"pillars": ["plastics"]},
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

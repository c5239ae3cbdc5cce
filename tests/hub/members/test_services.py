"""Changes of organisations and of who may see them, without the pages."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.members import queries, services
from kragozor.hub.members.enums import Role
from kragozor.hub.members.models import Organisation
from tests.hub.cast import person_make

pytestmark = pytest.mark.django_db


def logged(action):
    return AuditEntry.objects.get(action=action)


def representation_of(person, company):
    return company.representations.get(person=person, until__isnull=True)


def test_who_registers_a_company_owns_it(cast):
    made = services.organisation_create(
        actor=cast.reader, name="Трета ООД", eik="121823162", pillar="agrifood"
    )
    assert representation_of(cast.reader, made).role == Role.OWNER
    assert logged("organisation.created").actor == cast.reader
    assert logged("organisation.created").organisation_id == made.pk


def test_editing_a_company_keeps_what_it_was_in_the_log(cast):
    services.organisation_edit(
        actor=cast.owner, organisation=cast.company, name="Нишка ЕООД", town="Габрово"
    )
    assert Organisation.objects.get(pk=cast.company.pk).name == "Нишка ЕООД"
    assert logged("organisation.edited").detail == {"before": {"name": "Нишка ООД"}}


def test_saving_without_a_change_is_no_change(cast):
    services.organisation_edit(actor=cast.owner, organisation=cast.company, town="Габрово")
    assert not AuditEntry.objects.exists()


def test_new_role_ends_the_old_one_and_begins(cast):
    old = representation_of(cast.editor, cast.company)
    new = services.representation_change_role(actor=cast.owner, representation=old, role=Role.OWNER)
    old.refresh_from_db()
    assert old.until is not None
    assert old.role == Role.EDITOR
    assert new.role == Role.OWNER
    assert new.is_current
    assert logged("representation.role_changed").detail["before"] == "editor"


def test_the_same_role_again_changes_nothing(cast):
    old = representation_of(cast.editor, cast.company)
    same = services.representation_change_role(
        actor=cast.owner, representation=old, role=Role.EDITOR
    )
    assert same.pk == old.pk
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.READER])
def test_the_last_owner_cannot_become_something_less(cast, role):
    with pytest.raises(services.LastOwner):
        services.representation_change_role(
            actor=cast.owner,
            representation=representation_of(cast.owner, cast.company),
            role=role,
        )
    assert representation_of(cast.owner, cast.company).role == Role.OWNER


def test_the_last_owner_cannot_leave(cast):
    with pytest.raises(services.LastOwner):
        services.representation_end(
            actor=cast.owner, representation=representation_of(cast.owner, cast.company)
        )
    assert representation_of(cast.owner, cast.company).is_current


def test_an_owner_leaves_when_there_is_another(cast):
    services.representation_change_role(
        actor=cast.owner,
        representation=representation_of(cast.editor, cast.company),
        role=Role.OWNER,
    )
    services.representation_end(
        actor=cast.owner, representation=representation_of(cast.owner, cast.company)
    )
    assert [r.person for r in queries.representatives_of(cast.company)] == [
        cast.reader,
        cast.editor,
    ]


def test_nobody_begins_twice(cast):
    with pytest.raises(services.AlreadyRepresents):
        services.representation_begin(
            actor=cast.owner, organisation=cast.company, person=cast.reader, role=Role.OWNER
        )


def test_a_new_grant_takes_the_place_of_the_old(cast):
    until = timezone.localdate() + timedelta(days=3)
    grant = services.grant_give(
        actor=cast.owner, organisation=cast.company, staff=cast.granted, until=until
    )
    assert list(queries.standing_grants_of(cast.company)) == [grant]
    assert queries.former_grants_of(cast.company).count() == 1
    assert logged("grant.given").detail["until"] == until.isoformat()


def test_a_revoked_grant_opens_nothing(cast):
    services.grant_revoke(actor=cast.owner, grant=cast.company.grants.get())
    assert not queries.standing_of(cast.granted, cast.company).has_grant
    assert logged("grant.revoked").detail == {"staff": str(cast.granted.pk)}


def invite(cast, email="new@example.org", role=Role.EDITOR, language="bg"):
    return services.invitation_send(
        actor=cast.owner, organisation=cast.company, email=email, role=role, language=language
    )


@pytest.mark.parametrize(
    ("language", "subject"), [("bg", "Покана от Нишка ООД"), ("en", "Invitation to Нишка ООД")]
)
def test_letter_is_in_the_language_of_who_receives_it(
    cast, django_capture_on_commit_callbacks, language, subject
):
    person_make("new", language=language)
    other = "en" if language == "bg" else "bg"
    with django_capture_on_commit_callbacks(execute=True):
        invite(cast, "New@Example.org", language=other)
    (letter,) = mail.outbox
    assert letter.subject == subject
    assert letter.to == ["new@example.org"]
    prefix = "" if language == "bg" else "/en"
    assert f"http://127.0.0.1:8000{prefix}/invitations/" in letter.body


def test_letter_to_somebody_unknown_is_in_the_language_of_the_page(
    cast, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        invite(cast, language="en")
    assert mail.outbox[0].subject == "Invitation to Нишка ООД"


def test_the_links_secret_is_not_stored(cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        invitation = invite(cast)
    address, _ = [line for line in mail.outbox[0].body.splitlines() if "://" in line]
    token = address.rstrip("/").rpartition("/")[2]
    assert services.token_hash(token) == invitation.token_hash
    assert token not in str(vars(invitation))


def test_a_name_with_a_line_break_cannot_add_headers_to_the_letter(
    cast, django_capture_on_commit_callbacks
):
    cast.company.name = "Нишка\r\nBcc: all@example.org"
    cast.company.save()
    with django_capture_on_commit_callbacks(execute=True):
        invite(cast)
    assert mail.outbox[0].subject == "Покана от Нишка Bcc: all@example.org"
    assert "Bcc" not in mail.outbox[0].message()


def test_inviting_again_withdraws_the_earlier_letter(cast):
    first, second = invite(cast), invite(cast, role=Role.READER)
    assert list(queries.open_invitations()) == [second]
    first.refresh_from_db()
    assert first.revoked_at is not None


def test_who_acts_for_the_company_is_not_invited(cast):
    with pytest.raises(services.AlreadyRepresents):
        invite(cast, cast.reader.email)


def test_accepting_begins_the_role_once(cast):
    invitation, person = invite(cast), person_make("new")
    begun = services.invitation_accept(actor=person, invitation=invitation)
    assert begun.role == Role.EDITOR
    assert representation_of(person, cast.company) == begun
    with pytest.raises(services.NotInvited):
        services.invitation_accept(actor=person, invitation=invitation)


def test_only_the_invited_accept(cast):
    with pytest.raises(services.NotInvited):
        services.invitation_accept(actor=cast.stranger, invitation=invite(cast))
    assert not cast.company.representations.filter(person=cast.stranger).exists()


@pytest.mark.parametrize("end", ["expire", "revoke"])
def test_an_invitation_that_is_over_is_not_accepted(cast, end):
    invitation, person = invite(cast), person_make("new")
    if end == "revoke":
        services.invitation_revoke(actor=cast.owner, invitation=invitation)
    else:
        type(invitation).objects.update(expires_at=timezone.now())
    with pytest.raises(services.NotInvited):
        services.invitation_accept(actor=person, invitation=invitation)
    assert list(queries.invitations_for(person)) == []

"""Two people who do the same, or the opposite, at the same moment."""

import pytest

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.members import queries, services
from kragozor.hub.members.enums import Role
from kragozor.hub.members.models import Invitation, Organisation, Representation
from tests.hub.cast import person_make
from tests.hub.pages import assert_page
from tests.hub.racing import RACES, at_once

MEANWHILE = "Междувременно това беше променено."
FACTS = {"name": "Трета ООД", "eik": "121823162", "pillar": "agrifood"}


@pytest.fixture
def second_owner(cast):
    """Another owner of the company."""
    person = person_make("second")
    services.representation_begin(
        actor=cast.owner, organisation=cast.company, person=person, role=Role.OWNER
    )
    return person


def representation_of(person) -> Representation:
    return Representation.objects.get(person=person, until__isnull=True)


def invitation_to(cast, person) -> Invitation:
    return services.invitation_send(
        actor=cast.owner,
        organisation=cast.company,
        email=person.email,
        role=Role.EDITOR,
        language="bg",
    )


class TestStale:
    """What was read before somebody else changed it."""

    pytestmark = pytest.mark.django_db

    def test_what_has_ended_does_not_end_again(self, cast):
        seen = representation_of(cast.editor)
        services.representation_end(actor=cast.owner, representation=representation_of(cast.editor))
        until = Representation.objects.get(pk=seen.pk).until
        with pytest.raises(services.Ended):
            services.representation_end(actor=cast.editor, representation=seen)
        assert Representation.objects.get(pk=seen.pk).until == until

    def test_who_was_ended_is_not_brought_back_by_a_new_role(self, cast):
        seen = representation_of(cast.editor)
        services.representation_end(actor=cast.owner, representation=representation_of(cast.editor))
        with pytest.raises(services.Ended):
            services.representation_change_role(
                actor=cast.owner, representation=seen, role=Role.OWNER
            )
        assert not cast.editor.representations.filter(until__isnull=True).exists()

    def test_a_role_that_was_changed_meanwhile_is_not_changed_again(self, cast):
        seen = representation_of(cast.editor)
        change = {"actor": cast.owner, "representation": seen, "role": Role.READER}
        services.representation_change_role(**change)
        with pytest.raises(services.Ended):
            services.representation_change_role(**change | {"role": Role.OWNER})
        assert representation_of(cast.editor).role == Role.READER

    def test_a_company_is_registered_once(self, cast):
        services.organisation_create(actor=cast.reader, **FACTS)
        with pytest.raises(services.AlreadyRegistered):
            services.organisation_create(actor=cast.stranger, **FACTS)
        made = Organisation.objects.get(eik=FACTS["eik"])
        assert list(made.representations.values_list("person", flat=True)) == [cast.reader.pk]

    def test_a_form_that_comes_second_is_told_so(self, cast, client_of, monkeypatch):
        monkeypatch.setattr(services, "organisation_create", raising(services.AlreadyRegistered))
        form = {**FACTS, "kind": "company", "town": "Русе"}
        answer = client_of(cast.reader).post("/companies/new/", form)
        assert answer.status_code == 200
        assert "вече е регистрирана" in answer.text

    @pytest.mark.parametrize("action", ["end", "role"])
    def test_what_a_colleague_has_ended_is_told(self, cast, client_of, action):
        found = representation_of(cast.editor)
        services.representation_end(actor=cast.owner, representation=found)
        address = f"/companies/{cast.company.pk}/people/{found.pk}/"
        client = client_of(cast.owner)
        page = client.post(f"{address}{action}/", {"role": "reader"}, follow=True)
        assert MEANWHILE in page.text
        assert MEANWHILE in client.get(address, follow=True).text
        assert not AuditEntry.objects.filter(action="representation.role_changed").exists()

    def test_what_was_ended_in_another_window_is_told(self, cast, client_of):
        client, company = client_of(cast.owner), f"/companies/{cast.company.pk}/"
        offering = services.offering_add(
            actor=cast.owner,
            organisation=cast.company,
            direction="offer",
            topic="residue",
            text_bg="Изрезки",
        )
        project = services.project_write(
            actor=cast.owner, organisation=cast.company, title_bg="Платно", year=2025
        )
        invitation = invitation_to(cast, cast.stranger)
        for address in (
            f"access/{cast.company.grants.get().pk}/revoke/",
            f"invitations/{invitation.pk}/revoke/",
            f"offers/{offering.pk}/withdraw/",
            f"projects/{project.pk}/remove/",
        ):
            assert MEANWHILE not in client.post(company + address, follow=True).text
            before = AuditEntry.objects.count()
            assert MEANWHILE in client.post(company + address, follow=True).text
            assert AuditEntry.objects.count() == before

    def test_an_invitation_that_was_just_taken_back_is_closed(self, cast, client_of):
        invitation = invitation_to(cast, cast.stranger)
        services.invitation_revoke(actor=cast.owner, invitation=invitation)
        answer = client_of(cast.stranger).post(f"/invitations/{invitation.pk}/accept/")
        assert_page(answer, status=410)
        assert not queries.organisations_of(cast.stranger).filter(pk=cast.company.pk).exists()

    def test_an_invitation_that_is_accepted_twice_leads_to_the_company(self, cast, client_of):
        address = f"/invitations/{invitation_to(cast, cast.stranger).pk}/accept/"
        client = client_of(cast.stranger)
        for _press in range(2):
            assert client.post(address).headers["Location"] == f"/companies/{cast.company.pk}/"
        assert cast.company.representations.filter(person=cast.stranger).count() == 1

    def test_who_has_just_come_is_not_invited(self, cast, client_of, monkeypatch):
        monkeypatch.setattr(services, "invitation_send", raising(services.AlreadyRepresents))
        form = {"email": "new@example.org", "role": "reader"}
        answer = client_of(cast.owner).post(f"/companies/{cast.company.pk}/invite/", form)
        assert answer.status_code == 200
        assert "вече" in answer.text


class TestAtOnce:
    """Several connections that meet at the lock of the company."""

    pytestmark = RACES

    def test_of_the_last_two_owners_one_stays(self, cast, second_owner):
        leaving = [representation_of(person) for person in (cast.owner, second_owner)]
        outcomes = at_once(
            *(
                lambda one=one: services.representation_end(actor=one.person, representation=one)
                for one in leaving
            )
        )
        assert outcomes == ["LastOwner", "done"]
        owners = cast.company.representations.filter(role=Role.OWNER, until__isnull=True)
        assert owners.count() == 1

    def test_an_invitation_is_taken_up_once(self, cast):
        invitation = invitation_to(cast, cast.stranger)
        accept = lambda: services.invitation_accept(  # noqa: E731, it is called in threads
            actor=cast.stranger, invitation=invitation
        )
        assert at_once(accept, accept, accept) == ["NotInvited", "NotInvited", "done"]

    def test_a_form_that_is_sent_twice_registers_once(self, cast):
        create = lambda: services.organisation_create(  # noqa: E731, it is called in threads
            actor=cast.reader, **FACTS
        )
        assert at_once(create, create) == ["AlreadyRegistered", "done"]

    def test_letters_sent_at_once_leave_one_open_invitation(self, cast):
        invite = lambda: invitation_to(cast, cast.stranger)  # noqa: E731, it is called in threads
        assert at_once(invite, invite) == ["done", "done"]
        assert cast.company.invitations.filter(revoked_at__isnull=True).count() == 1


def raising(error: type[Exception]):
    def refuse(**_facts):
        raise error

    return refuse

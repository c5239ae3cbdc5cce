"""What the pages do; who is let in to them is in the access matrix."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from kragozor.hub.members import queries, services
from kragozor.hub.members.enums import Role
from kragozor.hub.members.models import Invitation, Organisation, Representation
from tests.hub.cast import EIK, person_make
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db
FACTS = {"name": "Трета ООД", "kind": "company", "pillar": "agrifood", "town": "Плевен"}


@pytest.fixture
def ours(cast):
    return f"/companies/{cast.company.pk}/"


def test_registering_a_company_makes_it_mine(cast, client_of):
    page = client_of(cast.reader).post(
        "/companies/new/", FACTS | {"eik": "BG 121 823 162"}, follow=True
    )
    made = Organisation.objects.get(eik="121823162")
    assert page.redirect_chain == [(f"/companies/{made.pk}/", 302)]
    assert "Регистрацията е готова: Трета ООД." in page.text
    assert queries.standing_of(cast.reader, made).role == Role.OWNER


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (EIK, "Тази фирма вече е регистрирана."),
        ("175074751", "Това не е ЕИК"),
        ("7501020018", "колкото има ЕГН"),
        ("", "Това поле е задължително."),
    ],
)
def test_a_code_that_does_not_do_is_explained(cast, client_of, code, message):
    page = client_of(cast.stranger).post("/companies/new/", FACTS | {"eik": code})
    assert page.status_code == 200
    assert message in page.text
    assert Organisation.objects.count() == 2


def test_a_registered_code_reveals_nothing_about_its_company(cast, client_of):
    page = client_of(cast.stranger).post("/companies/new/", FACTS | {"eik": EIK})
    assert "Нишка" not in page.text
    assert cast.owner.email not in page.text


def test_english_page_explains_in_english(cast, client_of):
    page = client_of(cast.stranger).post("/en/companies/new/", FACTS | {"eik": EIK})
    assert "This company is registered already." in page.text


def test_the_code_of_a_company_does_not_change(cast, client_of, ours):
    client_of(cast.owner).post(f"{ours}edit/", FACTS | {"eik": "121823162"})
    cast.company.refresh_from_db()
    assert (cast.company.name, cast.company.eik) == ("Трета ООД", EIK)


def test_a_sector_that_is_not_one_is_refused(cast, client_of, ours):
    page = client_of(cast.owner).post(f"{ours}edit/", FACTS | {"pillar": "steel"})
    assert page.status_code == 200
    cast.company.refresh_from_db()
    assert cast.company.name == "Нишка ООД"


def test_names_are_written_as_text_and_not_as_markup(cast, client_of, ours):
    Organisation.objects.update(name="<script>alert(1)</script>", eik=None, is_demonstration=True)
    for address in ("/companies/", ours, f"{ours}people/", f"{ours}invite/"):
        page = client_of(cast.owner).get(address)
        assert "<script>alert" not in page.text
        assert "&lt;script&gt;" in page.text


@pytest.mark.parametrize(
    ("part", "offered"), [("owner", True), ("editor", False), ("reader", False), ("staff", False)]
)
def test_only_owners_are_offered_to_invite(cast, client_of, ours, part, offered):
    page = client_of(cast.people[part]).get(f"{ours}people/")
    assert (f"{ours}invite/" in page.text) is offered
    assert (f"{ours}access/" in page.text) is offered


@pytest.mark.parametrize(("part", "answer"), [("staff", 302), ("board", 403), ("editor", 403)])
def test_the_staff_invites_an_owner_where_there_is_none(cast, client_of, ours, part, answer):
    Representation.objects.filter(person=cast.owner).update(until=timezone.now())
    client = client_of(cast.people[part])
    assert (f"{ours}invite/" in client.get(f"{ours}people/").text) is (answer == 302)
    facts = {"email": "new@example.org", "role": "owner"}
    assert client.post(f"{ours}invite/", facts).status_code == answer
    assert Invitation.objects.filter(email="new@example.org").exists() is (answer == 302)


def test_an_organisation_without_people_says_so(cast, client_of, ours):
    Representation.objects.update(until=timezone.now())
    assert "Докато няма собственик" in client_of(cast.board).get(f"{ours}people/").text


def test_page_says_who_sees_it(cast, client_of, ours):
    for address in (ours, f"{ours}people/"):
        assert "Кой вижда това:" in client_of(cast.reader).get(address).text


def representation(cast, person):
    return cast.company.representations.get(person=person, until__isnull=True)


def test_owner_changes_a_role(cast, client_of, ours):
    address = f"{ours}people/{representation(cast, cast.editor).pk}/role/"
    client_of(cast.owner).post(address, {"role": "reader"})
    assert representation(cast, cast.editor).role == Role.READER


def test_a_role_that_is_none_changes_nothing(cast, client_of, ours):
    address = f"{ours}people/{representation(cast, cast.editor).pk}/role/"
    client_of(cast.owner).post(address, {"role": "boss"})
    assert representation(cast, cast.editor).role == Role.EDITOR


@pytest.mark.parametrize("action", ["role", "end"])
def test_the_last_owner_is_told_why_they_must_stay(cast, client_of, ours, action):
    address = f"{ours}people/{representation(cast, cast.owner).pk}/{action}/"
    page = client_of(cast.owner).post(address, {"role": "reader"}, follow=True)
    assert "винаги има собственик" in page.text
    assert representation(cast, cast.owner).role == Role.OWNER


@pytest.mark.parametrize("part", ["reader", "stranger", "staff", "visitor"])
def test_a_role_stays_when_others_try(cast, client_of, ours, part):
    for action in ("role", "end"):
        address = f"{ours}people/{representation(cast, cast.editor).pk}/{action}/"
        client_of(cast.people[part]).post(address, {"role": "owner"})
    assert representation(cast, cast.editor).role == Role.EDITOR


def test_a_reader_may_leave(cast, client_of, ours):
    address = f"{ours}people/{representation(cast, cast.reader).pk}/end/"
    page = client_of(cast.reader).post(address, follow=True)
    assert page.redirect_chain == [("/companies/", 302)]
    assert not queries.organisations_of(cast.reader).exists()


def test_an_owner_of_another_company_cannot_reach_in(cast, client_of):
    """The number of somebody's representation, under one's own company."""
    theirs = representation(cast, cast.editor).pk
    own = f"/companies/{cast.other_company.pk}"
    page = client_of(cast.stranger).post(f"{own}/people/{theirs}/end/")
    assert page.status_code == 404
    grant = cast.company.grants.get().pk
    assert client_of(cast.stranger).post(f"{own}/access/{grant}/revoke/").status_code == 404
    assert representation(cast, cast.editor).is_current


def test_earlier_roles_are_told_with_their_days(cast, client_of, ours):
    services.representation_end(actor=cast.owner, representation=representation(cast, cast.reader))
    page = client_of(cast.owner).get(f"{ours}people/")
    assert "Предишни хора, роли и достъп" in page.text
    assert "Ива Reader, Читател" in page.text


def test_owner_lets_a_named_person_of_the_staff_in(cast, client_of, ours):
    today = timezone.localdate()
    client_of(cast.owner).post(f"{ours}access/", {"staff": cast.staff.pk, "until": today})
    assert queries.standing_of(cast.staff, cast.company).has_grant


@pytest.mark.parametrize(("part", "days"), [("staff", -1), ("staff", 367), ("stranger", 5)])
def test_access_is_for_staff_and_for_a_year_at_most(cast, client_of, ours, part, days):
    until = timezone.localdate() + timedelta(days=days)
    page = client_of(cast.owner).post(
        f"{ours}access/", {"staff": cast.people[part].pk, "until": until}
    )
    assert page.status_code == 200
    assert cast.company.grants.count() == 1


def test_owner_ends_an_access(cast, client_of, ours):
    client_of(cast.owner).post(f"{ours}access/{cast.company.grants.get().pk}/revoke/")
    assert not queries.standing_of(cast.granted, cast.company).has_grant


@pytest.fixture
def link(cast, client_of, ours, django_capture_on_commit_callbacks):
    """The link that a letter holds, sent to new@example.org by the owner."""
    with django_capture_on_commit_callbacks(execute=True):
        client_of(cast.owner).post(f"{ours}invite/", {"email": "new@example.org", "role": "editor"})
    address, home = [line for line in mail.outbox[0].body.splitlines() if "://" in line]
    assert mail.outbox[0].body.rstrip().endswith(f"\n--\nКръгозор\n{home}")
    return address.removeprefix("http://127.0.0.1:8000")


def test_somebody_who_is_here_already_is_not_invited(cast, client_of, ours):
    page = client_of(cast.owner).post(
        f"{ours}invite/", {"email": "READER@example.org", "role": "editor"}
    )
    assert "вече действа от името на фирмата" in page.text
    assert not mail.outbox


def test_a_company_writes_to_so_many_a_day(cast, client_of, ours, monkeypatch):
    monkeypatch.setattr("kragozor.hub.members.services.invitations.DAILY_INVITATIONS", 2)
    pages = [
        client_of(cast.owner).post(
            f"{ours}invite/", {"email": f"new{number}@example.org", "role": "reader"}
        )
        for number in range(3)
    ]
    assert [page.status_code for page in pages] == [302, 302, 200]
    assert "Фирмата изпрати много покани днес." in pages[-1].text
    assert cast.company.invitations.count() == 2


def test_the_link_shows_a_visitor_how_to_go_on(link, client_of):
    page = client_of(None).get(link)
    assert page.status_code == 200
    assert "Нишка ООД" in page.text
    assert f"?next={link}" in page.text
    assert "noindex" in page.text
    assert "no-store" in page.headers["Cache-Control"]


def test_the_link_offers_others_nothing_to_accept(cast, link, client_of):
    page = client_of(cast.stranger).get(link)
    assert "Приемане на поканата" not in page.text
    assert "new@example.org" in page.text


def test_the_invited_accept_and_stand_in_the_company(cast, link, client_of):
    person = person_make("new")
    client = client_of(person)
    assert "Приемане на поканата" in client.get(link).text
    invitation = queries.invitations_for(person).get()
    page = client.post(f"/invitations/{invitation.pk}/accept/", follow=True)
    assert page.redirect_chain == [(f"/companies/{cast.company.pk}/", 302)]
    assert queries.standing_of(person, cast.company).role == Role.EDITOR
    assert client.get(link).headers["Location"] == f"/companies/{cast.company.pk}/"


def test_an_invitation_waits_on_the_desk_and_with_the_companies(link, client_of):
    person = person_make("new")
    for address in ("/desk/", "/companies/"):
        assert "Ива Owner Ви кани" in client_of(person).get(address).text


def test_desk_of_staff_says_who_is_here_and_who_let_them_in(cast, client_of):
    page = client_of(cast.granted).get("/desk/")
    assert "2 фирми са регистрирани" in page.text
    assert "Нишка ООД" in page.text
    assert "Капачка АД" not in page.text
    page = client_of(cast.staff).get("/desk/")
    assert "Нишка ООД" not in page.text
    assert "Още никоя от тях не Ви е дала достъп" in page.text
    assert "са регистрирани" not in client_of(cast.owner).get("/desk/").text


def test_an_invitation_to_what_one_does_already_is_settled(cast, link, client_of, ours):
    person = person_make("new")
    services.representation_begin(
        actor=cast.owner, organisation=cast.company, person=person, role=Role.READER
    )
    invitation = queries.invitations_for(person).get()
    page = client_of(person).post(f"/invitations/{invitation.pk}/accept/", follow=True)
    assert "Вече действате от името на тази фирма." in page.text
    assert queries.standing_of(person, cast.company).role == Role.READER
    assert not queries.invitations_for(person).exists()


def test_a_withdrawn_link_opens_nothing(cast, link, client_of, ours):
    invitation = queries.open_invitations().get()
    client_of(cast.owner).post(f"{ours[:-1]}/invitations/{invitation.pk}/revoke/")
    closed = client_of(None).get(link)
    assert_page(closed, status=410)
    assert "Нишка ООД" not in closed.text
    assert client_of(None).get("/invitations/guessed/").status_code == 404


def test_every_page_of_the_workspace_says_who_can_see_it(cast, client_of, ours):
    client, editing = client_of(cast.owner), representation(cast, cast.editor).pk
    parts = ["", "edit/", "people/", f"people/{editing}/", "invite/", "access/", "page/", "data/"]
    for address in ("/companies/", "/companies/new/", *(ours + part for part in parts)):
        assert "Кой вижда това:" in client.get(address).text, address


def test_the_desk_of_a_newcomer_shows_the_way_to_begin(db, client_of):
    page = client_of(person_make("fresh")).get("/desk/")
    assert "Започнете от Вашата фирма" in page.text
    assert "/companies/new/" in page.text


def test_the_desk_of_who_is_at_home_says_nothing_of_it(cast, client_of):
    assert "Започнете от Вашата фирма" not in client_of(cast.owner).get("/desk/").text


def test_staff_page_through_all_companies(cast, client_of, monkeypatch):
    monkeypatch.setattr("kragozor.hub.common.lists.ON_A_PAGE", 1)
    first = client_of(cast.staff).get("/companies/")
    assert "Капачка АД" in first.text
    assert "Нишка ООД" not in first.text
    assert "Нишка ООД" in client_of(cast.staff).get("/companies/?page=2").text


def test_a_company_has_a_name_of_one_line_that_hides_nothing(cast, client_of, ours):
    """It stands in the subjects of letters to strangers."""
    form = {**FACTS, "pillar": "textiles", "name": "Нишка\u202eДОО"}
    assert "не се виждат" in client_of(cast.owner).post(f"{ours}edit/", form).text
    cast.company.refresh_from_db()
    assert cast.company.name == "Нишка ООД"

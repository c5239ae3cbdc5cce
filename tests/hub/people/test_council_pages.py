"""The Council's pages about people: who is found, who gives an office, what is shown of it."""

import pytest

from kragozor.hub.people import queries
from kragozor.hub.people.enums import Office
from kragozor.hub.people.models import Person
from kragozor.hub.people.services import appointment_begin, appointment_end
from tests.hub.cast import person_make
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db

LIST = "/council/people/"
COUNCIL = ("board", "staff", "administrator")


@pytest.fixture
def confirmed(client_of):
    """A browser of somebody who has just given their password again."""

    def browser(person):
        client = client_of(person)
        client.post("/account/reauthenticate/", {"password": "a long password"})
        return client

    return browser


def page_of(person: Person) -> str:
    return f"{LIST}{person.pk}/"


@pytest.mark.parametrize(("prefix", "language"), [("", "bg"), ("/en", "en")])
@pytest.mark.parametrize("part", COUNCIL)
def test_the_council_reads(cast, client_of, part, prefix, language):
    client = client_of(cast.people[part])
    found = client.get(f"{prefix}{LIST}")
    assert_page(found, language=language)
    assert cast.owner.email in found.text
    person = client.get(f"{prefix}{page_of(cast.owner)}")
    assert_page(person, language=language)
    assert ("Who can see this" if language == "en" else "Кой вижда това") in person.text


@pytest.mark.parametrize(("prefix", "language"), [("", "bg"), ("/en", "en")])
@pytest.mark.parametrize("path", ["office/", "office/{held}/end/", "second-factor/"])
def test_the_pages_that_change(cast, confirmed, path, prefix, language):
    held = cast.staff.appointments.get().pk
    address = f"{prefix}{page_of(cast.staff)}{path.format(held=held)}"
    assert_page(confirmed(cast.administrator).get(address), language=language)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("иванка", True),
        ("ИВАНКА щърк", True),
        ("щъркелова ива", True),
        ("VANKA@example", True),
        ("иванка петрова", False),
        (".*", False),
        ("%", False),
        ("(", False),
    ],
)
def test_search_knows_no_letter_case_and_no_patterns(words, found):
    person = person_make("vanka", full_name="Иванка Щъркелова")
    assert (person in queries.people_found(text=words)) is found


def test_search_on_the_page(cast, client_of):
    client = client_of(cast.board)
    text = client.get(LIST, {"q": "ива expert"}).text
    assert cast.expert.email in text
    assert cast.owner.email not in text
    nobody = client.get(LIST, {"q": "няма такъв"})
    assert_page(nobody)
    assert "Няма такъв човек" in nobody.text


def test_people_of_one_office(cast, client_of):
    text = client_of(cast.staff).get(LIST, {"office": "board"}).text
    assert cast.board.email in text
    assert cast.owner.email not in text


def test_an_unknown_office_is_said_to_be_unknown(cast, client_of):
    page = client_of(cast.staff).get(LIST, {"office": "king"})
    assert_page(page)
    assert "error-summary" in page.text


@pytest.mark.parametrize("more", [1, 49])
def test_the_list_takes_the_same_queries_for_any_length(
    cast, client_of, django_assert_num_queries, more
):
    for number in range(more):
        person_make(f"person{number}", offices=[Office.EXPERT])
    client = client_of(cast.staff)
    client.get(LIST)
    with django_assert_num_queries(6):
        client.get(LIST)


def test_long_lists_have_pages_that_keep_the_search(cast, client_of):
    for number in range(51):
        person_make(f"person{number}")
    client = client_of(cast.staff)
    assert "?q=person&amp;page=2" in client.get(LIST, {"q": "person"}).text
    assert "50" not in client.get(LIST, {"q": "person", "page": "2"}).context["people"].object_list


def test_an_administrator_gives_an_office(cast, confirmed):
    form = {"office": "board", "reason": "Решение 3 от 12.05.2026"}
    told = confirmed(cast.administrator).post(f"{page_of(cast.owner)}office/", form, follow=True)
    assert_page(told)
    held = cast.owner.appointments.get()
    assert (held.office, held.appointed_by) == ("board", cast.administrator)
    assert "Решение 3 от 12.05.2026" in told.text
    assert f"възложи: {cast.administrator}" in told.text


def test_a_reason_is_asked_for(cast, confirmed):
    page = confirmed(cast.administrator).post(f"{page_of(cast.owner)}office/", {"office": "board"})
    assert_page(page)
    assert "error-summary" in page.text
    assert not cast.owner.appointments.exists()


def test_an_office_that_is_held_is_not_offered(cast, confirmed):
    client, address = confirmed(cast.administrator), f"{page_of(cast.staff)}office/"
    assert 'value="staff"' not in client.get(address).text
    client.post(address, {"office": "staff", "reason": "Пак"})
    assert cast.staff.appointments.count() == 1


def test_whoever_holds_every_office_is_offered_none(cast, client_of):
    for office in set(Office) - {Office.STAFF}:
        appointment_begin(actor=cast.administrator, person=cast.staff, office=office)
    page = client_of(cast.administrator).get(page_of(cast.staff)).text
    assert f'{page_of(cast.staff)}office/"' not in page


def test_an_administrator_ends_an_office(cast, confirmed):
    held = cast.staff.appointments.get()
    address = f"{page_of(cast.staff)}office/{held.pk}/end/"
    client = confirmed(cast.administrator)
    told = client.post(address, {"reason": "Напуска"}, follow=True)
    assert_page(told)
    held.refresh_from_db()
    assert (held.ended_by, held.end_reason) == (cast.administrator, "Напуска")
    assert "Напуска" in told.text
    assert client.get(address).status_code == 404


def test_the_last_administrator_is_told_what_to_do(cast, confirmed):
    held = cast.administrator.appointments.get()
    address = f"{page_of(cast.administrator)}office/{held.pk}/end/"
    page = confirmed(cast.administrator).post(address, {"reason": "Напускам"})
    assert_page(page)
    assert "Първо възложете ролята на друг" in page.text
    assert cast.administrator.appointments.current().exists()


def test_whoever_ends_their_own_office_lands_on_their_desk(cast, confirmed):
    appointment_begin(actor=None, person=cast.staff, office=Office.ADMINISTRATOR)
    held = cast.administrator.appointments.get()
    address = f"{page_of(cast.administrator)}office/{held.pk}/end/"
    told = confirmed(cast.administrator).post(address, {"reason": "Край"}, follow=True)
    assert told.request["PATH_INFO"] == "/desk/"
    assert_page(told)


@pytest.mark.parametrize("part", ["staff", "board", "expert", "owner"])
def test_nobody_else_gives_or_ends(cast, confirmed, part):
    client = confirmed(cast.people[part])
    form = {"office": "administrator", "reason": "Искам"}
    held = cast.board.appointments.get()
    assert client.post(f"{page_of(cast.reader)}office/", form).status_code in {403, 404}
    ended = client.post(f"{page_of(cast.board)}office/{held.pk}/end/", {"reason": "Искам"})
    assert ended.status_code in {403, 404}
    assert not cast.reader.appointments.exists()
    assert cast.board.appointments.current().exists()


def test_a_browser_left_open_gives_no_office(cast, client_of):
    form = {"office": "administrator", "reason": "Искам"}
    answer = client_of(cast.administrator).post(f"{page_of(cast.reader)}office/", form)
    assert answer.headers["Location"].startswith("/account/reauthenticate/")
    assert not cast.reader.appointments.exists()


def test_an_office_that_ended_closes_the_pages_at_once(cast, client_of):
    client = client_of(cast.board)
    assert client.get(LIST).status_code == 200
    appointment_end(actor=cast.administrator, appointment=cast.board.appointments.get())
    assert client.get(LIST).status_code == 404


def test_the_navigation_leads_the_council_there(cast, client_of):
    assert f'href="{LIST}"' in client_of(cast.board).get("/desk/").text
    assert f'href="{LIST}"' not in client_of(cast.owner).get("/desk/").text


def test_names_stay_text(cast, client_of):
    Person.objects.filter(pk=cast.owner.pk).update(full_name="<script>alert(1)</script>")
    for address in (LIST, page_of(cast.owner)):
        page = client_of(cast.staff).get(address)
        assert_page(page)
        assert "<script>alert" not in page.text

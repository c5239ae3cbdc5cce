"""The pages about personal data, in both languages: what they say, and what they let one do."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kragozor.hub.common.models import Job, SentLetter
from kragozor.hub.common.personal import Obstacle
from kragozor.hub.privacy import tasks
from kragozor.hub.privacy.models import DataExport, ErasureRequest
from kragozor.hub.privacy.services import requests
from kragozor.hub.privacy.services.requests import erasure_ask, erasure_enter
from kragozor.hub.privacy.views import mine
from tests.hub.cast import person_make
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db

BOTH = pytest.mark.parametrize(("prefix", "language"), [("", "bg"), ("/en", "en")])
KEY = "common.sentletter.to"


def obstacles(person) -> list[Obstacle]:
    return [Obstacle("Предайте Нишка ООД на друг.", "/members/")]


@pytest.fixture
def hindered(monkeypatch):
    path = f"{obstacles.__module__}.obstacles"
    monkeypatch.setattr(apps.get_app_config("privacy"), "obstacles", path, raising=False)


@pytest.fixture
def at_council(client_of, staff):
    return client_of(staff)


def letter(to: str, *, outcome: str = "sent", days: int = 0, **facts: str) -> SentLetter:
    made = SentLetter.objects.create(to=to, outcome=outcome, **{"subject": "Покана", **facts})
    when = timezone.now() - timedelta(days=days)
    SentLetter.objects.filter(pk=made.pk).update(sent_at=when)
    return made


def queries(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as counted:
        assert client.get(address).status_code == 200
    return len(counted)


@BOTH
def test_everybody_is_told_what_is_held(client, prefix, language, settings):
    settings.PRIVACY_CONTACT = "lichni-danni@example.org"
    answer = client.get(f"{prefix}/privacy/")
    assert_page(answer, language=language)
    assert "lichni-danni@example.org" in answer.text
    assert "ЕГН" in answer.text


def test_the_foot_of_public_pages_leads_there(client):
    assert 'href="/privacy/"' in client.get("/").text


@BOTH
def test_a_person_sees_what_is_held_of_them(client_of, maria, prefix, language):
    letter(maria.email)
    answer = client_of(maria).get(f"{prefix}/account/data/")
    assert_page(answer, language=language)
    said = {"bg": "адресът, темата и изходът", "en": "the address, the subject and the outcome"}
    assert said[language].casefold() in answer.text.casefold()
    assert 'class="who"' in answer.text


def test_counting_costs_the_same_for_few_and_many(client_of, maria):
    browser = client_of(maria)
    letter(maria.email)
    few = queries(browser, "/account/data/")
    for _count in range(50):
        letter(maria.email)
    assert queries(browser, "/account/data/") == few


def test_a_person_takes_their_data_along(confirmed, maria):
    confirmed.post("/account/data/export/")
    page = confirmed.get("/account/data/")
    export = DataExport.objects.get()
    assert f"/account/data/export/{export.pk}/" in page.text
    file = confirmed.get(f"/account/data/export/{export.pk}/")
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert file.headers["Cache-Control"] == "private, no-store" or "no-store" in str(file.headers)
    assert json.loads(file.content)["account"]["email"] == maria.email


def test_data_are_handed_out_only_after_who_it_is_was_confirmed(client_of, maria):
    export = tasks.export_ask(person=maria)
    browser = client_of(maria)
    for answer in (
        browser.post("/account/data/export/"),
        browser.get(f"/account/data/export/{export.pk}/"),
        browser.get("/account/data/erase/"),
    ):
        assert answer.headers["Location"].startswith("/account/reauthenticate/")


def test_nobody_fetches_the_file_of_another(confirmed, owner):
    export = tasks.export_ask(person=owner)
    assert confirmed.get(f"/account/data/export/{export.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("state", "said"), [("running", "се подготвя"), ("failed", "не можа да се създаде")]
)
def test_a_file_that_is_being_made_or_failed_says_so(client_of, maria, state, said):
    job = Job.objects.create(owner=maria, work="x", state=state)
    DataExport.objects.create(person=maria, job=job)
    answer = client_of(maria).get("/account/data/")
    assert_page(answer)
    assert said in answer.text


@BOTH
def test_the_page_before_an_erasure_says_what_goes_and_what_stays(confirmed, prefix, language):
    answer = confirmed.get(f"{prefix}/account/data/erase/")
    assert_page(answer, language=language)
    assert {"bg": "Какво остава", "en": "What stays"}[language] in answer.text


def test_an_erasure_must_be_meant(confirmed):
    answer = confirmed.post("/account/data/erase/")
    assert_page(answer)
    assert "error-summary" in answer.text
    assert not ErasureRequest.objects.exists()


def test_an_erasure_is_asked_for_seen_and_taken_back(confirmed, maria):
    answer = confirmed.post("/account/data/erase/", {"sure": "on"})
    assert answer.headers["Location"] == "/account/data/"
    page = confirmed.get("/account/data/")
    assert_page(page)
    assert "ще бъдат изтрити" in page.text
    assert_page(confirmed.get("/account/data/erase/"))
    confirmed.post("/account/data/erase/", {"sure": "on"})
    assert ErasureRequest.objects.count() == 1
    confirmed.post("/account/data/erase/withdraw/")
    assert ErasureRequest.objects.get().withdrawn_at is not None
    assert "Нищо не е изтрито" in confirmed.get("/account/data/").text


def test_who_must_hand_over_first_is_told_what_and_where(confirmed, hindered):
    answer = confirmed.get("/account/data/erase/")
    assert_page(answer)
    assert '<a href="/members/">Предайте Нишка ООД на друг.</a>' in answer.text
    assert "Пишете на Съвета" not in answer.text
    sent = confirmed.post("/account/data/erase/", {"sure": "on"})
    assert sent.headers["Location"] == "/account/data/erase/"
    assert not ErasureRequest.objects.exists()


def test_who_has_no_successor_is_led_to_the_council(confirmed, monkeypatch):
    passable = [Obstacle("Предайте Нишка ООД.", "/members/", council_may_pass=True)]
    monkeypatch.setattr(mine, "obstacles_of", lambda person: passable)
    answer = confirmed.get("/account/data/erase/")
    assert_page(answer)
    assert "Пишете на Съвета" in answer.text
    assert 'href="/privacy/"' in answer.text


@BOTH
@pytest.mark.parametrize(
    "path",
    ["privacy/", "privacy/overdue/", "privacy/erasures/", "privacy/erasures/new/", "letters/"],
)
def test_the_pages_of_the_council_are_whole_when_nothing_is_there(
    at_council, prefix, language, path
):
    answer = at_council.get(f"{prefix}/council/{path}")
    assert_page(answer, language=language)
    assert 'class="who"' in answer.text


def test_the_registry_names_each_field(at_council):
    text = at_council.get("/council/privacy/").text
    assert "common.SentLetter: to, error" in text
    assert "легитимен интерес" in text


def test_what_is_overdue_is_erased_after_it_was_meant(at_council):
    letter("a@example.org", days=400)
    assert_page(at_council.get("/council/privacy/overdue/"))
    address = f"/council/privacy/overdue/{KEY}/"
    assert address in at_council.get("/council/privacy/overdue/").text
    assert_page(at_council.post(address))
    assert SentLetter.objects.exists()
    assert at_council.post(address, {"sure": "on"}).status_code == 302
    assert not SentLetter.objects.exists()
    assert "няма просрочени" in at_council.get(address).text


def test_a_kind_that_does_not_exist_or_has_no_term_is_not_there(at_council):
    for key in ("nothing", "people.person.email"):
        assert at_council.get(f"/council/privacy/overdue/{key}/").status_code == 404


def test_the_board_reads_what_is_overdue_and_is_not_offered_to_erase(client_of, board):
    letter("a@example.org", days=400)
    text = client_of(board).get("/council/privacy/overdue/").text
    assert "Просрочени" in text
    assert KEY not in text


@BOTH
def test_a_request_shows_what_it_will_reach(at_council, staff, prefix, language):
    letter("gost@example.org")
    made = erasure_enter(
        actor=staff, address="gost@example.org", language="bg", note="с писмо от 3 март"
    )
    answer = at_council.get(f"{prefix}/council/privacy/erasures/{made.pk}/")
    assert_page(answer, language=language)
    assert "gost@example.org" in answer.text
    assert "с писмо от 3 март" in answer.text
    assert_page(at_council.get(f"{prefix}/council/privacy/erasures/"), language=language)


def test_a_request_that_is_settled_names_nobody(at_council, maria):
    made = erasure_ask(person=maria)
    at_council.post(f"/council/privacy/erasures/{made.pk}/withdraw/")
    again = at_council.post(f"/council/privacy/erasures/{made.pk}/withdraw/")
    assert again.status_code == 404
    answer = at_council.get("/council/privacy/erasures/")
    assert_page(answer)
    assert "оттеглено" in answer.text


def test_staff_is_told_why_a_request_is_refused(at_council, maria, hindered):
    form = {"address": maria.email, "note": "с писмо", "language": "bg"}
    answer = at_council.post("/council/privacy/erasures/new/", form)
    assert_page(answer)
    assert "Предайте Нишка ООД на друг." in answer.text
    assert not ErasureRequest.objects.exists()


def test_staff_is_told_that_a_request_waits_already(at_council, maria):
    erasure_ask(person=maria)
    form = {"address": maria.email, "note": "с писмо", "language": "bg"}
    answer = at_council.post("/council/privacy/erasures/new/", form)
    assert "Вече има предстоящо изтриване" in answer.text


def test_the_list_of_requests_costs_the_same_for_one_and_many(at_council, maria):
    erasure_ask(person=maria)
    few = queries(at_council, "/council/privacy/erasures/")
    for number in range(20):
        erasure_ask(person=person_make(f"p{number}"))
    assert queries(at_council, "/council/privacy/erasures/") == few


@BOTH
def test_letters_are_listed_with_what_to_do_about_failures(at_council, prefix, language):
    letter("a@example.org")
    letter("b@example.org", outcome="failed", error="SMTPRecipientsRefused: 550 no such mailbox")
    answer = at_council.get(f"{prefix}/council/letters/")
    assert_page(answer, language=language)
    assert "550 no such mailbox" in answer.text
    assert "EMAIL_URL" in answer.text


def test_letters_are_searched_and_filtered(at_council):
    letter("a@example.org", subject="Покана за Нишка ООД")
    letter("b@example.org", outcome="failed")
    found = at_council.get("/council/letters/", {"text": "НИШКА"}).text
    assert "a@example.org" in found
    assert "b@example.org" not in found
    failed = at_council.get("/council/letters/", {"failed": "on"}).text
    assert "b@example.org" in failed
    assert "a@example.org" not in failed
    assert_page(at_council.get("/council/letters/", {"text": "никой"}))


def test_letters_come_in_pages_at_a_constant_cost(at_council):
    letter("a@example.org")
    few = queries(at_council, "/council/letters/")
    for number in range(60):
        letter(f"x{number}@example.org")
    assert queries(at_council, "/council/letters/") == few
    text = at_council.get("/council/letters/", {"text": "example", "page": "2"}).text
    assert "?text=example&amp;page=1" in text


def test_what_is_settled_between_looking_and_pressing_is_not_there(
    at_council, client_of, maria, monkeypatch
):
    """The chore may carry a request out while somebody takes it back."""
    asked = erasure_ask(person=maria)

    def too_late(**facts):
        raise requests.Settled

    monkeypatch.setattr(requests, "erasure_withdraw", too_late)
    address = f"/council/privacy/erasures/{asked.pk}/withdraw/"
    assert at_council.post(address).status_code == 404
    assert client_of(maria).post("/account/data/erase/withdraw/").status_code == 404

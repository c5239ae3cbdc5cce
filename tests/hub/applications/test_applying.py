"""The pages of who applies: from the first line to the decision, in both languages."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.utils import timezone

from kragozor.hub.applications import services
from kragozor.hub.applications.models import Application
from kragozor.hub.members.models import Organisation
from tests.hub.applications.making import (
    EMAIL,
    OFFER,
    ORGANISATION,
    PERSON,
    PLACE,
    TOKEN,
    approved_make,
    complete_make,
    draft_make,
    sent_make,
)
from tests.hub.cast import EIK as KNOWN_EIK
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db
LINK = f"/applications/{TOKEN}/"
STEPS = (
    *("organisation", "place", "pillars", "people", "offers", "consents"),
    *("declaration", "review"),
)


@pytest.fixture(autouse=True)
def fresh_counts():
    """What other tests asked for is not counted here."""
    cache.clear()


@pytest.mark.parametrize(("language", "prefix"), [("bg", ""), ("en", "/en")])
class TestPages:
    @pytest.mark.parametrize("page", ["", "start/", "start/sent/", "link/", "link/sent/"])
    def test_the_pages_for_everybody(self, client, language, prefix, page):
        assert_page(client.get(f"{prefix}/join/{page}"), language=language)

    @pytest.mark.parametrize("make", [draft_make, complete_make])
    @pytest.mark.parametrize("step", ["", *(f"{step}/" for step in STEPS), "withdraw/"])
    def test_the_pages_of_a_draft(self, client, language, prefix, step, make):
        make()
        answer = client.get(f"{prefix}{LINK}{step}")
        assert_page(answer, language=language)
        assert 'class="who"' in answer.text
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert "no-store" in answer.headers["Cache-Control"]

    def test_the_pages_of_what_was_sent(self, client, staff, language, prefix):
        application = sent_make()
        question = services.question_ask(actor=staff, application=application, text="Защо?")
        for page in ("", "declaration/", "withdraw/", f"questions/{question.pk}/"):
            assert_page(client.get(f"{prefix}{LINK}{page}"), language=language)
        services.question_answer(application=application, question=question, text="Затова.")
        answer = client.get(f"{prefix}{LINK}")
        assert_page(answer, language=language)
        assert "Затова." in answer.text

    def test_the_pages_of_what_is_over(self, client, staff, language, prefix):
        approved_make(staff)
        answer = client.get(f"{prefix}{LINK}")
        assert_page(answer, language=language)
        assert "Отговаря." in answer.text

    def test_a_link_that_opens_nothing(self, client, language, prefix):
        answer = client.get(f"{prefix}/applications/{'x' * 43}/")
        assert_page(answer, language=language, status=404)
        assert f"{prefix}/join/link/" in answer.text


class TestStarting:
    def test_a_visitor_begins_and_gets_the_link(self, client, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post("/en/join/start/", {"name": "Iva", "email": EMAIL})
        assert answer.headers["Location"] == "/en/join/start/sent/"
        [link] = re.findall(r"/en/applications/[\w-]+/", mail.outbox[0].body)
        assert client.get(link).status_code == 200

    @pytest.mark.parametrize(
        ("asked", "pillars"), [("textiles", ["textiles"]), ('x"><b>', []), ("", [])]
    )
    def test_a_page_of_a_pillar_leads_to_an_application_for_it(self, client, asked, pillars):
        page = client.get("/join/", {"pillar": asked})
        assert_page(page)
        form = client.get("/join/start/", {"pillar": asked})
        assert_page(form)
        person = {"name": "Ива Трета", "email": EMAIL, "pillar": asked}
        client.post("/join/start/", person)
        assert Application.objects.get().pillars == pillars

    def test_what_is_wrong_is_said(self, client):
        answer = client.post("/join/start/", {"name": "", "email": "iva"})
        assert "error-summary" in answer.text
        assert not Application.objects.exists()

    def test_asking_for_a_link_answers_the_same_whether_there_is_one(
        self, client, django_capture_on_commit_callbacks
    ):
        draft_make()
        with django_capture_on_commit_callbacks(execute=True):
            known = client.post("/join/link/", {"email": EMAIL}, follow=True)
            unknown = client.post("/join/link/", {"email": "nobody@example.org"}, follow=True)
        assert known.redirect_chain == unknown.redirect_chain
        assert known.content == unknown.content
        assert len(mail.outbox) == 1

    @pytest.mark.parametrize("address", ["/join/start/", "/join/link/"])
    def test_an_address_gets_few_letters_an_hour(self, client, address):
        form = {"name": "Ива", "email": EMAIL}
        answers = [client.post(address, form).status_code for _number in range(6)]
        assert answers == [302] * 5 + [429]
        assert client.post(address, form | {"email": "other@example.org"}).status_code == 302

    def test_a_visitor_sends_few_letters_an_hour(self, client):
        answers = [
            client.post("/join/link/", {"email": f"{number}@example.org"}).status_code
            for number in range(21)
        ]
        assert answers == [302] * 20 + [429]


class TestSteps:
    def post(self, client, step: str, **form: object):
        return client.post(f"{LINK}{step}/", form)

    def test_a_step_leads_to_the_next(self, client):
        draft = draft_make()
        answer = self.post(client, "organisation", **ORGANISATION)
        assert answer.headers["Location"] == f"{LINK}place/"
        answer = self.post(client, "place", **PLACE)
        assert answer.headers["Location"] == f"{LINK}pillars/"
        draft.refresh_from_db()
        told = {**ORGANISATION, **PLACE}
        assert {name: getattr(draft, name) for name in told} == told

    def test_who_goes_on_later_is_told_that_it_is_saved(self, client):
        draft_make()
        answer = client.post(f"{LINK}pillars/", {"pillars": ["agrifood"], "later": "1"})
        assert answer.headers["Location"] == LINK
        assert "Записано" in client.get(LINK).text

    def test_the_overview_leads_to_what_is_missing(self, client):
        draft_make(**ORGANISATION)
        assert f'class="button primary" href="{LINK}place/"' in client.get(LINK).text

    def test_an_incomplete_step_is_kept(self, client):
        draft = draft_make()
        answer = self.post(client, "organisation", kind="company", name="Трета")
        assert answer.headers["Location"] == f"{LINK}place/"
        draft.refresh_from_db()
        assert (draft.name, draft.eik) == ("Трета", "")
        assert "ЕИК или БУЛСТАТ" in client.get(LINK).text

    def test_of_a_wrong_step_the_right_part_is_kept(self, client):
        draft = draft_make()
        answer = self.post(client, "organisation", **ORGANISATION | {"eik": "121823163"})
        assert answer.status_code == 200
        assert "последната проверява" in answer.text
        draft.refresh_from_db()
        assert (draft.name, draft.eik) == ("Трета ООД", "")

    @pytest.mark.parametrize("number", ["7501020018", "750102 0018", "BG7501020018"])
    def test_a_personal_number_is_refused_and_not_kept(self, client, number):
        draft = draft_make()
        answer = self.post(client, "organisation", **ORGANISATION | {"eik": number})
        assert "10 цифри" in answer.text
        draft.refresh_from_db()
        assert draft.eik == ""

    @pytest.mark.parametrize(
        ("code", "kept"),
        [
            ("121823162", "121823162"),
            ("BG 121 823 162", "121823162"),
            ("1218231620004", "1218231620004"),
            ("121823163", ""),
            ("1218231620005", ""),
            ("12182316", ""),
            ("000000000", ""),
        ],
    )
    def test_codes_are_read_as_people_write_them(self, client, code, kept):
        draft = draft_make()
        answer = self.post(client, "organisation", **ORGANISATION | {"eik": code})
        draft.refresh_from_db()
        assert draft.eik == kept
        assert draft.name == ORGANISATION["name"]
        assert answer.status_code == (302 if kept else 200)

    def test_a_known_code_is_answered_as_any_other(self, client, cast):
        draft_make()
        known = self.post(client, "organisation", **ORGANISATION | {"eik": KNOWN_EIK})
        first = client.get(f"{LINK}organisation/").text.replace(KNOWN_EIK, "")
        unknown = self.post(client, "organisation", **ORGANISATION)
        second = client.get(f"{LINK}organisation/").text.replace(ORGANISATION["eik"], "")
        assert known.headers["Location"] == unknown.headers["Location"]
        assert without_tokens(first) == without_tokens(second)
        assert "проверяваме след изпращането" in first

    def test_a_person_is_asked_for_no_code(self, client):
        draft = draft_make()
        form = {"kind": "person", "name": "Ива Трета", "eik": ""}
        assert self.post(client, "organisation", **form).status_code == 302
        draft.refresh_from_db()
        assert (draft.kind, draft.eik) == ("person", "")
        assert "ЕИК или БУЛСТАТ" not in client.get(LINK).text

    @pytest.mark.parametrize("edition", ["kid-2025", "kid-2008"])
    def test_an_activity_keeps_its_edition(self, client, edition):
        draft = draft_make(**ORGANISATION)
        client.post(f"{LINK}place/", PLACE | {"activity_version": edition})
        draft.refresh_from_db()
        assert (draft.activity_code, draft.activity_version) == ("13.10", edition)
        assert edition.upper().replace("KID", "КИД") in client.get(f"{LINK}review/").text

    def test_an_unknown_activity_leaves_what_stood_there(self, client):
        draft = complete_make()
        answer = self.post(client, "place", **PLACE | {"activity_code": "99.99.99"})
        assert answer.status_code == 200
        draft.refresh_from_db()
        assert (draft.activity_code, draft.activity_version) == ("13.10", "kid-2025")
        self.post(client, "place", **PLACE | {"activity_code": ""})
        draft.refresh_from_db()
        assert (draft.activity_code, draft.activity_version) == ("", "")

    def test_an_unknown_district_is_refused(self, client):
        draft = draft_make()
        answer = self.post(client, "place", **PLACE | {"town": "Никъде", "district": "BG999"})
        assert answer.status_code == 200
        assert "error-summary" in answer.text
        draft.refresh_from_db()
        assert (draft.town, draft.district) == ("Никъде", "")

    def test_a_person_named_twice_is_refused(self, client):
        draft = draft_make()
        assert self.post(client, "people", **PERSON).status_code == 302
        answer = self.post(client, "people", **PERSON)
        assert "вече е посочен" in answer.text
        assert draft.representatives.count() == 1
        one = draft.representatives.get()
        client.post(f"{LINK}people/{one.pk}/remove/")
        assert not draft.representatives.exists()

    def test_the_first_person_is_the_applicant_unless_told(self, client):
        draft_make()
        assert f'value="{EMAIL}"' in client.get(f"{LINK}people/").text

    def test_offers_are_added_and_removed(self, client):
        draft = draft_make()
        self.post(client, "offers", **OFFER)
        made = draft.offers.get()
        assert OFFER["text"] in client.get(f"{LINK}offers/").text
        client.post(f"{LINK}offers/{made.pk}/remove/")
        assert not draft.offers.exists()

    def test_consents_are_each_by_itself(self, client):
        draft = draft_make()
        self.post(client, "consents", news="on", photos="on")
        assert set(draft.consents.values_list("purpose", flat=True)) == {"news", "photos"}
        self.post(client, "consents", photos="on")
        assert list(draft.consents.values_list("purpose", flat=True)) == ["photos"]

    def test_another_applications_people_are_out_of_reach(self, client):
        draft_make()
        other = draft_make("c" * 43)
        named = services.representative_name(application=other, **PERSON)
        client.post(f"{LINK}people/{named.pk}/remove/")
        assert other.representatives.exists()


class TestSending:
    def test_what_is_missing_is_listed_with_links(self, client):
        draft_make()
        text = client.get(f"{LINK}review/").text
        for step in ("organisation", "place", "pillars", "people"):
            assert f'href="{LINK}{step}/"' in text
        answer = client.post(f"{LINK}review/", {"confirmed": "on"})
        assert answer.status_code == 200
        assert Application.objects.get().state == "draft"

    def test_the_applicant_has_to_confirm(self, client):
        complete_make()
        answer = client.post(f"{LINK}review/")
        assert "Без тази декларация" in answer.text
        assert Application.objects.get().state == "draft"

    def test_a_complete_one_is_sent(self, client):
        complete_make()
        answer = client.post(f"{LINK}review/", {"confirmed": "on"}, follow=True)
        assert answer.redirect_chain == [(LINK, 302)]
        assert Application.objects.get().state == "sent"
        assert "Изпратено" in answer.text

    def test_it_is_withdrawn_after_a_question(self, client):
        sent_make()
        assert client.get(f"{LINK}withdraw/").status_code == 200
        assert Application.objects.get().state == "sent"
        client.post(f"{LINK}withdraw/")
        assert Application.objects.get().state == "withdrawn"

    def test_what_was_sent_meanwhile_is_not_changed_by_an_old_page(self, client, monkeypatch):
        draft = complete_make()
        read = Application.objects.get()
        services.application_send(application=draft, language="bg")
        monkeypatch.setattr("kragozor.hub.applications.queries.application_at", lambda _token: read)
        answer = client.post(f"{LINK}pillars/", {"pillars": ["agrifood"]})
        assert answer.headers["Location"] == LINK
        assert Application.objects.get().pillars == ["textiles"]

    def test_an_answer_is_given_once(self, client, staff):
        application = sent_make()
        question = services.question_ask(actor=staff, application=application, text="Защо?")
        services.question_ask(actor=staff, application=application, text="Кога?")
        address = f"{LINK}questions/{question.pk}/"
        assert "error-summary" in client.post(address, {"text": " "}).text
        client.post(address, {"text": "Затова."})
        answer = client.post(address, {"text": "Друго."}, follow=True)
        assert "вече има отговор" in answer.text
        assert question.answer.text == "Затова."


@pytest.mark.parametrize("step", ["", *(f"{step}/" for step in STEPS), "declaration.pdf"])
def test_an_expired_link_reveals_nothing(client, step):
    complete_make(changed_at=timezone.now() - timedelta(days=31))
    Application.objects.update(changed_at=timezone.now() - timedelta(days=31))
    expired, guessed = client.get(f"{LINK}{step}"), client.get(f"/applications/{'x' * 43}/{step}")
    assert expired.status_code == guessed.status_code == 404
    assert "Трета" not in expired.text
    assert expired.text.replace(TOKEN, "") == guessed.text.replace("x" * 43, "")


def test_applying_needs_no_organisation_on_record(client):
    draft_make()
    client.post(f"{LINK}organisation/", ORGANISATION)
    assert not Organisation.objects.exists()


def without_tokens(text: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)


def test_a_pillar_is_not_called_optional_and_a_draft_is_kept_without(client):
    draft = complete_make()
    assert "optional" not in client.get(f"/en{LINK}pillars/").text
    assert client.post(f"{LINK}pillars/", {}).status_code == 302
    draft.refresh_from_db()
    assert draft.pillars == []
    answer = client.post(f"{LINK}pillars/", {"pillars": "glass"})
    assert list(answer.context["form"].errors) == ["pillars"]


def test_a_known_town_is_no_reason_to_ask_for_its_district(client):
    complete_make()
    facts = {"activity_code": "99.99", "town": "гр. Казанлък", "district": ""}
    answer = client.post(f"{LINK}place/", facts)
    assert list(answer.context["form"].errors) == ["activity_code"]

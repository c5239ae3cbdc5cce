"""The Council's pages: the list, the review, the matches, the decision."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kragozor.hub.applications import services
from kragozor.hub.applications.matching import essence, matches
from kragozor.hub.applications.models import Application, Decision
from kragozor.hub.members.models import Organisation
from tests.hub.applications.making import ORGANISATION, approved_make, draft_make, sent_make, term
from tests.hub.applications.signing import signed
from tests.hub.cast import EIK as KNOWN_EIK
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db
LIST = "/council/applications/"
APPROVAL = {
    "pillars": ["textiles", "agrifood"],
    "starts": "2026-12-01",
    "ends": "30.11.2027",
    "payment": "fee",
    "fee": "1 200,50",
    "waiver_reason": "",
    "reason": "Отговаря на условията.",
}


@pytest.fixture
def acting(staff, client_of):
    """A browser in which somebody of the staff is signed in."""
    return client_of(staff)


def page_of(application: Application) -> str:
    return f"{LIST}{application.pk}/"


@pytest.mark.parametrize(("language", "prefix"), [("bg", ""), ("en", "/en")])
def test_the_pages(acting, staff, language, prefix):
    assert_page(acting.get(f"{prefix}{LIST}"), language=language)
    application = sent_make()
    services.declaration_take(application=application, content=signed())
    services.question_ask(actor=staff, application=application, text="Защо?")
    for page in ("", "approve/", "decline/"):
        answer = acting.get(f"{prefix}{page_of(application)}{page}")
        assert_page(answer, language=language)
        assert 'class="who"' in answer.text
    approved = approved_make(staff, "c" * 43, eik="831642181", name="Друга")
    assert_page(acting.get(f"{prefix}{page_of(approved)}"), language=language)


class TestList:
    def found(self, browser, **query: str) -> set[str]:
        page = browser.get(LIST, query).context["applications"]
        return {one.name for one in page}

    @pytest.fixture(autouse=True)
    def applications(self, staff):
        draft_make("1" * 43, name="Чернова")
        sent_make("2" * 43, name="Нова", town="Русе")
        declined = sent_make("3" * 43, name="Отказана", eik=KNOWN_EIK, pillars=["agrifood"])
        services.application_decline(actor=staff, application=declined, reason="Не.")

    def test_what_waits_comes_first(self, acting):
        assert self.found(acting) == {"Нова"}

    def test_a_draft_is_the_applicants_own_affair(self, acting):
        assert self.found(acting, state="all") == {"Нова", "Отказана"}

    @pytest.mark.parametrize(
        ("query", "names"),
        [
            ({"state": "declined"}, {"Отказана"}),
            ({"state": "all", "pillar": "agrifood"}, {"Отказана"}),
            ({"q": "НОВА русе"}, {"Нова"}),
            ({"state": "all", "q": KNOWN_EIK}, {"Отказана"}),
            ({"q": "няма"}, set()),
            ({"state": "nonsense"}, {"Нова"}),
        ],
    )
    def test_it_is_narrowed(self, acting, query, names):
        assert self.found(acting, **query) == names


def test_the_list_asks_as_often_for_fifty_as_for_one(acting, staff):
    sent_make("1" * 43)
    one = queries(acting)
    for number in range(49):
        application = sent_make(f"{number:043d}")
        services.review_begin(actor=staff, application=application)
    assert queries(acting) == one


def queries(browser) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        browser.get(LIST)
    return len(captured)


class TestMatches:
    def test_the_same_code_is_seen_by_staff(self, acting, cast):
        application = sent_make(eik=KNOWN_EIK, name="Съвсем друго име")
        [match] = matches(application)
        assert (match.label, match.is_same, match.is_member) == ("Нишка ООД", True, False)
        text = acting.get(page_of(application)).text
        assert "Възможни съвпадения" in text
        assert "същият ЕИК" in text

    @pytest.mark.parametrize("name", ["„Нишка“ ЕООД", "НИШКА", "Nishka Ltd"])
    def test_a_similar_name_is_proposed(self, cast, name):
        [match] = matches(sent_make(name=name))
        assert (match.label, match.is_same) == ("Нишка ООД", False)

    def test_another_name_is_not(self, cast):
        assert matches(sent_make(name="Гора и поле ООД")) == []

    def test_another_open_application_is_seen(self):
        other = sent_make("1" * 43)
        application = sent_make("2" * 43)
        [match] = matches(application)
        assert (match.is_same, match.is_application) == (True, True)
        assert str(other.pk) in match.address

    def test_a_member_is_called_one(self, staff):
        approved_make(staff)
        assert matches(sent_make("2" * 43))[0].is_member

    def test_names_are_compared_by_what_distinguishes_them(self):
        assert essence("„Нишка” ЕООД") == essence("NISHKA Ltd.") == "nishka"
        assert essence("АД") == "", "a name of nothing but a form is like no other"

    def test_nothing_is_asked_a_row_at_a_time(self, django_assert_num_queries, cast):
        application = sent_make(eik=KNOWN_EIK)
        for number in range(30):
            Organisation.objects.create(
                name="Нишка", pillar="textiles", is_demonstration=True, town=str(number)
            )
        with django_assert_num_queries(4):
            matches(application)


class TestReview:
    def test_staff_begin_and_ask(self, acting, staff):
        application = sent_make()
        acting.post(f"{page_of(application)}review/")
        application.refresh_from_db()
        assert (application.state, application.reviewer) == ("in_review", staff)
        acting.post(f"{page_of(application)}ask/", {"text": "Защо?"})
        application.refresh_from_db()
        assert application.state == "question"
        assert "Защо?" in acting.get(page_of(application)).text

    def test_an_empty_question_is_not_asked(self, acting):
        application = sent_make()
        answer = acting.post(f"{page_of(application)}ask/", {"text": " "})
        assert "error-summary" in answer.text
        assert not application.questions.exists()

    @pytest.mark.parametrize("action", ["review", "ask", "approve", "decline"])
    def test_what_is_over_is_not_acted_on(self, acting, staff, action):
        application = sent_make()
        services.application_decline(actor=staff, application=application, reason="Не.")
        form = {"text": "Защо?", **APPROVAL}
        answer = acting.post(f"{page_of(application)}{action}/", form)
        assert answer.headers["Location"] == page_of(application)
        application.refresh_from_db()
        assert application.state == "declined"
        assert not application.questions.exists()

    def test_the_board_reads_and_has_nothing_to_press(self, board, client_of):
        application = sent_make()
        text = client_of(board).get(page_of(application)).text
        assert application.name in text
        assert "approve/" not in text
        assert "review/" not in text


class TestDeciding:
    def approve(self, browser, application, **form: object):
        return browser.post(f"{page_of(application)}approve/", {**APPROVAL, **form})

    def test_approval_begins_a_membership(self, acting):
        application = sent_make()
        assert self.approve(acting, application).headers["Location"] == page_of(application)
        organisation = Organisation.objects.get(eik=ORGANISATION["eik"])
        begun = organisation.terms.get()
        assert (str(begun.starts), str(begun.ends)) == ("2026-12-01", "2027-11-30")
        assert float(begun.fee) == 1200.5

    def test_a_waiver_needs_its_reason(self, acting):
        application = sent_make()
        answer = self.approve(acting, application, payment="waiver", fee="")
        assert "Посочете защо" in answer.text
        self.approve(acting, application, payment="waiver", fee="", waiver_reason="Първа година")
        organisation = Organisation.objects.get(eik=ORGANISATION["eik"])
        assert organisation.terms.get().waiver_reason == "Първа година"

    @pytest.mark.parametrize(
        "form",
        [
            {"fee": ""},
            {"fee": "-1"},
            {"ends": "2026-11-30"},
            {"pillars": []},
            {"reason": ""},
            {"starts": "утре"},
        ],
    )
    def test_what_is_wrong_decides_nothing(self, acting, form):
        application = sent_make()
        answer = self.approve(acting, application, **form)
        assert "error-summary" in answer.text
        assert not Decision.objects.exists()

    def test_a_running_term_is_said(self, acting, staff):
        approved_make(staff)
        again = sent_make("c" * 43)
        today = timezone.localdate()
        answer = self.approve(acting, again, starts=str(today), ends=str(term().ends))
        assert "тече друг срок" in answer.text
        assert Decision.objects.count() == 1

    def test_declining_says_why(self, acting):
        application = sent_make()
        assert "error-summary" in acting.post(f"{page_of(application)}decline/", {}).text
        acting.post(f"{page_of(application)}decline/", {"reason": "Извън секторите."})
        assert application.decision.reason == "Извън секторите."

    def test_of_two_who_press_at_once_the_second_is_told(
        self, acting, granted, client_of, monkeypatch
    ):
        application = sent_make()
        self.approve(acting, application)
        monkeypatch.setattr("kragozor.hub.applications.rules.may_decide", lambda _state: True)
        monkeypatch.setattr(services, "application_approve", refusing(services.NotSo))
        monkeypatch.setattr(services, "application_decline", refusing(services.NotSo))
        second = client_of(granted)
        for action in ("approve", "decline"):
            answer = second.post(f"{page_of(application)}{action}/", APPROVAL)
            assert answer.headers["Location"] == page_of(application)
        assert Decision.objects.count() == 1


def refusing(error: type[Exception]):
    def refuse(**_facts):
        raise error

    return refuse

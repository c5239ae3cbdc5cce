"""Terms as the Council writes them, and the letters before they end."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.members import queries, rules, services
from kragozor.hub.members.enums import MemberState, Role
from kragozor.hub.members.models import Term, TermReminder
from kragozor.hub.members.services import TermFacts, reminders_send
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def days(number):
    return TODAY + timedelta(days=number)


def begin(cast, first, last, company=None, **facts):
    return services.term_begin(
        actor=cast.staff,
        organisation=company or cast.company,
        term=TermFacts(days(first), days(last), **(facts or {"fee": Decimal(200)})),
    )


@pytest.mark.parametrize(
    ("spans", "state"),
    [
        ([], MemberState.NONE),
        ([(-100, 200)], MemberState.MEMBER),
        ([(-100, 60)], MemberState.ENDS_SOON),
        ([(-100, 61)], MemberState.MEMBER),
        ([(-100, 10), (11, 300)], MemberState.MEMBER),
        ([(-100, -1)], MemberState.LAPSED),
        ([(-100, 0)], MemberState.ENDS_SOON),
        ([(-100, -20), (5, 300)], MemberState.BEGINS),
    ],
)
def test_how_a_member_stands_follows_from_its_terms(cast, spans, state):
    for first, last in spans:
        begin(cast, first, last)
    assert queries.membership_of(cast.company).state == state
    assert queries.state_counts(TODAY)[state] >= 1


def test_a_term_that_is_ended_early_lapses_the_membership(cast):
    term = begin(cast, -100, 200)
    services.term_end(actor=cast.staff, term=term, on=days(-1), reason="по своя воля")
    membership = queries.membership_of(cast.company)
    assert (membership.state, membership.until) == (MemberState.LAPSED, days(-1))


def test_membership_is_counted_over_short_pauses(cast):
    begin(cast, -700, -400)
    begin(cast, -380, 200)
    assert queries.membership_of(cast.company).since == days(-700)


@pytest.mark.parametrize(
    ("last", "today", "found"),
    [
        (None, date(2026, 11, 24), (date(2026, 11, 24), date(2027, 11, 23))),
        (date(2026, 12, 31), date(2026, 11, 24), (date(2027, 1, 1), date(2027, 12, 31))),
        (date(2026, 9, 25), date(2026, 11, 24), (date(2026, 9, 26), date(2027, 9, 25))),
        (date(2026, 9, 24), date(2026, 11, 24), (date(2026, 11, 24), date(2027, 11, 23))),
        (date(2028, 2, 28), date(2028, 2, 1), (date(2028, 2, 29), date(2029, 2, 28))),
    ],
)
def test_the_next_term_follows_the_last_within_the_grace(last, today, found):
    assert rules.next_term(last, today) == found


@pytest.fixture
def sent(django_capture_on_commit_callbacks):
    """Do the chore, and return the letters it sent."""

    def send():
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            reminders_send()
        return list(mail.outbox)

    return send


@pytest.mark.parametrize(
    ("left", "before"), [(60, 60), (31, 60), (30, 30), (8, 30), (7, 7), (0, 7)]
)
def test_the_owner_is_written_to_once_for_each_stretch(cast, sent, left, before):
    term = begin(cast, -300, left)
    (letter,) = sent()
    assert letter.to == [cast.owner.email]
    assert "Нишка ООД" in letter.subject
    assert term.reminders.get().days_before == before
    assert sent() == []
    assert AuditEntry.objects.get(action="term.reminded").actor is None


def test_the_letter_is_in_the_language_of_the_owner(cast, sent):
    cast.owner.language = "en"
    cast.owner.save()
    begin(cast, -300, 10)
    (letter,) = sent()
    assert letter.subject.startswith("The membership of Нишка ООД ends on")
    assert f"/en/companies/{cast.company.pk}/" in letter.body


def test_each_stretch_has_its_letter(cast, sent):
    term = begin(cast, -300, 20)
    TermReminder.objects.create(term=term, days_before=60)
    assert len(sent()) == 1
    assert set(term.reminders.values_list("days_before", flat=True)) == {60, 30}


@pytest.mark.parametrize("case", ["early", "renewed", "ended", "over", "nobody"])
def test_nobody_is_written_to_without_need(cast, sent, case):
    term = begin(cast, -300, {"early": 61, "over": -1}.get(case, 20))
    if case == "renewed":
        begin(cast, 30, 400)
    elif case == "ended":
        services.term_end(actor=cast.staff, term=term, on=days(10), reason="преместване")
    elif case == "nobody":
        cast.company.representations.update(until=timezone.now())
    assert sent() == []
    assert not TermReminder.objects.exists()


FORM = {"payment": "fee", "fee": "1 200,50", "waiver_reason": ""}


@pytest.fixture
def council(cast):
    return f"/council/members/{cast.company.pk}/"


def post_term(client, address, first, last, **facts):
    form = FORM | {"starts": days(first), "ends": days(last)} | facts
    return client.post(f"{address}terms/new/", form, follow=True)


def test_staff_writes_a_term_with_a_fee_as_people_write_numbers(cast, client_of, council):
    page = post_term(client_of(cast.staff), council, 0, 364)
    assert "е член до" in page.text
    term = Term.objects.get()
    assert (term.fee, term.payment, term.created_by) == (Decimal("1200.50"), "fee", cast.staff)


def test_staff_writes_a_waiver_with_its_reason(cast, client_of, council):
    post_term(client_of(cast.staff), council, 0, 9, payment="waiver", waiver_reason="учредител")
    assert (Term.objects.get().fee, Term.objects.get().waiver_reason) == (None, "учредител")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"fee": ""}, "Напишете вноса"),
        ({"fee": "-3"}, "0"),
        ({"payment": "waiver"}, "Посочете защо няма внос"),
        ({"starts": days(10)}, "Последният ден е преди първия"),
        ({"starts": days(-5)}, "тече друг срок"),
        ({"ends": "9999-12-31"}, "Изберете ден между 1990 и 2100 г."),
    ],
)
def test_a_term_that_does_not_do_is_explained(cast, client_of, council, facts, words):
    begin(cast, -100, -1)
    page = post_term(client_of(cast.staff), council, 0, 9, **facts)
    assert page.status_code == 200
    assert words in page.text
    assert Term.objects.count() == 1


def test_one_press_renews_for_the_next_year(cast, client_of, council):
    begin(cast, -300, 20, fee=Decimal("150.50"))
    client = client_of(cast.staff)
    page = client.get(council)
    assert "Подновяване за година" in page.text
    proposed = {
        name: page.text.split(f'name="{name}" value="')[1].split('"')[0]
        for name in ("starts", "ends", "payment", "fee", "waiver_reason")
    }
    client.post(f"{council}terms/new/", proposed)
    renewed = queries.terms_of(cast.company).first()
    assert (renewed.starts, renewed.fee) == (days(21), Decimal("150.50"))
    assert queries.membership_of(cast.company).state == MemberState.MEMBER


def test_staff_ends_a_term_early_and_both_days_stay(cast, client_of, council):
    term = begin(cast, -100, 200)
    client = client_of(cast.staff)
    page = client.post(f"{council}terms/{term.pk}/end/", {"on": days(201), "reason": "преместване"})
    assert "Изберете ден от срока" in page.text
    client.post(f"{council}terms/{term.pk}/end/", {"on": days(3), "reason": "преместване"})
    term.refresh_from_db()
    assert (term.ends, term.end.on) == (days(200), days(3))
    assert "преместване" in client.get(council).text
    assert client.get(f"{council}terms/{term.pk}/end/").status_code == 404


def test_staff_changes_the_pillars(cast, client_of, council):
    services.pillars_set(actor=cast.staff, organisation=cast.company, pillars=["textiles"])
    client_of(cast.staff).post(f"{council}pillars/", {"pillars": ["plastics", "agrifood"]})
    held = cast.company.pillars.filter(until__isnull=True).values_list("pillar", flat=True)
    assert set(held) == {"plastics", "agrifood"}
    assert cast.company.pillars.get(pillar="textiles").until == TODAY


def test_a_pillar_that_is_taken_away_by_mistake_is_counted_once(cast, client_of, council):
    begin(cast, -100, 100)
    services.pillars_set(
        actor=cast.staff, organisation=cast.company, pillars=["textiles"], since=days(-100)
    )
    client = client_of(cast.staff)
    client.post(f"{council}pillars/", {"pillars": ["agrifood"]})
    assert 'value="textiles" id="id_pillars_0" checked' not in client.get(f"{council}pillars/").text
    client.post(f"{council}pillars/", {"pillars": ["agrifood", "textiles"]})
    for day in (TODAY, days(1)):
        counts = {count.pillar: count.total for count in queries.member_counts(day)}
        assert counts == {"textiles": 1, "plastics": 0, "agrifood": 1}
    again = cast.company.pillars.get(pillar="textiles", until__isnull=True)
    assert again.since == days(1)


def test_two_merged_records_in_one_pillar_are_one_member(cast):
    begin(cast, -100, 100)
    for since, until in ((days(-90), days(10)), (days(-30), None)):
        cast.company.pillars.create(pillar="textiles", since=since, until=until)
    assert queries.member_counts(TODAY)[0].total == 1
    (tally,) = [one for one in queries.member_tallies([TODAY]) if one.pillar == "textiles"]
    assert tally.counts == (1,)


def test_two_who_end_a_term_at_once_both_find_it_ended(cast, client_of, council, monkeypatch):
    term = begin(cast, -100, 200)

    def too_late(**_facts):
        raise services.TermIsOver

    monkeypatch.setattr(services, "term_end", too_late)
    page = client_of(cast.staff).post(
        f"{council}terms/{term.pk}/end/", {"on": days(3), "reason": "преместване"}, follow=True
    )
    assert "Срокът е прекратен" in page.text


def test_the_board_reads_and_is_offered_nothing_to_change(cast, client_of, council):
    begin(cast, -300, 20)
    page = client_of(cast.board).get(council)
    assert_page(page)
    for offered in ("terms/new/", "pillars/", "Подновяване за година", "Прекратяване"):
        assert offered not in page.text


def test_the_log_says_what_was_done_in_words(cast, client_of, council):
    begin(cast, -300, 20)
    services.organisation_edit(actor=cast.owner, organisation=cast.company, town="Сливен")
    services.grant_give(
        actor=cast.owner, organisation=cast.company, staff=cast.staff, until=days(5)
    )
    page = client_of(cast.staff).get(council)
    for words in ("записан срок:", "променени данни: ", "даден достъп до числата до"):
        assert words in page.text


@pytest.mark.parametrize(("prefix", "language"), [("", "bg"), ("/en", "en")])
@pytest.mark.parametrize("ending", ["", "terms/new/", "terms/{}/end/", "pillars/"])
def test_pages_of_a_member_hold(cast, client_of, council, prefix, language, ending):
    term = begin(cast, -300, 20)
    page = client_of(cast.staff).get(prefix + council + ending.format(term.pk))
    assert_page(page, language=language)
    assert {"bg": "Кой вижда това:", "en": "Who can see this:"}[language] in page.text


@pytest.fixture
def on_the_desk(client_of):
    """Return a person's desk, in English."""
    return lambda person: client_of(person).get("/en/desk/").text


def test_the_desk_tells_the_council_who_ends_soon(cast, on_the_desk):
    assert "Memberships that end soon" not in on_the_desk(cast.staff)
    begin(cast, -300, 20)
    for person, told in [(cast.staff, 1), (cast.board, 1), (cast.owner, 0), (cast.expert, 0)]:
        assert on_the_desk(person).count("Memberships that end soon") == told
    assert f"/en/council/members/{cast.company.pk}/" in on_the_desk(cast.board)
    assert "telephone" not in on_the_desk(cast.board)


def test_a_letter_that_did_not_arrive_is_told_and_holds_up_no_other(
    cast, settings, sent, on_the_desk, client_of
):
    begin(cast, -300, 20)
    begin(cast, -300, 21, company=cast.other_company)
    let_no_letter_reach(cast.owner, settings)
    sent()
    assert [ending.has_failed for ending in queries.memberships_ending(TODAY)] == [True, False]
    assert TermReminder.objects.count() == 2
    assert "About one of them no letter reaches anybody" in on_the_desk(cast.staff)
    assert (
        "the letter did not arrive"
        in client_of(cast.staff).get("/en/council/members/renewals/").text
    )


def test_a_letter_that_reached_one_owner_has_arrived(cast, settings, sent):
    begin(cast, -300, 20)
    services.representation_change_role(
        actor=cast.owner,
        representation=cast.company.representations.get(person=cast.editor),
        role=Role.OWNER,
    )
    let_no_letter_reach(cast.owner, settings)
    sent()
    assert not queries.memberships_ending(TODAY)[0].needs_a_call


def test_a_member_without_an_owner_needs_a_call(cast, on_the_desk):
    begin(cast, -300, 20)
    cast.owner.is_active = False
    cast.owner.save()
    (ending,) = queries.memberships_ending(TODAY)
    assert (ending.has_owner, ending.needs_a_call) == (False, True)
    assert "nobody to write to" in on_the_desk(cast.staff)


def test_what_ends_soon_is_asked_in_as_many_queries_for_many(
    cast, sent, django_assert_max_num_queries
):
    begin(cast, -300, 20)
    begin(cast, -300, 21, company=cast.other_company)
    sent()
    with django_assert_max_num_queries(4):
        assert len(queries.memberships_ending(TODAY)) == 2


def let_no_letter_reach(person, settings):
    settings.EMAIL_BACKEND = "kragozor.hub.common.mail.Logged"
    settings.EMAIL_TRANSPORT = "tests.hub.members.test_terms.Deaf"
    Deaf.to = person.email


class Deaf(BaseEmailBackend):
    """A transport that takes no letter to one address."""

    to = ""

    def send_messages(self, letters):
        for letter in letters:
            if self.to in letter.to:
                raise OSError("550 no such mailbox")
        return len(letters)

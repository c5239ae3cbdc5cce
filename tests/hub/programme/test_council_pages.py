"""The Council's pages of the programme: read by staff and board, changed by staff."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kragozor.hub.programme import services
from kragozor.hub.programme.models import Activity, Evidence, Target
from tests.hub.pages import assert_page
from tests.hub.programme.records import member, pillar

BOARD = "/council/programme/"
ONE = f"{BOARD}12/"
DAY = date(2025, 6, 30)
PREFIXES = [("", "bg"), ("/en", "en")]


@pytest.fixture
def activity(db):
    return Activity.objects.get(number=12)


@pytest.fixture
def evidence(staff, activity):
    return services.evidence_add(
        actor=staff,
        activity=activity,
        on=DAY,
        title="Обща конференция",
        value=2,
        text="С три съвета.",
        file=SimpleUploadedFile("Протокол.pdf", b"%PDF-1.7"),
    )


@pytest.fixture
def page_of(client_of, staff):
    client = client_of(staff)
    return lambda where, **data: client.get(where, data)


@pytest.fixture
def send(client_of, staff):
    client = client_of(staff)
    return lambda where, **data: client.post(where, data)


@pytest.mark.parametrize(("prefix", "language"), PREFIXES)
@pytest.mark.parametrize(
    "rest",
    ["", "1/", "2/", "3/", "12/", "12/change/", "12/target/", "12/evidence/", "report/"],
)
def test_pages_are_whole_in_both_languages(page_of, evidence, prefix, language, rest):
    assert_page(page_of(f"{prefix}{BOARD}{rest}"), language=language)


@pytest.mark.parametrize(("prefix", "language"), PREFIXES)
def test_withdrawal_page_is_whole(page_of, evidence, prefix, language):
    address = f"{prefix}{BOARD}evidence/{evidence.pk}/withdraw/"
    assert_page(page_of(address), language=language)


def test_scoreboard_tells_of_all_seventeen(page_of, evidence):
    shown = page_of(f"/en{BOARD}").text
    for number in range(1, 18):
        assert f'id="activity-{number}"' in shown
    assert "Nobody is responsible yet" in shown
    assert "1 piece of evidence" in shown


def test_scoreboard_shows_the_day_that_is_asked_for(page_of, staff, evidence):
    before, after = (page_of(f"/en{BOARD}", on=day) for day in ("2025-06-29", "2025-06-30"))
    assert before.context["readings"][11].number is None
    assert after.context["readings"][11].number == 2
    assert "29\u00a0June 2025" in before.text
    assert "Back to today" in before.text


def test_trend_leads_through_twelve_months_to_the_value(page_of, staff, evidence):
    member(staff, "Стан", term=(date(2025, 3, 15), date(2025, 12, 31)), district="BG311")
    [reading] = [
        one
        for one in page_of(f"/en{BOARD}", on="2025-06-30").context["readings"]
        if one.activity.number == 16
    ]
    assert [value for _day, value in reading.trend] == [0] * 9 + [1] * 4
    assert (reading.trend[0][0], reading.trend[-1]) == (date(2024, 6, 30), (DAY, reading.number))
    shown = page_of(f"/en{BOARD}16/", on="2025-06-30").text
    drawn = shown.partition('<div class="trend">')[2].partition("</div>")[0]
    assert "from 0 to 1 in the last twelve months" in drawn
    assert shown.count('<td class="n">1</td>') == 4


@pytest.mark.parametrize("on", ["yesterday", "2020-12-31", "9999-01-01", "2025-02-30"])
def test_day_that_cannot_be_shown_is_refused_and_today_shown(page_of, on):
    response = page_of(f"/en{BOARD}", on=on)
    assert_page(response, language="en")
    assert response.context["day"] == timezone.localdate()
    assert "error-summary" in response.text


def test_activity_says_where_its_value_comes_from(page_of, staff):
    live = page_of(f"/en{BOARD}2/").text
    assert "whose term of membership covers the day" in live
    assert 'href="/en/council/programme/2/records/"' in live
    by_hand = page_of(f"/en{BOARD}4/").text
    assert "the records of calls and consultations" in by_hand
    assert "that is not the same as zero" in by_hand
    assert "No evidence yet" in by_hand


def test_activity_of_a_past_day_shows_what_was_done_till_then(page_of, evidence):
    before, after = (page_of(f"/en{ONE}", on=day) for day in ("2025-06-29", "2025-06-30"))
    assert "Обща конференция" not in before.text
    assert "The values are those of 29\u00a0June 2025" in before.text
    assert "Обща конференция" in after.text


def test_english_pages_show_what_was_written_in_english(page_of, staff, evidence):
    Evidence.objects.update(title_en="A joint conference")
    services.activity_change(
        actor=staff, activity=evidence.activity, responsible=None, next_step="Писмо"
    )
    shown = page_of(f"/en{ONE}").text
    assert '<span class="evidence-title" lang="en">A joint conference</span>' in shown
    assert '<dd lang="bg">Писмо</dd>' in shown
    assert "A joint conference" not in page_of(ONE).text


def test_no_such_activity(page_of):
    for number in (0, 18, 10**30):
        assert page_of(f"{BOARD}{number}/").status_code == 404
        assert page_of(f"{BOARD}{number}/change/").status_code == 404


def test_staff_says_who_and_what_next(send, page_of, board, activity):
    data = {"responsible": str(board.pk), "next_step": "Писмо", "next_on": "2027-01-31"}
    assert send(f"{ONE}change/", **data).status_code == 302
    activity.refresh_from_db()
    assert (activity.responsible, activity.next_step) == (board, "Писмо")
    shown = page_of(ONE).text
    assert "Писмо" in shown
    assert str(board) in shown


def test_only_who_is_of_the_council_can_be_responsible(send, owner, activity):
    response = send(f"{ONE}change/", responsible=str(owner.pk), next_step="Писмо")
    assert "responsible" in response.context["form"].errors
    activity.refresh_from_db()
    assert activity.responsible is None


def test_day_without_a_step_is_refused(send):
    response = send(f"{ONE}change/", next_on="2027-01-31")
    assert "next_step" in response.context["form"].errors


def test_change_over_a_colleagues_is_told_before_it_is_made(send, page_of, staff, board, activity):
    seen = page_of(f"{ONE}change/").context["form"].initial["seen"]
    services.activity_change(
        actor=staff, activity=activity, responsible=board, next_step="На колегата"
    )
    told = send(f"/en{ONE}change/", next_step="Моята", seen=seen)
    assert_page(told, language="en")
    assert "На колегата" in told.text
    activity.refresh_from_db()
    assert activity.next_step == "На колегата"
    again = told.context["form"]["seen"].value()
    assert send(f"{ONE}change/", next_step="Моята", seen=again).status_code == 302
    activity.refresh_from_db()
    assert activity.next_step == "Моята"


def test_staff_sets_a_target(send, page_of):
    data = {"value": "1 234,5", "since": "2025-01-01", "due": "31.12.2027"}
    assert send(f"{ONE}target/", **data).status_code == 302
    target = Target.objects.get(activity=12)
    assert (target.value, target.due) == (1234.5, date(2027, 12, 31))
    assert "1\u00a0234,5" in page_of(ONE).text


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"value": "0", "since": "2025-01-01"}, "value"),
        ({"value": "nan", "since": "2025-01-01"}, "value"),
        ({"value": "1e12", "since": "2025-01-01"}, "value"),
        ({"value": "3", "since": "2025-01-01", "due": "2024-01-01"}, "due"),
        ({"value": "", "since": "2025-01-01", "due": "2026-01-01"}, "value"),
        ({"value": "3", "since": "2015-01-01"}, "since"),
        ({"value": "3"}, "since"),
    ],
)
def test_target_that_cannot_be_is_refused(send, data, field):
    response = send(f"{ONE}target/", **data)
    assert field in response.context["form"].errors
    assert not Target.objects.filter(activity=12)


def test_staff_adds_evidence_with_a_file(send, page_of):
    file = SimpleUploadedFile("Протокол.pdf", b"%PDF-1.7")
    data = {"on": "2025-06-30", "title": "Среща", "value": "2,5", "file": file, "is_public": "on"}
    assert send(f"{ONE}evidence/", **data).status_code == 302
    added = Evidence.objects.get()
    assert (added.value, added.is_public, added.file_name) == (2.5, True, "Протокол.pdf")
    shown = page_of(ONE)
    assert "Среща" in shown.text
    assert shown.context["reading"].number == 2.5


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"on": "9999-01-01", "title": "Среща"}, "on"),
        ({"on": "2025-06-30", "title": " "}, "title"),
        ({"on": "2025-06-30", "title": "Среща", "value": "-1"}, "value"),
        ({"on": "2025-06-30", "title": "Среща", "value": "1e300"}, "value"),
        ({"on": "2025-06-30", "title": "Среща", "value": "inf"}, "value"),
        ({"on": "2025-06-30", "title": "Сре\x00ща"}, "title"),
        ({"on": "2025-06-30", "title": "\u202eазарС"}, "title"),
        ({"on": "2025-06-30", "title": "С" * 201}, "title"),
        ({"on": "2025-06-30", "title": "Среща", "text": "т" * 4001}, "text"),
        ({"on": "2025-06-30", "title": "Среща", "text": "\x00"}, "text"),
        ({"on": "2025-06-30", "title": "Среща", "address": "https://e.bg/" + "x" * 300}, "address"),
        ({"on": "2025-06-30", "title": "Среща", "file": SimpleUploadedFile("x.pdf", b"")}, "file"),
        ({"on": "2025-06-30", "title": "Среща", "address": "javascript:alert(1)"}, "address"),
        (
            {
                "on": "2025-06-30",
                "title": "Среща",
                "file": SimpleUploadedFile("x.exe", b"MZ"),
            },
            "file",
        ),
    ],
)
def test_evidence_that_cannot_be_is_refused(send, data, field):
    response = send(f"{ONE}evidence/", **data)
    assert_page(response)
    assert field in response.context["form"].errors
    assert not Evidence.objects.exists()


def test_form_sent_twice_is_told_so(send, page_of):
    data = {"on": "2025-06-30", "title": "Среща", "value": "1"}
    assert send(f"{ONE}evidence/", **data).status_code == 302
    again = send(f"/en{ONE}evidence/", **data)
    assert "on record for the day already" in again.text
    assert page_of(ONE).context["reading"].number == 1


def test_activity_leads_to_where_its_next_step_is_taken(page_of, db):
    for number, address in ((1, "pillars"), (2, "council/pipeline"), (14, "work")):
        assert f'href="/en/{address}/"' in page_of(f"/en{BOARD}{number}/").text


def test_file_that_is_too_large_is_refused_with_what_to_do(send, monkeypatch):
    monkeypatch.setattr("kragozor.hub.common.uploads.MAX_BYTES", 8)
    file = SimpleUploadedFile("Голям.pdf", b"%PDF-" + b"x" * 100)
    response = send(f"/en{ONE}evidence/", on="2025-06-30", title="Среща", file=file)
    assert "Link to it instead" in response.text
    assert not Evidence.objects.exists()


def test_file_is_handed_out_to_the_council_under_its_own_name(client_of, board, owner, evidence):
    address = f"{BOARD}evidence/{evidence.pk}/file/"
    response = client_of(board).get(address)
    assert response.content == b"%PDF-1.7"
    assert response.headers["Content-Disposition"].startswith("attachment;")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert client_of(owner).get(address).status_code == 404


def test_evidence_without_a_file_hands_out_none(page_of, staff, activity):
    bare = services.evidence_add(actor=staff, activity=activity, on=DAY, title="Среща")
    assert page_of(f"{BOARD}evidence/{bare.pk}/file/").status_code == 404


def test_staff_withdraws_evidence_for_a_reason(send, page_of, evidence):
    address = f"{BOARD}evidence/{evidence.pk}/withdraw/"
    assert "reason" in send(address, reason=" ").context["form"].errors
    assert send(address, reason="друга година").status_code == 302
    shown = page_of(ONE).text
    assert "друга година" in shown
    assert "line-through" not in shown
    assert send(address, reason="пак").status_code == 404
    assert page_of(f"{BOARD}evidence/{evidence.pk}/file/").status_code == 404


def test_staff_shows_evidence_to_everybody(send, evidence):
    address = f"{BOARD}evidence/{evidence.pk}/show/"
    send(address, is_public="1")
    evidence.refresh_from_db()
    assert evidence.is_public
    send(address)
    evidence.refresh_from_db()
    assert not evidence.is_public


def test_board_reads_and_is_offered_no_change(client_of, board, evidence):
    client = client_of(board)
    shown = client.get(ONE).text
    for action in ("change/", "target/", "evidence/", "/show/", "/withdraw/"):
        assert f'{action}"' not in shown
    assert client.post(f"{ONE}target/", {"value": "3", "since": "2025-01-01"}).status_code == 403


def test_target_due_yesterday_is_behind(page_of, staff, activity):
    yesterday = timezone.localdate() - timedelta(days=1)
    services.target_set(
        actor=staff, activity=activity, value=3, since=date(2025, 1, 1), due=yesterday
    )
    assert page_of(f"/en{ONE}").context["reading"].state == "behind"


def test_scoreboard_asks_as_often_for_fifty_as_for_one(page_of, staff, activity):
    pillar()
    counts = []
    for many in (1, 50):
        for place in range(many):
            member(staff, f"Член {many} {place}")
            services.evidence_add(
                actor=staff, activity=activity, on=DAY, title=f"Проява {many}.{place}", value=1
            )
        page_of(BOARD)
        with CaptureQueriesContext(connection) as captured:
            page_of(BOARD)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 16
    with CaptureQueriesContext(connection) as captured:
        page_of(ONE)
    assert len(captured) <= counts[0] + 2


def test_an_activity_leads_to_those_beside_it_on_the_same_day(page_of):
    first, last = (page_of(f"{BOARD}{number}/", on="2026-06-30").text for number in (1, 17))
    assert '/council/programme/2/?on=2026-06-30" rel="next"' in first
    assert 'rel="prev"' not in first
    assert '/council/programme/16/?on=2026-06-30" rel="prev"' in last
    assert 'rel="next"' not in last

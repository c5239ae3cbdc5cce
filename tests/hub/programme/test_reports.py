"""The annual report, from the hub's records to the files that the board signs."""

from datetime import date

import pytest
from django.utils import timezone
from django.utils.translation import override

from kragozor.hub.programme import services
from kragozor.hub.programme.models import Activity, Evidence
from kragozor.hub.programme.reporting import activity_report
from kragozor.reports.activity import YearLine
from tests.hub.pages import assert_page
from tests.hub.programme.records import member, pillar
from tests.reports.activity.printed import docx_text, numbers, pdf_text

REPORT = "/council/programme/report/"
MEMBER = {"bg": "Предачна фабрика", "en": "Predachna fabrika"}


@pytest.fixture
def year(staff):
    """A year with two members, an event and what was done before and after it."""
    pillar("textiles", lead=staff, target=2)
    member(staff, "Предачна фабрика", kind="company", town="Сливен")
    member(staff, "Университет по влакна", kind="university")
    member(staff, "Напуснал", term=(date(2024, 1, 1), date(2024, 12, 31)))
    activity = Activity.objects.get(number=12)
    for on, title in (
        (date(2024, 12, 31), "Миналогодишна проява"),
        (date(2025, 6, 30), "Обща конференция"),
        (date(2026, 1, 1), "Следваща проява"),
    ):
        services.evidence_add(actor=staff, activity=activity, on=on, title=title, value=1)
    services.target_set(actor=staff, activity=activity, value=2, since=date(2025, 1, 1))
    services.target_set(actor=staff, activity=activity, value=40, since=date(2026, 1, 1))


def test_report_is_as_of_the_last_day_of_its_year(year):
    with override("bg"):
        facts = activity_report(2025)
    assert (facts.as_of, facts.is_whole) == (date(2025, 12, 31), True)
    line = facts.activities[11]
    assert (line.value, line.before, line.target, line.state) == (2, 1, 2, "reached")
    assert [one.title for one in line.evidence] == ["Обща конференция"]
    textiles = facts.pillars[0]
    assert (textiles.business, textiles.academia, textiles.target) == (1, 1, 2)
    assert [one.name for one in facts.members] == ["Предачна фабрика", "Университет по влакна"]
    assert facts.members[0].pillars == ("Текстил",)
    assert facts.members[0].since == date(2025, 1, 1)
    assert facts.now == YearLine(members=2, joined=2, left=1, evidence=1)
    assert facts.before == YearLine(members=1, joined=1, left=0, evidence=1)
    assert (line.state, line.state_before) == ("reached", "without_target")


def test_english_report_is_in_latin_letters(year, staff, board):
    evidence = Evidence.objects.get(title="Обща конференция")
    Evidence.objects.filter(pk=evidence.pk).update(title_en="A conference", text="Първо.\n\nВторо.")
    services.activity_change(
        actor=staff,
        activity=evidence.activity,
        responsible=board,
        next_step="Писмо",
        next_step_en="A letter",
    )
    with override("en"):
        facts = activity_report(2025)
    line = facts.activities[11]
    assert (line.next_step, line.responsible) == ("A letter", "Iva Board")
    assert [(one.title, one.text) for one in line.evidence] == [("A conference", "Първо.")]
    assert [one.name for one in facts.members] == ["Predachna fabrika", "Universitet po vlakna"]
    assert facts.members[0].town == "Sliven"


def test_this_year_is_up_to_today(year):
    today = timezone.localdate()
    with override("en"):
        facts = activity_report(today.year)
    assert facts.as_of == today


@pytest.mark.parametrize(("prefix", "language"), [("", "bg"), ("/en", "en")])
def test_preview_is_a_whole_page(client_of, board, year, prefix, language):
    response = client_of(board).get(f"{prefix}{REPORT}2025/")
    assert_page(response, language=language)
    assert MEMBER[language] in response.text
    assert "Обща конференция" in response.text
    assert "Следваща проява" not in response.text


@pytest.mark.parametrize("language", ["bg", "en"])
def test_files_say_what_the_preview_says(client_of, board, year, language):
    client = client_of(board)
    pdf = client.get(f"{REPORT}2025/{language}.pdf")
    docx = client.get(f"{REPORT}2025/{language}.docx")
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert "attachment" in docx.headers["Content-Disposition"]
    written = docx_text(docx.content)
    assert numbers(pdf_text(pdf.content)) == numbers(written)
    assert ("Съвет-клъстер" if language == "bg" else "Council-Cluster") in written
    assert MEMBER[language] in written


@pytest.mark.parametrize(
    "rest", ["2020/", "9999/", "2020/bg.pdf", "2025/de.pdf", "2025/bg.odt", "2025/bg."]
)
def test_what_there_is_no_report_of_is_absent(client_of, board, rest):
    assert client_of(board).get(f"{REPORT}{rest}").status_code == 404


def test_every_year_since_the_programme_began_has_one(client_of, board):
    shown = client_of(board).get(REPORT).text
    for year in range(2021, timezone.localdate().year + 1):
        assert f'href="{REPORT}{year}/"' in shown

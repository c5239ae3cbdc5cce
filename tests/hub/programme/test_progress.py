"""What everybody sees of the programme, and what they do not."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kragozor.hub.programme import services
from kragozor.hub.programme.models import Activity
from tests.hub.pages import assert_page

DAY = date(2025, 6, 30)


@pytest.fixture
def activity(db):
    return Activity.objects.get(number=12)


def evidence(staff, activity, title, **facts):
    file = SimpleUploadedFile(f"{title}.pdf", b"%PDF-1.7")
    return services.evidence_add(
        actor=staff, activity=activity, on=DAY, title=title, file=file, **facts
    )


@pytest.mark.parametrize(("prefix", "language"), [("", "bg"), ("/en", "en")])
def test_page_is_whole_for_a_visitor(client, staff, activity, prefix, language):
    evidence(staff, activity, "Показано", value=2, is_public=True, address="https://example.org")
    assert_page(client.get(f"{prefix}/progress/"), language=language)


def test_visitor_sees_values_and_published_evidence_only(client, staff, board, activity):
    services.activity_change(
        actor=staff, activity=activity, responsible=board, next_step="Вътрешна стъпка"
    )
    evidence(staff, activity, "Показано", value=2, is_public=True)
    evidence(staff, activity, "Вътрешно", value=3)
    response = client.get("/progress/")
    assert response.context["readings"][11].number == 5
    assert "Показано" in response.text
    for kept in ("Вътрешно", "Вътрешна стъпка", str(board), str(staff)):
        assert kept not in response.text


def test_file_of_published_evidence_is_open_and_of_no_other(client, staff, activity):
    shown = evidence(staff, activity, "Показано", is_public=True)
    kept = evidence(staff, activity, "Вътрешно")
    assert client.get(f"/progress/evidence/{shown.pk}/").content == b"%PDF-1.7"
    assert client.get(f"/progress/evidence/{kept.pk}/").status_code == 404
    services.evidence_withdraw(actor=staff, evidence=shown, reason="сгрешено")
    assert client.get(f"/progress/evidence/{shown.pk}/").status_code == 404


def test_public_records_are_one_click_away(client, db):
    shown = client.get("/en/progress/").text
    for address in ("/en/pillars/", "/en/members/", "/en/regions/"):
        assert shown.count(f'href="{address}"') >= 2
    assert "/council/" not in shown


def test_programme_stands_in_the_public_navigation(client, db):
    assert 'href="/en/progress/"' in client.get("/en/").text

"""Links that show one result, up to a day, to whoever holds them."""

import io
import json
from datetime import timedelta

import pikepdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kragozor.hub.measuring import queries
from kragozor.hub.measuring.models import ShareLink
from kragozor.hub.measuring.services.inventories import inventory_archive
from kragozor.hub.measuring.services.sharing import link_create, link_revoke
from kragozor.reports import pdf
from tests.hub.pages import assert_page


def share(assessment):
    return reverse("measuring:share", args=[assessment.pk])


def shared(link):
    return reverse("measuring:shared", args=[link.token])


def shared_pdf(link):
    return reverse("measuring:shared_pdf", args=[link.token])


@pytest.mark.parametrize("part", ["owner", "editor"])
def test_link_is_made_and_can_be_copied(cast, client_of, assessment, part):
    day = timezone.localdate() + timedelta(days=7)
    page = client_of(cast.people[part]).post(
        share(assessment), {"expires_on": day.isoformat()}, follow=True
    )
    assert_page(page)
    link = ShareLink.objects.get()
    assert (link.expires_on, link.created_by) == (day, cast.people[part])
    assert f"http://127.0.0.1:8000{shared(link)}" in page.text


@pytest.mark.parametrize("days", [-1, 367])
def test_link_lasts_from_today_to_a_year(cast, client_of, assessment, days):
    day = timezone.localdate() + timedelta(days=days)
    page = client_of(cast.owner).post(share(assessment), {"expires_on": day.isoformat()})
    assert_page(page)
    assert "Изберете ден между днес и една година" in page.text
    assert not ShareLink.objects.exists()
    with pytest.raises(ValueError, match="may last"):
        link_create(actor=cast.owner, assessment=assessment, expires_on=day)


def test_usual_life_is_a_month(cast, client_of, assessment):
    page = client_of(cast.owner).get(share(assessment))
    assert_page(page)
    assert f'value="{timezone.localdate() + timedelta(days=30)}"' in page.text


@pytest.mark.parametrize(
    ("part", "status"),
    [("reader", 403), ("granted", 403), ("staff", 404), ("stranger", 404), ("visitor", 302)],
)
def test_who_does_not_edit_makes_no_link(cast, client_of, assessment, part, status):
    day = timezone.localdate() + timedelta(days=7)
    answer = client_of(cast.people[part]).post(share(assessment), {"expires_on": day})
    assert answer.status_code == status
    assert not ShareLink.objects.exists()


@pytest.mark.parametrize("language", ["bg", "en"])
def test_whoever_holds_the_link_reads_the_result(client, link, language):
    page = client.get(("" if language == "bg" else "/en") + shared(link))
    assert_page(page, language=language)
    assert "Пуловер" in page.text
    assert "<math" in page.text
    assert "noindex" in page.headers["X-Robots-Tag"]
    assert '<meta name="robots" content="noindex, nofollow">' in page.text
    assert "no-cache" in page.headers["Cache-Control"]


def test_shared_page_names_the_company_and_no_person(client, cast, link):
    text = client.get(shared(link)).text
    assert str(cast.company) in text
    for person in filter(None, cast.people.values()):
        assert person.email not in text
        assert person.full_name not in text


def test_shared_page_offers_nothing_to_change(client, link):
    text = client.get(shared(link)).text
    main = text[text.index("<main") : text.index("</main>")]
    assert "<form" not in main
    assert "/work/" not in main


def test_opening_is_counted_and_who_opened_is_not_kept(client, link):
    client.get(shared(link))
    client.get(shared(link))
    link.refresh_from_db()
    assert link.seen == 2
    assert link.seen_at is not None


def test_looking_at_the_head_is_no_opening(client, link):
    """Whoever checks links, such as a mail program, reads nothing of the result."""
    for address in (shared(link), shared_pdf(link)):
        assert client.head(address).status_code == 200
    link.refresh_from_db()
    assert (link.seen, link.seen_at) == (0, None)


@pytest.mark.parametrize("language", ["bg", "en"])
def test_report_of_the_link_is_offered_in_its_language(client, link, language):
    prefix = "" if language == "bg" else "/en"
    assert prefix + shared_pdf(link) in client.get(prefix + shared(link)).text
    answer = client.get(prefix + shared_pdf(link))
    assert answer.content.startswith(b"%PDF")
    with pikepdf.open(io.BytesIO(answer.content)) as report:
        assert str(report.Root.Lang).startswith(language)
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "no-cache" in answer.headers["Cache-Control"]
    link.refresh_from_db()
    assert link.seen == 2


def test_report_of_the_link_names_the_company_and_no_person(client, cast, link, monkeypatch):
    """What stands on paper is set from data alone, so the data are what is looked at."""
    monkeypatch.setattr(pdf, "typeset", lambda _, data: json.dumps(data, ensure_ascii=False))
    text = client.get(shared_pdf(link)).text
    assert str(cast.company) in text
    for person in filter(None, cast.people.values()):
        assert person.email not in text
        assert person.full_name not in text


@pytest.mark.parametrize("state", ["expired", "revoked", "archived"])
def test_closed_link_prints_nothing(client, cast, link, state):
    if state == "expired":
        ShareLink.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    elif state == "revoked":
        link_revoke(actor=cast.owner, link=link)
    else:
        inventory_archive(actor=cast.owner, inventory=link.assessment.inventory)
    page = client.get(shared_pdf(link))
    assert_page(page, status=404)
    assert "Тази връзка вече не показва нищо" in page.text
    link.refresh_from_db()
    assert link.seen == 0


def test_link_is_found_until_its_last_day(link):
    assert queries.link_open(link.token, today=link.expires_on) == link
    assert queries.link_open(link.token, today=link.expires_on + timedelta(days=1)) is None


def test_expired_link_is_a_kind_404(client, link):
    ShareLink.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    page = client.get(shared(link))
    assert_page(page, status=404)
    assert "Тази връзка вече не показва нищо" in page.text
    assert "Пуловер" not in page.text


def test_revoked_link_looks_like_one_that_never_was(client, cast, link):
    client_page = client.get(shared(link))
    assert client_page.status_code == 200
    link_revoke(actor=cast.owner, link=link)
    revoked = client.get(shared(link))
    unknown = client.get(reverse("measuring:shared", args=["x" * 32]))
    assert revoked.status_code == unknown.status_code == 404
    assert revoked.text.replace(link.token, "") == unknown.text.replace("x" * 32, "")


@pytest.mark.parametrize("token", ["\0", "x" * 5000, "Ж"])
def test_token_that_never_was_is_a_kind_404(client, db, token):
    page = client.get(reverse("measuring:shared", args=[token]))
    assert_page(page, status=404)


def test_link_is_revoked_from_the_page(cast, client_of, link):
    client_of(cast.editor).post(reverse("measuring:revoke", args=[link.pk]))
    link.refresh_from_db()
    assert link.revoked_at is not None


@pytest.mark.parametrize(
    ("part", "status"),
    [("reader", 403), ("granted", 403), ("staff", 404), ("stranger", 404), ("visitor", 302)],
)
def test_who_does_not_edit_revokes_nothing(cast, client_of, link, part, status):
    answer = client_of(cast.people[part]).post(reverse("measuring:revoke", args=[link.pk]))
    assert answer.status_code == status
    link.refresh_from_db()
    assert link.revoked_at is None


def test_queries_do_not_grow_with_links(cast, client_of, assessment, link):
    client, counts = client_of(cast.owner), []
    for _number in range(3):
        link_create(actor=cast.owner, assessment=assessment, expires_on=link.expires_on)
        with CaptureQueriesContext(connection) as captured:
            client.get(share(assessment))
        counts.append(len(captured))
    assert counts[0] == counts[2] <= 15

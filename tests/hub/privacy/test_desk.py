"""What nobody else would notice lies on the desk of the Council, and on nobody else's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from kragozor.hub.common.models import SentLetter
from kragozor.hub.privacy.models import ErasureRequest
from kragozor.hub.privacy.services.requests import erasure_enter
from tests.hub.pages import assert_page
from tests.hub.privacy.planting import made

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_folder")]
BOTH = pytest.mark.parametrize(
    ("prefix", "language", "told"),
    [
        ("", "bg", "Лични данни и писма"),
        ("/en", "en", "Personal data and letters"),
    ],
)


@pytest.fixture
def waiting(staff) -> None:
    """An erasure whose day has passed, a letter that failed, a row of an old import."""
    erasure_enter(actor=staff, address="gost@example.org", language="bg", note="с писмо")
    ErasureRequest.objects.update(due_at=timezone.now() - timedelta(days=1))
    SentLetter.objects.create(to="a@example.org", subject="Покана", outcome="failed")
    row = made("records.ImportRow", staff, {})
    batches = type(row.batch)._base_manager.filter(pk=row.batch_id)
    batches.update(created_at=timezone.now() - timedelta(days=400))


@BOTH
def test_it_tells_what_waits_and_leads_there(client_of, staff, waiting, prefix, language, told):
    page = client_of(staff).get(f"{prefix}/desk/")
    assert_page(page, language=language)
    assert told in page.text
    for place in ("privacy/erasures/", "privacy/overdue/", "letters/?failed=on"):
        assert f'href="{prefix}/council/{place}"' in page.text


def test_the_list_shows_which_erasure_is_hindered(client_of, staff, waiting):
    address = "/council/privacy/erasures/"
    assert "нещо му пречи" in client_of(staff).get(address).text
    ErasureRequest.objects.update(due_at=timezone.now())
    assert "нещо му пречи" not in client_of(staff).get(address).text


def test_where_nothing_waits_nothing_lies(client_of, staff):
    assert "Лични данни и писма" not in client_of(staff).get("/desk/").text


def test_it_lies_on_the_desk_of_the_council_alone(client_of, cast, waiting):
    for person in (cast.owner, cast.stranger, cast.expert):
        assert "Лични данни и писма" not in client_of(person).get("/desk/").text
    assert "Лични данни и писма" in client_of(cast.board).get("/desk/").text

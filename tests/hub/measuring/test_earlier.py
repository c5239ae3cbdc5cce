"""A result that was kept by earlier code has its page, its reports and its place in a history."""

import json

import pytest
from django.urls import reverse

from kragozor.files.assessments import assessment_from_text
from kragozor.hub.measuring.exports import REPORTS
from kragozor.hub.measuring.pictures import pictures
from kragozor.hub.measuring.services.measuring import assessment_kept
from kragozor.reports.view import assessment_view
from tests.files.earlier import TEXT
from tests.hub.measuring.making import assessment_make, inventory_make
from tests.hub.pages import assert_page

THEN = assessment_from_text(TEXT)


@pytest.fixture
def earlier(cast):
    """The result as it stands in the database since that day."""
    return assessment_kept(
        actor=cast.owner,
        inventory=inventory_make(cast.owner, cast.company, THEN.inventory),
        measured=THEN,
        written=json.loads(TEXT),
        drawn=pictures(THEN),
    )


@pytest.mark.parametrize("language", ["bg", "en"])
def test_page_shows_the_figures_of_then(cast, client_of, earlier, language):
    prefix = "" if language == "bg" else "/en"
    page = client_of(cast.owner).get(prefix + reverse("measuring:result", args=[earlier.pk]))
    assert_page(page, language=language)
    view = assessment_view(THEN, language)
    assert view.headline.number in page.text
    for framework in view.frameworks:
        assert framework.silence or framework.title in page.text


@pytest.mark.parametrize("form", REPORTS)
def test_report_of_every_form_is_made(cast, client_of, earlier, form):
    answer = client_of(cast.owner).get(reverse(f"measuring:report_{form}", args=[earlier.pk]))
    assert answer.status_code == 200
    assert len(answer.content) > 1000


def test_result_of_then_is_compared_with_one_of_today(cast, client_of, earlier):
    newer = assessment_make(
        cast.owner, inventory_make(cast.owner, cast.company, THEN.inventory), THEN.inventory
    )
    page = client_of(cast.owner).get(
        reverse("measuring:compare", args=[newer.pk]), {"with": str(earlier.pk)}
    )
    assert_page(page)

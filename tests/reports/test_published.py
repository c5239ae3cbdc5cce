"""An analogue is called one in its heading, and published figures stand beside its own."""

import pytest

from kragozor.files.assessments import assessment_from_text, assessment_text
from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.reports.document import document_data
from kragozor.reports.view import assessment_view

ASSESSMENT = assess(bottle())


@pytest.mark.parametrize(
    ("language", "word", "bulgaria"),
    [
        ("bg", "(аналог за предприятие)", "България, "),
        ("en", "(analogue for a company)", "Bulgaria"),
    ],
)
def test_analogue_is_named_and_compared(language, word, bulgaria):
    shown = assessment_view(ASSESSMENT, language).framework("cmu")
    assert word in shown.title
    first, second = shown.figure("circular_material_use_rate").beside
    assert first.label.startswith(bulgaria)
    assert first.value_text in first.text
    assert "cei_srm030" in second.origin
    assert shown.figure("circular_use").beside == ()


def test_paper_carries_what_is_published_beside():
    view = assessment_view(ASSESSMENT, "en")
    data = document_data(view, bottle(), {}, measured_at=None, made_by="")
    (cmu,) = [one for one in data["frameworks"] if "analogue for a company" in one["title"]]
    told = [line for figure in cmu["figures"] for line in figure["below"]]
    assert sum("cei_srm030" in line for line in told) == 2


def test_published_figures_are_kept_with_the_result():
    kept = assessment_from_text(assessment_text(ASSESSMENT)).reading("cmu").references
    assert kept == ASSESSMENT.reading("cmu").references
    assert len(kept) == 2

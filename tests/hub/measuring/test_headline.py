"""The headline has the same digits wherever it stands, and none where no formula explains it."""

from dataclasses import replace
from importlib import import_module

import pytest
from django.urls import reverse

from kragozor.files.assessments import assessment_facts
from kragozor.hub.measuring.desk import desk_facts
from kragozor.hub.measuring.history import history_chart
from kragozor.hub.measuring.models import Assessment
from kragozor.hub.measuring.services.measuring import assessment_kept
from kragozor.hub.measuring.wording import dial, headline_number, is_outdated
from kragozor.instruments.assess import assess
from kragozor.instruments.inventory import Quantity, Use
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.reports.amounts import index_text
from kragozor.reports.view import assessment_view
from tests.files.books import SWEATER
from tests.hub.measuring.making import assessment_make, inventory_make, measured
from tests.hub.measuring.test_history import of_year

# So little is known of its use that not even the first digit is sure.
VAGUE = replace(
    SWEATER,
    use=Use(
        lifetime=Quantity(5.0, distribution=Distribution("uniform", {"low": 2.0, "high": 8.0})),
        industry_lifetime=Quantity(3.0),
    ),
)


@pytest.fixture
def vague(cast):
    result = assess(VAGUE)
    return assessment_kept(
        actor=cast.owner,
        inventory=inventory_make(cast.owner, cast.company, VAGUE),
        measured=result,
        written=assessment_facts(result),
        drawn={},
    )


@pytest.fixture
def outdated(assessment):
    """A result by a method that has changed since."""
    readings = [
        one | ({"version": "1999"} if one["indicator"] == "mci" else {})
        for one in assessment.result["readings"]
    ]
    result = assessment.result | {"readings": readings}
    Assessment.objects.filter(pk=assessment.pk).update(version="1999", result=result)
    return Assessment.objects.get(pk=assessment.pk)


def places(assessment, cast):
    """The pages on which the headline of a result stands without the result."""
    return (
        "/work/",
        "/desk/",
        reverse("members:detail", args=[cast.company.pk]),
        reverse("measuring:inventory", args=[assessment.inventory_id]),
        reverse("measuring:company", args=[cast.company.pk]),
    )


@pytest.mark.parametrize("language", ["bg", "en"])
def test_digits_are_those_of_the_result_everywhere(cast, client_of, vague, language):
    shown = assessment_view(assess(VAGUE), language).headline.number
    assert shown == headline_number(vague, language)
    bare = index_text(vague.value, language)
    assert len(shown) < len(bare)
    client = client_of(cast.owner)
    prefix = "" if language == "bg" else "/en"
    for place in places(vague, cast):
        text = client.get(prefix + place).text
        assert f">{shown}<" in text, place
        assert f">{bare}<" not in text, place


@pytest.mark.parametrize("language", ["bg", "en"])
def test_dial_has_the_digits_too(vague, language):
    assert f">{headline_number(vague, language)}<" in dial(vague, language)


def test_columns_repeat_the_interval_and_the_version_of_the_result(assessment):
    known = measured()
    spread = known.headline_value.uncertainty
    assert (assessment.low, assessment.high) == (spread.p05, spread.p95)
    assert assessment.version == known.reading("mci").version
    assert not is_outdated(assessment)


def test_line_through_the_periods_shows_the_interval(cast, assessment):
    earlier = assessment_make(
        cast.owner, inventory_make(cast.owner, cast.company, of_year(2024)), of_year(2024)
    )
    drawn = history_chart([earlier, assessment], "bg")
    assert drawn.count(headline_number(assessment, "bg")) >= 2
    exact = [
        Assessment(**{**vars_of(one), "low": None, "high": None}) for one in (earlier, assessment)
    ]
    assert drawn != history_chart(exact, "bg")


def vars_of(assessment):
    return {field.attname: getattr(assessment, field.attname) for field in Assessment._meta.fields}


@pytest.mark.parametrize("language", ["bg", "en"])
def test_number_of_an_older_method_is_withheld_and_marked(cast, client_of, outdated, language):
    number = assessment_view(measured(), language).headline.number
    assert headline_number(outdated, language) == "—"
    client = client_of(cast.owner)
    prefix, mark = ("", "по-стар метод") if language == "bg" else ("/en", "older method")
    for place in places(outdated, cast):
        assert f">{number}<" not in client.get(prefix + place).text, place
    for place in places(outdated, cast)[:1] + places(outdated, cast)[3:4]:
        assert mark in client.get(prefix + place).text


def test_older_method_leaves_no_advice_on_the_desk(cast, rf, outdated):
    request = rf.get("/desk/")
    request.user = cast.owner
    (place, *_others) = desk_facts(request)["places"]
    assert place.step is None
    assert "1999" in place.statement


def test_older_method_leaves_a_gap_in_the_line(cast, outdated):
    later = assessment_make(
        cast.owner, inventory_make(cast.owner, cast.company, of_year(2026)), of_year(2026)
    )
    drawn = history_chart([outdated, later], "bg")
    assert "—" in drawn


def test_columns_of_earlier_results_are_filled_from_them(assessment):
    """As when the hub is brought up to date: the columns were not there before."""
    before = (assessment.low, assessment.high, assessment.version)
    Assessment.objects.update(low=None, high=None, version="")
    fill = import_module("kragozor.hub.measuring.migrations.0002_interval_and_version")
    fill.columns_fill(_Saving(), None)
    now = Assessment.objects.get(pk=assessment.pk)
    assert (now.low, now.high, now.version) == before


class _Saving:
    """The models as a migration has them, in which a result may still be changed."""

    def get_model(self, app, name):
        from django.db.migrations.loader import MigrationLoader

        loader = MigrationLoader(None)
        return loader.project_state(
            nodes=[("measuring", "0002_interval_and_version")]
        ).apps.get_model(app, name)

"""Where a value lies in nine of ten draws, with the digits that the interval supports."""

import pytest

from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.instruments.result import Value
from kragozor.instruments.uncertainty.summary import summarise
from kragozor.reports.intervals import interval_text, likely_text
from kragozor.reports.view import assessment_view


@pytest.mark.parametrize(
    ("ends", "display", "unit", "shown"),
    [
        ((0.39859, 0.52153), "index", "", "0.40 to 0.52"),
        ((0.41001, 0.42746), "index", "", "0.410 to 0.427"),
        ((0.2043, 0.3561), "share", "", "20 to 36\xa0%"),
        ((-0.04, 0.02), "share", "", "−4 to 2\xa0%"),
        ((11_320.0, 15_910.0), "number", "kg", "11 to 16\xa0t"),
        ((2.0, 2.0), "number", "kg", "2\xa0kg"),
        ((1_132_000.0, 1_591_000.0), "number", "EUR/kg", "1,100,000 to 1,600,000\xa0€/kg"),
    ],
)
def test_digits_end_where_the_interval_does(ends, display, unit, shown):
    assert interval_text(*ends, display, unit, "en") == shown


def test_a_value_is_likely_within_its_interval():
    figure = assessment_view(assess(bottle()), "en").figure("mci.mci")
    assert figure.interval_text == "90\xa0% likely: 0.410 to 0.427"


def test_without_draws_nothing_is_said():
    view = assessment_view(assess(bottle(), draws=0), "bg")
    assert not any(one.interval_text for read in view.frameworks for one in read.figures)


@pytest.mark.parametrize(
    ("draws", "display"),
    [([2.0, 2.0, 2.0], "index"), ([float("nan")] * 3, "index"), ([1.0, 2.0, 3.0], "class")],
    ids=["no width", "undefined", "word"],
)
def test_what_has_no_interval_says_none(draws, display):
    value = Value("mci", 2.0, uncertainty=summarise(draws))
    assert likely_text(value, display, "", "bg") == ""

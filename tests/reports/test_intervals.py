"""Where a value lies in nine of ten draws, with the digits that the interval supports."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.instruments.result import Value
from kragozor.instruments.uncertainty.summary import summarise, supported_decimals
from kragozor.reports.amounts import figure_text
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
    [
        ([2.0, 2.0, 2.0], "index"),
        ([float("nan")] * 3, "index"),
        ([1.0, 2.0, 3.0], "class"),
        ([0.0, 1.4e-14, 2.1e-14], "number"),
    ],
    ids=["no width", "undefined", "word", "rounding"],
)
def test_what_has_no_interval_says_none(draws, display):
    value = Value("mci", 2.0, uncertainty=summarise(draws))
    assert likely_text(value, display, "", "bg") == ""


@pytest.mark.parametrize(
    ("value", "ends", "display", "unit", "shown"),
    [
        (20.84, (18.6, 23.1), "number", "kg", "21\xa0kg"),
        (0.4386, (0.41, 0.53), "index", "", "0.44"),
        (0.4386, (0.1, 0.8), "index", "", "0.4"),
        (0.5149, (0.46, 0.56), "share", "", "51\xa0%"),
        (0.997, (0.94, 1.0), "share", "", "99.7\xa0%"),
        (0.003, (0.0, 0.06), "share", "", "0.3\xa0%"),
        (1.0, (0.94, 1.0), "share", "", "100\xa0%"),
        (-0.2, (-40.0, 60.0), "number", "kg", "−0.2\xa0kg"),
        (13_483.0, (11_320.0, 15_910.0), "number", "kg", "13\xa0t"),
        (7_234.0, (6_000.0, 8_500.0), "number", "MJ", "7,200\xa0MJ (2,000\xa0kWh)"),
        (0.52493, (0.5249, 0.525), "share", "", "52.5\xa0%"),
        (20.84, (20.84, 20.84), "number", "kg", "20.84\xa0kg"),
        (20.84, None, "number", "kg", "20.84\xa0kg"),
    ],
)
def test_a_figure_has_no_digit_that_its_interval_does_not_support(
    value, ends, display, unit, shown
):
    assert figure_text(value, display, unit, "en", ends=ends) == shown


@given(
    value=st.floats(-9_999, 9_999).filter(lambda v: v == 0 or abs(v) > 1e-3),
    below=st.floats(1e-3, 1e4),
    above=st.floats(1e-3, 1e4),
)
def test_a_number_lies_within_the_rounding_of_its_text(value, below, above):
    ends = (value - below, value + above)
    text = figure_text(value, "number", "", "en", ends=ends)
    shown = float(text.replace(",", "").replace("−", "-"))
    usual = float(figure_text(value, "number", "", "en").replace(",", "").replace("−", "-"))
    supported = 10.0 ** -(supported_decimals(*ends) or 0)
    assert abs(shown - value) <= max(abs(usual - value), supported / 2) * (1 + 1e-9) + 1e-12
    assert (shown == 0) == (usual == 0)
    assert shown != 0 or "−" not in text


@given(value=st.floats(0, 1), below=st.floats(0, 0.5), above=st.floats(0, 0.5))
def test_a_share_is_never_rounded_to_nothing_or_all(value, below, above):
    text = figure_text(value, "share", "", "en", ends=(value - below, value + above))
    assume(1e-7 < value < 1 - 1e-7 or value in (0, 1))
    assert (text == "0\xa0%") == (value == 0)
    assert (text == "100\xa0%") == (value == 1)


def test_the_page_rounds_what_the_result_keeps():
    assessment = assess(bottle())
    figure = assessment_view(assessment, "en").figure("mci.mci")
    assert (figure.value_text, figure.value) == ("0.42", assessment["mci.mci"].value)

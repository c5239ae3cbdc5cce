"""Numbers as people read them, to the ends of what a number can be."""

import datetime as dt
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.words import LANGUAGES
from kragozor.words.numbers import (
    DASH,
    date_text,
    decimal_text,
    exact_text,
    fixed_text,
    money_text,
    period_text,
    share_text,
    unit_text,
)

languages = st.sampled_from(LANGUAGES)
PLAIN = {
    "bg": str.maketrans({"\u00a0": None, "−": "-", ",": "."}),
    "en": str.maketrans({",": None, "−": "-"}),
}


def read_back(text, language):
    """The number that a text shows."""
    bare = text.replace("\u00a0", "").replace("−", "-")
    return float(bare.replace(",", ".") if language == "bg" else bare.replace(",", ""))


@settings(deadline=None)
@given(st.floats(1e-7, 1e300) | st.floats(-1e300, -1e-7), languages)
def test_five_digits_of_a_number_are_kept(number, language):
    shown = read_back(decimal_text(number, language), language)
    assert shown == pytest.approx(number, rel=5.1e-5)


@settings(deadline=None)
@given(st.floats(1e-300, 9e14) | st.floats(-9e14, -1e-300), languages)
def test_exact_text_hides_no_sign_and_no_step_over_a_bound(number, language):
    shown = float(exact_text(number, language).replace("E", "e").translate(PLAIN[language]))
    error = {"rel": 5.1e-5, "abs": 0} if abs(number) < 1e-9 else {"rel": 5.1e-12, "abs": 5.1e-13}
    assert shown == pytest.approx(number, **error)


@pytest.mark.parametrize("number", [-0.0, -1e-13, -0.004])
@pytest.mark.parametrize("language", LANGUAGES)
def test_zero_has_no_sign(number, language):
    comma = "," if language == "bg" else "."
    assert decimal_text(number, language, digits=2) == "0"
    assert fixed_text(number, language, 2) == f"0{comma}00"
    assert share_text(number / 100, language) == "0\u00a0%"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_half_is_rounded_up_as_in_a_spreadsheet(language):
    comma = "," if language == "bg" else "."
    assert share_text(0.2125, language) == f"21{comma}3\u00a0%"
    assert fixed_text(0.125, language, 2) == f"0{comma}13"
    assert decimal_text(-164.25, language, digits=1) == f"−164{comma}3"


@pytest.mark.parametrize("number", [None, math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_number_is_a_dash(number, language):
    assert decimal_text(number, language) == DASH
    assert fixed_text(number, language, 2) == DASH
    assert share_text(number, language) == DASH
    assert money_text(number, language) == DASH
    assert unit_text(number, "kg", language) == DASH


@pytest.mark.parametrize(
    ("amount", "bulgarian", "english"),
    [
        (1234.5, "1\u00a0234,50\u00a0€", "€1,234.50"),
        (-5, "−5,00\u00a0€", "−€5.00"),
        (-0.001, "0,00\u00a0€", "€0.00"),
        (7.1e44, "7,1E44\u00a0€", "€7.1E44"),
    ],
)
def test_money_stands_as_each_language_writes_it(amount, bulgarian, english):
    assert money_text(amount, "bg") == bulgarian
    assert money_text(amount, "en") == english


def test_money_of_another_currency_names_it():
    assert money_text(1, "bg", "CHF") == "1,00\u00a0CHF"


def test_unit_follows_a_number_that_has_one():
    assert unit_text(2, "", "en") == "2"
    assert unit_text(2.25, "kg", "en", digits=1) == "2.3\u00a0kg"


def test_dates_and_periods_are_those_of_the_language():
    day = dt.date(2026, 11, 24)
    assert date_text(None, "bg") == DASH
    assert (
        period_text(day, dt.date(2026, 12, 1), "en")
        == "24\u00a0November 2026 – 1\u00a0December 2026"
    )
    assert period_text(dt.date(2025, 1, 1), dt.date(2025, 12, 31), "en") == "2025"

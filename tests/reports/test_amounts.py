"""Amounts are written as their readers write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.reports.amounts import (
    amount_text,
    figure_text,
    gain_text,
    index_text,
    percent_text,
    unit_name,
)


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "display", "unit", "bulgarian", "english"),
    [
        (0.525, "share", "", "52,5 %", "52.5 %"),
        (0.526, "index", "", "0,53", "0.53"),
        (12_345.6, "number", "kg", "12,35 t", "12.35 t"),
        (9_999.9, "number", "kg", "10 000 kg", "10,000 kg"),
        (0.04, "number", "kg", "0,04 kg", "0.04 kg"),
        (36, "number", "MJ", "36 MJ (10 kWh)", "36 MJ (10 kWh)"),
        (2, "number", "EUR/kg", "2 €/kg", "2 €/kg"),
        (3, "number", "a", "3 г.", "3 years"),
        (None, "share", "", "—", "—"),
        (float("nan"), "number", "kg", "—", "—"),
    ],
)
def test_figure_is_written_in_each_language(value, display, unit, bulgarian, english):
    assert plain(figure_text(value, display, unit, "bg")) == bulgarian
    assert plain(figure_text(value, display, unit, "en")) == english


@given(st.floats(1e-6, 1 - 1e-6))
def test_share_that_is_not_nothing_or_all_is_not_written_as_such(value):
    assert plain(percent_text(value, "en")) not in ("0 %", "100 %")
    assert float(index_text(value, "en")) not in (0.0, 1.0)


@pytest.mark.parametrize("value", [0.0, -1e-15, 1e-16])
def test_what_rounds_to_nothing_has_no_sign(value):
    assert plain(amount_text(value, "kg", "en")) == "0 kg"


def test_gain_has_a_sign_and_shares_are_points():
    assert plain(gain_text(0.1, "index", "bg")) == "+ 0,10"
    assert plain(gain_text(-0.25, "share", "bg")) == "− 25 пр. п."
    assert plain(gain_text(0.004, "index", "en")) == "+ 0.004"
    assert plain(gain_text(-46.25, "number", "bg", "kg")) == "− 46,3 kg"
    assert plain(gain_text(-0.07447, "number", "bg", "kg")) == "− 0,0745 kg"
    assert plain(gain_text(1328.125, "number", "en", "EUR")) == "+ 1,328 €"


def test_unit_without_a_name_of_its_own_is_its_symbol():
    assert unit_name("m³", "bg") == "m³"
    assert unit_name("", "bg") == ""

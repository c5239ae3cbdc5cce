"""Numbers, money and dates on the page, as Bulgarian and English readers write them."""

import datetime as dt
from decimal import Decimal

import pytest
from django.template import engines
from django.utils import translation

from kragozor.words import Message

# Babel writes no-break spaces; the tables here are easier to read with plain ones.
SPACES = str.maketrans("\u00a0\u202f", "  ")
LATE = dt.datetime(2026, 11, 23, 23, 30, tzinfo=dt.UTC)


def shown(expression: str, value: object, language: str) -> str:
    template = engines["django"].from_string(f"{{{{ value|{expression} }}}}")
    with translation.override(language):
        return template.render({"value": value}).translate(SPACES)


@pytest.mark.parametrize(
    ("expression", "value", "bulgarian", "english"),
    [
        ("decimal:2", 1234567.891, "1 234 567,89", "1,234,567.89"),
        ("decimal:2", Decimal("0.5"), "0,5", "0.5"),
        ("fixed:2", 0.5, "0,50", "0.50"),
        ("share", 0.385, "38,5 %", "38.5 %"),
        ("share:0", 0.385, "39 %", "39 %"),
        ('quantity:"kg"', 1234.5, "1 234,5 kg", "1,234.5 kg"),
        ("money", 1234.5, "1 234,50 €", "€1,234.50"),
        ("money", Decimal("-3"), "−3,00 €", "−€3.00"),
        ("day", dt.date(2026, 11, 24), "24 ноември 2026 г.", "24 November 2026"),
        ("day", LATE, "24 ноември 2026 г.", "24 November 2026"),
        ("moment", LATE, "24 ноември 2026 г., 01:30 ч.", "24 November 2026, 01:30"),
        ("file_size", 1_500_000, "1,5 MB", "1.5 MB"),
        ("file_size", 2_000, "2 kB", "2 kB"),
        ("say", Message("words.unit", {"value": 1.5, "unit": "t"}), "1,5 t", "1.5 t"),
    ],
)
def test_values_are_shown_in_the_language_of_the_page(expression, value, bulgarian, english):
    assert shown(expression, value, "bg") == bulgarian
    assert shown(expression, value, "en") == english


@pytest.mark.parametrize(
    "expression", ["decimal", "fixed:2", "share", 'quantity:"kg"', "money", "day", "moment"]
)
@pytest.mark.parametrize("value", [None, ""])
def test_what_is_absent_is_a_dash(expression, value):
    assert shown(expression, value, "bg") == "—"

"""Numbers as people type them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.files.numerals import Ambiguous, number_from_text

NBSP, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("1,250", 1.25),
        (",5", 0.5),
        ("5,", 5),
        ("1 234,5", 1234.5),
        (f"1{NBSP}234{NBSP}567,89", 1234567.89),
        (f"1{NARROW}234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567,8", 1234567.8),
        ("1,234,567.8", 1234567.8),
        ("−3,5", -3.5),
        ("-1 000", -1000),
        ("+7", 7),
        ("1e3", 1000),
        ("1,5E-3", 0.0015),
        ("  8 ", 8),
    ],
)
def test_number_is_read(text, number):
    assert number_from_text(text) == number


@pytest.mark.parametrize("text", ["1.234.567", "1,234,567"])
def test_number_of_two_readings_is_refused(text):
    with pytest.raises(Ambiguous):
        number_from_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "12 5",
        "1 23",
        "1.23.4",
        "1,2,3",
        "12kg",
        "1e9999",
        "--1",
        "1 234 5",
        "٣",
        "1_000",
        "nan",
        "inf",
        "0x10",
    ],
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError, match=r"^(?!.*Ambiguous)"):
        assert number_from_text(text) == "no number"


@settings(deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_number_is_read_back(number):
    assert number_from_text(repr(number)) == number
    assert number_from_text(repr(number).replace(".", ",")) == number


@pytest.mark.parametrize("text", ["1_000", "nan", "inf", "0x10", "1e", ".", "1.5.5"])
def test_what_python_or_nobody_reads_is_refused(text):
    with pytest.raises(ValueError, match="not a number"):
        number_from_text(text)


def test_endless_numbers_are_refused_unread():
    with pytest.raises(ValueError, match="too long"):
        number_from_text("1" * 65)


@settings(deadline=None)
@given(st.integers(1000, 10**12), st.sampled_from([" ", NBSP]))
def test_grouped_thousands_are_read_back(number, space):
    assert number_from_text(f"{number:,},25".replace(",", space, f"{number:,}".count(","))) == (
        number + 0.25
    )

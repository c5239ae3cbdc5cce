"""A code is read however it is written, and a wrong one leads to the nearest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.instruments.reference.waste import compact, nearest, wastes, written

CODES = [each.code for each in wastes()]


@given(st.sampled_from(CODES), st.sampled_from(["{}", " {} ", "{}*", "{} *", "\u00a0{}"]))
def test_code_is_read_however_it_is_written(code, pattern):
    for text in (code, written(code), written(code).replace(" ", "."), written(code)):
        assert compact(pattern.format(text)) == code


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("150108", "150107"),
        ("150112", "150111"),
        ("040223", "040222"),
        ("510102", "150102"),
        ("15012", "150102"),
        ("200112", "200111"),
        ("", None),
        ("R3", None),
        ("999999", None),
    ],
)
def test_wrong_code_leads_to_the_nearest(code, near):
    assert nearest(code, CODES) == near


@given(st.sampled_from(CODES))
def test_known_code_is_nearest_to_itself(code):
    assert nearest(code, CODES) == code


@given(st.text())
def test_any_text_has_a_known_code_near_or_none(text):
    assert nearest(text, CODES) in (None, *CODES)

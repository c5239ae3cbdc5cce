"""Limit cases of every indicator, in which the formula becomes one that is known beforehand.

Each case has its words, the inputs that bring it about, and what the values then are, whatever
the numbers: masses ``m`` and ``n``, shares ``s`` and ``t``, a ratio ``x``, a count of items.
"""

import inspect

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.instruments.compute import compute
from kragozor.instruments.indicators.catalogue import indicator_ids
from tests.instruments.indicators.closed_forms import frameworks, sectors

NUMBERS = {
    "m": st.floats(0.001, 1e6),
    "n": st.floats(0.001, 1e6),
    "s": st.floats(0.01, 1),
    "t": st.floats(0.01, 1),
    "x": st.floats(0.05, 20),
    "count": st.integers(2, 6),
}
FORMS = {**frameworks.FORMS, **sectors.FORMS}
CASES = [(name, *form) for name, forms in FORMS.items() for form in forms]


@pytest.mark.parametrize(
    ("indicator_id", "inputs", "expected"),
    [(name, inputs, expected) for name, _, inputs, expected in CASES],
    ids=[f"{name}: {words}" for name, words, *_ in CASES],
)
@settings(max_examples=25)
@given(data=st.data())
def test_limit_case_is_what_is_known_beforehand(indicator_id, inputs, expected, data):
    names = [name for name in inspect.signature(inputs).parameters if name in NUMBERS]
    drawn = {name: data.draw(NUMBERS[name], name) for name in names}
    values = compute(indicator_id, inputs(**drawn)).values
    for name, value in expected(**drawn).items():
        assert values[name] == near(value, drawn), name


def near(value, drawn):
    """What equals a value, or each item of one, within the rounding of the numbers drawn."""
    if isinstance(value, tuple):
        return tuple(near(item, drawn) for item in value)
    largest = max(drawn.values(), default=1)
    return value if isinstance(value, str) else pytest.approx(value, rel=1e-9, abs=1e-12 * largest)


def test_every_indicator_has_its_limit_cases():
    assert set(FORMS) == set(indicator_ids())

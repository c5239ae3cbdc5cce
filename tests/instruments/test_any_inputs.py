"""Whatever JSON object is given to whichever indicator: values, reasons or refusals."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.cli.compute import as_json
from kragozor.instruments.compute import compute
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.indicators.catalogue import indicator, indicator_ids

LARGE, SMALL = 1e308, 5e-324
numbers = st.floats() | st.integers(-3, 3) | st.sampled_from([0, 1, 0.5, LARGE, SMALL, -0.0])
distributions = st.dictionaries(
    st.sampled_from(["low", "mode", "high", "mean", "sd", "cv", "alpha", "beta"]), numbers
).flatmap(
    lambda facts: st.sampled_from(["uniform", "triangular", "normal", "lognormal", "beta", ""]).map(
        lambda family: {"distribution": family, **facts}
    )
)
simple = numbers | st.none() | st.booleans() | st.text(max_size=3) | distributions


def objects(entries):
    """Objects whose names are right and whose values may be anything."""
    fields = {
        name: simple | (st.lists(objects(e.items), max_size=3) if e.items else st.nothing())
        for name, e in entries.items()
    }
    return st.fixed_dictionaries({}, optional={**fields, "nothing_of_the_kind": simple})


def told(indicator_id, inputs, language):
    """What the command would print, or the lines that it refuses with."""
    try:
        computation = compute(indicator_id, inputs, draws=20)
    except InstrumentError as error:
        return error.lines(language)
    return json.dumps(as_json(computation, language), allow_nan=False)


@pytest.mark.parametrize("indicator_id", indicator_ids())
@settings(max_examples=8)
@given(data=st.data())
def test_any_object_is_computed_or_refused_in_words(indicator_id, data):
    inputs = data.draw(objects(indicator(indicator_id).inputs))
    for language in ("bg", "en"):
        said = told(indicator_id, inputs, language)
        assert said
        assert said == told(indicator_id, inputs, language)
        if not isinstance(said, str):
            assert all(line and "\n" not in line for line in said)


@pytest.mark.parametrize(
    ("inputs", "refusal"),
    [
        ([], "mci is []; it must be an object of names and values."),
        (None, "mci is null; it must be an object of names and values."),
        ({1: 2}, "1: no such name is expected."),
    ],
)
def test_what_is_no_object_of_names_is_refused(inputs, refusal):
    with pytest.raises(InstrumentError) as refused:
        compute("mci", inputs)
    assert str(refused.value) == refusal

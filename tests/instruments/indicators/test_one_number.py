"""One number by every way to it: named inputs, the analyst's function, the command."""

import contextlib
import io
import json
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.cli import main
from kragozor.instruments.compute import compute
from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.indicators.catalogue import indicator, indicator_ids
from tests.given_inputs import sound_inputs
from tests.instruments.indicators.functions import FUNCTIONS, WHOLES

each_indicator = pytest.mark.parametrize("indicator_id", indicator_ids())


@pytest.mark.parametrize("indicator_id", FUNCTIONS)
@settings(max_examples=40)
@given(data=st.data())
def test_function_gives_what_is_computed_of_the_same_numbers(indicator_id, data):
    inputs = data.draw(sound_inputs(indicator_id, sparse=data.draw(st.booleans())))
    found = compute(indicator_id, inputs)
    for name, (function, arguments) in FUNCTIONS[indicator_id].items():
        entry = indicator(indicator_id).values[name]
        is_by_formula = found.formulas.get(name) == entry.formula
        is_undefined = name in found.undefined and not entry.choice
        if not (is_by_formula or is_undefined) or set(arguments.values()) - set(found.numbers):
            continue
        number = function(**{each: found.numbers[symbol] for each, symbol in arguments.items()})
        expected = found.values.get(name, np.nan)
        assert number == pytest.approx(expected, rel=1e-9, abs=1e-9, nan_ok=True), name


OUTSIDE = {">= 0": -1.0, "> 0": 0.0, "0..1": 1.5, "real": np.inf}

# The industry's wears, of which there may be none, are formed by the same function.
TAKES_ZERO = {("textiles", "wears")}


@pytest.mark.parametrize(
    ("indicator_id", "value"),
    [(name, value) for name, values in FUNCTIONS.items() for value in values],
)
def test_function_refuses_by_name_what_the_catalogue_refuses(indicator_id, value):
    entry, (function, arguments) = indicator(indicator_id), FUNCTIONS[indicator_id][value]
    sound = {name: 10.0 if symbol in WHOLES else 0.1 for name, symbol in arguments.items()}
    assert np.isfinite(function(**sound))
    for name, symbol in arguments.items():
        asked = entry.item_of[symbol][1] if symbol in entry.item_of else entry.input_of.get(symbol)
        if asked and not ((indicator_id, value) in TAKES_ZERO and asked.domain == "> 0"):
            with pytest.raises(OutOfRange, match=f"^{name} is"):
                function(**{**sound, name: OUTSIDE[asked.domain]})


def printed(inputs, *arguments):
    """What the command prints for inputs on standard input."""
    stdin = SimpleNamespace(buffer=io.BytesIO(json.dumps(inputs).encode()))
    out = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(out):
        patch.setattr("sys.stdin", stdin)
        assert main(["compute", *arguments, "-", "--json"]) == 0
    return json.loads(out.getvalue())


@each_indicator
@settings(max_examples=10)
@given(data=st.data())
def test_command_prints_what_is_computed(indicator_id, data):
    inputs = data.draw(sound_inputs(indicator_id, sparse=data.draw(st.booleans())))
    found = compute(indicator_id, inputs)
    told = printed(inputs, indicator_id)
    lists = {name: list(v) if isinstance(v, tuple) else v for name, v in found.values.items()}
    assert told["values"] == lists
    assert told["undefined"].keys() == found.undefined.keys()
    assert len(told["warnings"]) == len(found.warnings)
    assert (told["indicator"], told["version"]) == (indicator_id, found.version)

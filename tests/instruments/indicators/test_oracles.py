"""Worked cases: each indicator gives what was worked out by hand, or refuses as it should.

``KRAGOZOR_ORACLES`` may name a further file of the same form, to be held against the library.
"""

import json
import os
from pathlib import Path

import pytest

from kragozor.instruments.compute import compute
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.indicators.catalogue import indicator, indicator_ids

OWN = Path(__file__).parents[2] / "oracles" / "indicators.json"


def cases():
    files = [OWN, *filter(None, [os.environ.get("KRAGOZOR_ORACLES")])]
    found = [case for file in files for case in json.loads(Path(file).read_text("utf-8"))]
    return [case for case in found if case["indicator"] in indicator_ids()]


def by_id(chosen):
    return pytest.mark.parametrize("case", chosen, ids=[case["id"] for case in chosen])


def near(expected, tolerance):
    """What equals the expected: a number within the tolerance, a word, or a list of these."""
    if isinstance(expected, list):
        return tuple(near(item, tolerance) for item in expected)
    return expected if isinstance(expected, str) else pytest.approx(expected, rel=0, abs=tolerance)


@by_id([case for case in cases() if "expected" in case])
def test_case_gives_its_values(case):
    computation = compute(case["indicator"], case["inputs"])
    for name, expected in case["expected"].items():
        assert computation.values.get(name) == near(expected, case.get("tolerance"))


@by_id([case for case in cases() if "undefined" in case])
def test_case_leaves_undefined_with_a_reason(case):
    computation = compute(case["indicator"], case["inputs"])
    assert set(case["undefined"]) <= set(computation.undefined)
    assert all(str(computation.undefined[name]) for name in case["undefined"])
    assert not set(computation.values) & set(computation.undefined)


@by_id([case for case in cases() if "refused" in case])
def test_case_is_refused(case):
    with pytest.raises(InstrumentError) as caught:
        compute(case["indicator"], case["inputs"])
    lines = str(caught.value).splitlines()
    assert len(lines) == len(case["refused"])
    assert all(told in line for told, line in zip(case["refused"], lines, strict=True))


def own_cases(indicator_id):
    return [
        case for case in json.loads(OWN.read_text("utf-8")) if case["indicator"] == indicator_id
    ]


def test_every_case_has_its_source():
    assert all(case["source"] for case in json.loads(OWN.read_text("utf-8")))


@pytest.mark.parametrize("indicator_id", indicator_ids())
def test_every_value_is_worked_out_by_hand_somewhere(indicator_id):
    worked_out = {name for case in own_cases(indicator_id) for name in case.get("expected", ())}
    assert worked_out == set(indicator(indicator_id).values)


@pytest.mark.parametrize("indicator_id", indicator_ids())
def test_every_indicator_has_cases_that_are_undefined_and_refused(indicator_id):
    kinds = {kind for case in own_cases(indicator_id) for kind in case}
    assert {"expected", "undefined", "refused"} <= kinds

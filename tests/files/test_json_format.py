"""JSON in and out: strict, exact, and every fault named by its path."""

import json
from importlib import resources

import pytest
from hypothesis import given, settings

from kragozor.files.json_format import (
    inventory_from_json,
    inventory_from_object,
    inventory_to_json,
)
from kragozor.files.problems import FileRefused
from kragozor.instruments.inventory import Grade, Quantity
from kragozor.instruments.uncertainty.distributions import Distribution
from tests.inventories import inventories

EXAMPLES = (
    "cotton-t-shirt",
    "flour-mill",
    "pet-bottle",
    "recycled-cotton-t-shirt",
    "returnable-glass-bottle-2021",
    "returnable-glass-bottle-2022",
)


def sweater(**changes):
    whole = {
        "format": "kragozor-inventory",
        "version": 1,
        "subject": {
            "name": "Пуловер",
            "kind": "product",
            "pillar": "textiles",
            "period_start": "2025-01-01",
            "period_end": "2025-12-31",
        },
        "inflows": [{"material": "вълна", "mass": 12.5, "origin": "virgin"}],
    }
    return whole | changes


def said(source, language="en"):
    text = source if isinstance(source, (str, bytes)) else json.dumps(source, ensure_ascii=False)
    with pytest.raises(FileRefused) as caught:
        inventory_from_json(text)
    return caught.value.lines(language)


def wool(**changes):
    return sweater(inflows=[{"material": "вълна", "mass": 1, "origin": "virgin"} | changes])


@settings(deadline=None, max_examples=40)
@given(inventories)
def test_inventory_is_read_back(whole):
    assert inventory_from_json(inventory_to_json(whole)) == whole


def example_bytes(name):
    """One of the published examples."""
    return (resources.files("kragozor.files") / "examples" / f"{name}.json").read_bytes()


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_are_read(name):
    whole = inventory_from_json(example_bytes(name))
    assert inventory_from_json(inventory_to_json(whole)) == whole


def test_numbers_may_be_bare_or_carry_what_is_known():
    mass = {"value": 12, "grade": "proxy", "source": "x", "distribution": "uniform"}
    whole = inventory_from_object(wool(mass=mass | {"low": 10, "high": 15}, dry_matter=0.9))
    spread = Distribution("uniform", {"low": 10.0, "high": 15.0})
    assert whole.inflows[0].mass == Quantity(12.0, Grade.PROXY, "x", spread)
    assert whole.inflows[0].dry_matter == Quantity(0.9)


def test_null_declares_nothing():
    assert inventory_from_object(wool(dry_matter=None, part=None)).inflows[0].dry_matter is None


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("[]", "The JSON file does not hold an object {…}"),
        ({}, 'The key "format" is “—”; expected "kragozor-inventory"'),
        (sweater(format="x"), 'The key "format" is “x”; expected "kragozor-inventory"'),
        (sweater(version=2), 'The key "version" is “2”; expected 1'),
        (sweater(version=True), 'The key "version" is “True”; expected 1'),
        (sweater(inflow=[]), 'Unknown key "inflow"; perhaps "inflows"'),
        (sweater(zzz=[]), 'Unknown key "zzz"'),
        (sweater(inflows={}), "inflows: found “{}”; expected a list […]"),
        (sweater(inflows=[1]), "inflows[0]: found “1”; expected an object {…}"),
        (sweater(subject=[]), "subject: found “[]”; expected an object {…}"),
        (sweater(inflows=[{}] * 5001), "inflows: 5,001 rows; at most 5,000 are accepted"),
        (wool(masss=1), 'inflows[0]: unknown key "masss"; perhaps "mass"'),
        (
            wool(mass="12,5"),
            "inflows[0].mass: found “12,5”; expected a bare number, for example 12.5",
        ),
        (
            wool(mass="much"),
            "inflows[0].mass: found “much”; expected a number such as 12.5, or an object "
            '{"value": 12.5, "grade": "measured", "source": "…"}',
        ),
        (
            wool(mass={"value": "1"}),
            "inflows[0].mass.value: found “1”; expected a bare number, for example 12.5",
        ),
        (
            wool(mass={"grade": "proxy"}),
            "inflows[0].mass.value: found “—”; expected a bare number, for example 12.5",
        ),
        (wool(mass={"value": 1, "sd": 1}), 'inflows[0].mass: unknown key "sd"'),
        (
            wool(mass={"value": 1, "source": 5}),
            "inflows[0].mass.source: found “5”; expected a string in quotes",
        ),
        (
            wool(mass={"value": 1, "distribution": "flat"}),
            "inflows[0].mass.distribution: found “flat”; "
            "expected one of: uniform, triangular, normal, lognormal, beta",
        ),
        (
            wool(mass={"value": 1, "distribution": "normal", "mean": 1}),
            "inflows[0].mass.sd: found “—”; expected a bare number, for example 12.5",
        ),
        (
            wool(mass={"value": 1, "distribution": "lognormal", "median": 1, "gsd": "2"}),
            "inflows[0].mass.gsd: found “2”; expected a bare number, for example 12.5",
        ),
        (
            wool(mass={"value": 2, "distribution": "uniform", "low": 3, "high": 1}),
            "inflows[0].mass.distribution: found “distribution uniform, low 3, high 1”; "
            "expected a distribution in which the high bound is at least 3",
        ),
        (wool(critical="yes"), "inflows[0].critical: found “yes”; expected true or false"),
        (wool(part=1), "inflows[0].part: found “1”; expected a string in quotes"),
        (
            wool(mass=-1),
            "inflows[0].mass: found “−1”; expected a number above 0, for example 12.5",
        ),
        (
            wool(dry_matter=1.5),
            "inflows[0].dry_matter: found “1.5”; expected a share from 0 to 1: write 0.015 or 1.5%",
        ),
    ],
)
def test_bad_json_is_refused_in_one_line(source, line):
    assert said(source) == [line]


def test_wording_of_people_is_not_code():
    assert said(wool(origin="първичен"))[0].startswith(
        "inflows[0].origin: found “първичен”; expected one of: virgin, recycled-post-consumer"
    )


@pytest.mark.parametrize("date", ["1.1.2025", "2025-1-1", 45000])
def test_dates_are_iso(date):
    subject = sweater()["subject"] | {"period_start": date}
    (line,) = said(sweater(subject=subject))
    assert line.endswith('expected a date such as "2025-12-31"')


def test_every_line_is_said_in_bulgarian():
    assert said(sweater(inflow=[], zzz=1), "bg") == [
        'Непознат ключ "inflow"; може би "inflows"',
        'Непознат ключ "zzz"',
    ]

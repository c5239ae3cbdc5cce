"""The page on uncertainty tells what is drawn and what comes out."""

import json
import re
from pathlib import Path

import pytest

from kragozor.instruments.compute import compute
from kragozor.instruments.inventory import Grade
from kragozor.instruments.uncertainty.distributions import DISTRIBUTIONS
from kragozor.instruments.uncertainty.pedigree import FACTORS, coefficient_of_variation, table

PAGE = (Path(__file__).parents[1] / "docs" / "uncertainty.md").read_text("utf-8")


def rows(first):
    """The cells of each line of a table that begins with one of these words."""
    named = "|".join(map(str, first))
    lines = re.findall(rf"^\| `?({named})`? \| (.*) \|$", PAGE, re.M)
    return {name: cells.split(" | ") for name, cells in lines}


def test_example_gives_what_stands_beside_it():
    example = PAGE.partition("in `bottle.json`")[2]
    inputs = json.loads(re.search(r"```json\n(.*?)```", example, re.S)[1])
    found = compute("mci", inputs, draws=100_000, seed=1).uncertainty.values["mci"]
    told = rows(["mean", "sd", "p05", "p95"])
    assert len(told) == 4
    for name, (number,) in told.items():
        assert getattr(found, name) == pytest.approx(float(number), abs=5e-4)


def test_every_family_is_told_with_its_parameters():
    told = rows(DISTRIBUTIONS)
    assert set(told) == set(DISTRIBUTIONS)
    for family, forms in DISTRIBUTIONS.items():
        assert {name for names in forms for name in names} <= set(
            re.findall(r"\w+", told[family][0])
        )


def test_pedigree_is_that_of_the_table():
    told = rows(Grade)
    assert set(told) == set(Grade)
    for row in table("pedigree"):
        factors, _, variation = told[row["grade"]]
        assert set(factors.split(", ")) == {row[name] for name in FACTORS} - {"1.00"}
        expected = 100 * coefficient_of_variation(Grade(row["grade"]))
        assert float(variation.removesuffix(" %")) == pytest.approx(expected, abs=0.05)

"""Whoever has an explanation and a pocket calculator gets the figure.

Nothing is used here but what the explanation holds: the numbers of the rows that it displays, the
formulas by which inputs are made of them, and the formulas of the framework, one after another.
"""

import json
import math
import re
from pathlib import Path

import pytest
from hypothesis import given, settings

import kragozor
from kragozor.files.reading import read_inventory
from kragozor.instruments.assess import assess
from kragozor.instruments.formula import evaluate, symbols
from kragozor.instruments.indicators.catalogue import indicator_ids
from kragozor.instruments.indicators.derived import OF_PART
from kragozor.reports.explanation.explain import explanation
from tests.inventories import inventories

ROOT = Path(__file__).parents[3]
EXAMPLES = [
    file
    for file in sorted((ROOT / "src" / "kragozor" / "files" / "examples").glob("*.json"))
    if json.loads(file.read_text("utf-8")).get("format") == "kragozor-inventory"
]


def close(a, b):
    return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)


class Calculator:
    """Works out the figures of an explanation from the numbers that it displays."""

    def __init__(self, told):
        self.told = told
        self.facts = {str(fact.place): fact.value for row in told.rows for fact in row.facts}
        self.count = 0

    def figure(self, explained):
        """The number of a figure, every step and every input of it held to what is displayed."""
        known = self.inputs(explained)
        for step in explained.steps:
            if step.value is None:
                continue
            known[step.symbol] = self.step(step, known, explained)
            assert close(known[step.symbol], step.value), step.text
        return known.get(explained.steps[-1].symbol)

    def inputs(self, explained):
        known = {}
        for used in explained.inputs:
            if used.value is not None:
                known[used.symbol] = self.made(used, used.made, used.behind)
            if used.is_of_list:
                known.setdefault(used.symbol, [])
            for item in used.items:
                for one in item.numbers:
                    known.setdefault(one.symbol, []).append(self.made(one, one.made, used.behind))
        return known

    def made(self, used, made, behind):
        """A number made of displayed facts; what was assumed or simply given is of no row."""
        if made is None:
            assert behind == () or used.number.startswith("taken as"), used
            return used.value
        number = evaluate(made.making.formula, self.facts)
        assert close(number, used.value)
        return number

    def step(self, step, known, explained):
        if not step.numbers and symbols(step.formula):
            assert step.note, f"{step.name} has neither numbers nor a note"
            return step.value
        self.count += 1
        values = {
            symbol: known[symbol] if symbol in known else self.parts(symbol, explained)
            for symbol in symbols(step.formula)
        }
        return evaluate(step.formula, values)

    def parts(self, symbol, explained):
        """The numbers of each part, worked out from the part's own explanation."""
        own = symbol.removesuffix(OF_PART)
        found = [
            self.figure(part)
            for part in self.told.figures
            if part is not explained
            and part.figure.symbol == own
            and part.framework.id == explained.framework.id
            and "parts" not in {one.name for one in part.inputs}
        ]
        assert found, f"{explained.figure.id}: {symbol} is of no part that is explained"
        return found


def recomputed(result, ids):
    """How many formulas were worked out again, for every figure of some indicators."""
    count = 0
    for name in ids:
        told = explanation(result, name, language="en")
        calculator = Calculator(told)
        for explained in told.figures:
            figure = explained.figure
            if figure.is_defined and figure.display != "list":
                assert close(calculator.figure(explained), figure.value), figure.id
        count += calculator.count
    return count


def every(result):
    """The frameworks, and every figure of the single things that they look at."""

    def of(reading, path):
        for number, item in enumerate(reading.items):
            below = f"{path}{reading.indicator}.{number}."
            yield from (f"{below}{item.indicator}.{name}" for name in item.values)
            yield from of(item, below)

    for reading in result.readings:
        yield reading.indicator
        yield from of(reading, "")


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_figure_of_an_example_follows_from_its_explanation(file):
    result = assess(read_inventory(file), draws=0)
    assert recomputed(result, every(result)) > 60


def read(text):
    """The number that a calculator shows for what is written, or that a result says."""
    for written, meant in {
        ",": "",
        "×": "*",
        "−": "-",
        "^": "**",
        ";": ",",
        "≥": ">=",
        "[": "(",
        "]": ")",
    }.items():
        text = text.replace(written, meant)
    return float(eval(text, {"max": max, "min": min, "ln": math.log, "exp": math.exp}))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_line_of_numbers_gives_what_it_says(file):
    result = assess(read_inventory(file), draws=0)
    lines = 0
    for name in every(result):
        for explained in explanation(result, name, language="en").figures:
            for step in explained.steps:
                said = step.numeric_text.split(" = ")[1:]
                if len(said) == 2 and "…" not in said[0] and "ln" not in said[0]:
                    number, _, unit = said[1].replace("→", "\u00a0").partition("\u00a0")
                    factor = 100 if unit == "%" else 1
                    assert read(said[0]) * factor == pytest.approx(
                        read(number), rel=2e-3, abs=0.051
                    )
                    lines += 1
    assert lines > 60


@settings(max_examples=12, deadline=None)
@given(inventories)
def test_every_figure_of_any_inventory_follows_from_its_explanation(facts):
    result = assess(facts, draws=0)
    recomputed(result, every(result))


@pytest.mark.parametrize("id_", indicator_ids())
def test_every_value_that_is_computed_follows_from_its_explanation(id_):
    page = ROOT / "docs" / "frameworks" / f"{id_}.md"
    text = re.search(r"```json\n(.*?)```", page.read_text("utf-8"), re.S)[1]
    computation = kragozor.compute(id_, json.loads(text))
    told = explanation(computation, language="en")
    calculator = Calculator(told)
    for explained in told.figures:
        if explained.figure.is_defined and explained.figure.display != "list":
            assert close(calculator.figure(explained), explained.figure.value)
            assert explained.steps
        for item in (item for step in explained.steps for item in step.items):
            assert close(evaluate(item.formula, item.numbers), item.value)

"""A computation is explained as an assessment is, with its parts, and without rows."""

import json
import re
from pathlib import Path

import pytest
import typst

import kragozor
from kragozor.cli import main
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.formula import as_text
from kragozor.instruments.indicators.catalogue import indicator, indicator_ids
from kragozor.reports.explanation import FORMS, explain

PAGES = Path(__file__).parents[3] / "docs" / "frameworks"
PARTS = [
    {"mass": 1, "recycled_feedstock": 0.5, "feedstock_recycling_efficiency": 0.8},
    {"mass": 2, "collected_for_reuse": 0.3},
]


def example(id_):
    """The worked example of the indicator's page."""
    text = re.search(r"```json\n(.*?)```", (PAGES / f"{id_}.md").read_text("utf-8"), re.S)[1]
    return kragozor.compute(id_, json.loads(text))


def body(text):
    """What stands before the sources, without the numbers of these."""
    return re.sub(r" *\[\d+\]", "", re.split("\n(?:Източници|Sources)\n", text)[0])


def told(*arguments, **options):
    return explain(*arguments, language="en", **options).replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["bg", "en"])
@pytest.mark.parametrize("id_", indicator_ids())
def test_every_value_of_every_indicator_is_explained(id_, language):
    computation = example(id_)
    text = explain(computation, language=language)
    for name, entry in indicator(id_).values.items():
        alone = explain(computation, name, language=language)
        assert body(alone) in body(text)
        if formula := computation.formulas.get(name):
            assert as_text(formula, left=entry.symbol, language=language) in alone


@pytest.mark.parametrize("id_", indicator_ids())
def test_typst_typesets_every_indicator(id_):
    source = explain(example(id_), language="bg", form="typst")
    assert typst.compile(source.encode())[:5] == b"%PDF-"


def test_given_number_stands_in_its_formula():
    text = told(
        kragozor.compute("mci", {"mass": 4, "recycled_feedstock": 0.25}), "virgin_feedstock"
    )
    assert "V = 4 × (1 − 0.25 − 0 − 0) = 3 kg" in text
    assert "F_R = 0.25, that is 25 %: Share of feedstock that is recycled" in text


def test_value_may_be_named_as_a_figure():
    computation = kragozor.compute("mci", {"mass": 1})
    assert explain(computation, "mci.waste") == explain(computation, "waste")


def test_parts_are_explained_one_by_one():
    text = told(kragozor.compute("mci", {"parts": PARTS, "utility": 1}), "mci")
    assert "W_0 = 1 + 1.4 = 2.4 kg" in text
    assert "Part 1. Losses in making the recycled feedstock: 0.125 kg" in text
    assert "W_F = 1 × (1 − 0.8) × 0.5 / 0.8 = 0.125 kg" in text
    assert "W_0 = 2 × (1 − 0 − 0.3 − 0 − 0) = 1.4 kg" in text


def test_class_is_told_with_the_number_that_was_classed():
    text = told(kragozor.compute("packaging-grade", {"recyclable_share": 0.85}), "grade")
    assert text.startswith("Recyclability performance grade: B")
    assert "g = 0.85 = 0.85 → B" in text


def test_list_is_told_item_by_item():
    text = told(example("cost-curve"), "order")
    assert text.splitlines()[0].count(";") == len(example("cost-curve").values["order"]) - 1
    assert "k_i = C_i / m_i" in text
    assert "1. A: k_i = 200 / 4 = 50 €/t" in text


def test_running_total_is_told_with_what_is_added_up():
    text = told(example("cost-curve"), "cumulative")
    assert "    1. A: q_i = 4 = 4 t a year" in text
    assert "    3. B: q_i = 4 + 6 + 3 = 13 t a year" in text


def test_item_without_a_number_has_no_working():
    measures = [{"name": "x", "annual_cost": 5, "avoided": 0}, {"annual_cost": 6, "avoided": 3}]
    text = told(kragozor.compute("cost-curve", {"measures": measures}), "unit_cost")
    assert "    1. 2: k_i = 6 / 3 = 2 €/t" in text
    assert "x: k_i" not in text


def test_year_is_written_as_a_year():
    text = told(example("food-waste"), "path_food_waste")
    assert "(Y − 2022) / 8" in text
    assert "(2024 − 2022) / 8" in text
    assert "Y = 2024: Year" in text


def test_each_source_is_named_once():
    text = told(example("cff"))
    sources = [line.partition("] ")[2] for line in text.split("\nSources\n")[1].splitlines()]
    assert len(sources) == len(set(sources))
    assert text.count("Annex I, 4.4.8.1: energy") == 1


def test_distribution_stands_by_its_mean():
    share = {"distribution": "uniform", "low": 0.2, "high": 0.4}
    computation = kragozor.compute("mci", {"mass": 1, "recycled_feedstock": share}, draws=20)
    assert "V = 1 × (1 − 0.3 − 0 − 0) = 0.7 kg" in told(computation, "virgin_feedstock")


def test_undefined_value_says_why():
    text = told(kragozor.compute("iso59020", {"total_inflow": 3}), "recycled_inflow_share")
    assert "Missing: Recycled inflow." in text
    assert "s_RECI = m_RECI / m_TI" in text


def test_what_does_not_apply_is_told_with_its_reason():
    inputs = {"total_inflow": 3, "not_applicable": {"relative_lifetime": "no product"}}
    text = told(kragozor.compute("iso59020", inputs), "relative_lifetime")
    assert "no product" in text


@pytest.mark.parametrize("form", FORMS)
def test_unknown_value_is_refused(form):
    with pytest.raises(InstrumentError, match="There is no figure “mcl”"):
        explain(kragozor.compute("mci", {"mass": 1}), "mcl", form=form)


def test_command_prints_the_explanation(tmp_path, capsys):
    file = tmp_path / "inputs.json"
    file.write_text(json.dumps({"mass": 4, "recycled_feedstock": 0.25, "utility": 1}))
    assert main(["compute", "mci", str(file), "--explain", "waste", "--language", "en"]) == 0
    assert "W = W_0 + (W_F + W_C) / 2" in capsys.readouterr().out
    assert main(["compute", "mci", str(file), "--explain", "--language", "en"]) == 0
    assert "\nMaterial Circularity Indicator: " in capsys.readouterr().out
    assert main(["compute", "mci", str(file), "--explain", "mcl", "--language", "en"]) == 2
    assert "mcl" in capsys.readouterr().err

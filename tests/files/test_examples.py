"""The demonstration data: whole, balanced, sourced, and equal to the published figures."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from kragozor.drawing.palette import LIGHT
from kragozor.instruments.inventory import (
    Destination,
    Grade,
    Kind,
    Origin,
    OutflowKind,
    Pillar,
    WaterFlow,
)

INVENTORIES = (
    "cotton-t-shirt",
    "flour-mill",
    "pet-bottle",
    "recycled-cotton-t-shirt",
    "returnable-glass-bottle-2021",
    "returnable-glass-bottle-2022",
)
PUBLIC = ("https://", "http://", "Eurostat, env_waspac", "see the inflows")


def example(name: str) -> dict[str, Any]:
    path = files("kragozor.files") / "examples" / f"{name}.json"
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def quantities(fact: object) -> Iterator[dict[str, Any]]:
    if isinstance(fact, dict):
        if "value" in fact:
            yield fact
        for inner in fact.values():
            yield from quantities(inner)
    elif isinstance(fact, list):
        for inner in fact:
            yield from quantities(inner)


def mass(rows: list[dict[str, Any]], **chosen: str) -> float:
    return sum(
        row["mass"]["value"]
        for row in rows
        if all(row.get(name) == value for name, value in chosen.items())
    )


def test_every_file_is_listed() -> None:
    packaged = {path.name for path in (files("kragozor.files") / "examples").iterdir()}
    listed = {f"{name}.json" for name in (*INVENTORIES, "packaging-bulgaria")}
    assert packaged == listed | {"README.md"}


@pytest.mark.parametrize("name", INVENTORIES)
class TestInventory:
    def test_is_of_the_format(self, name: str) -> None:
        assert (example(name)["format"], example(name)["version"]) == ("kragozor-inventory", 1)

    def test_is_marked_as_a_demonstration(self, name: str) -> None:
        assert "(демонстрация)" in example(name)["subject"]["name"]

    def test_subject_is_of_the_model(self, name: str) -> None:
        subject = example(name)["subject"]
        assert Kind(subject["kind"])
        assert Pillar(subject["pillar"])
        first, last = (dt.date.fromisoformat(subject[f"period_{end}"]) for end in ("start", "end"))
        assert first < last

    def test_rows_are_of_the_model(self, name: str) -> None:
        facts = example(name)
        assert all(Origin(row["origin"]) for row in facts["inflows"])
        assert all(Destination(row["destination"]) for row in facts["outflows"])
        assert all(OutflowKind(row["kind"]) for row in facts["outflows"])
        assert all(WaterFlow(row["flow"]) for row in facts["water"])

    def test_every_number_has_a_grade_and_a_public_source(self, name: str) -> None:
        for quantity in quantities(example(name)):
            assert Grade(quantity["grade"])
            assert any(sign in quantity["source"] for sign in PUBLIC)

    def test_masses_balance(self, name: str) -> None:
        facts = example(name)
        assert mass(facts["outflows"]) == pytest.approx(mass(facts["inflows"]), rel=1e-6)

    def test_product_rows_add_up_to_the_product_mass(self, name: str) -> None:
        facts = example(name)
        declared = facts["subject"]["product_mass"]["value"]
        assert mass(facts["outflows"], kind="product") == pytest.approx(declared, rel=1e-6)


def test_pet_bottle_agrees_with_the_state_of_play_2022() -> None:
    facts = example("pet-bottle")
    body = mass(facts["outflows"], part="бутилка")
    recycled = mass(facts["inflows"], origin="recycled-post-consumer")
    collected = mass(facts["outflows"], part="бутилка", destination="recycle")
    assert (body, recycled / body, collected / body) == pytest.approx((24.0, 0.24, 0.75))


@pytest.mark.parametrize(("year", "returned"), [(2021, 0.98), (2022, 0.96)])
def test_glass_bottle_makes_fifteen_trips_and_returns_as_published(
    year: int, returned: float
) -> None:
    facts = example(f"returnable-glass-bottle-{year}")
    new = mass(facts["inflows"]) - mass(facts["inflows"], origin="reused")
    not_returned = mass(facts["outflows"], material="стъкло, невърнати бутилки")
    assert mass(facts["inflows"]) / new == pytest.approx(15)
    assert 1 - not_returned / 210 == pytest.approx(returned, abs=1e-6)


@pytest.mark.parametrize("name", ["cotton-t-shirt", "recycled-cotton-t-shirt"])
def test_t_shirt_loses_what_ecobalyse_says(name: str) -> None:
    facts = example(name)
    fibre = mass(facts["inflows"])
    assert fibre * (1 - 0.12) * (1 - 0.0545) * (1 - 0.15) == pytest.approx(170, abs=1e-3)


def test_market_cotton_has_the_published_mix() -> None:
    inflows = example("cotton-t-shirt")["inflows"]
    shares = [row["mass"]["value"] / mass(inflows) for row in inflows]
    assert shares == pytest.approx([0.72, 0.256, 0.014, 0.01], abs=1e-6)


def test_flour_mill_has_the_yields_of_the_statistics() -> None:
    outflows = example("flour-mill")["outflows"]
    wheat = 928_615_000 * 60
    flour = sum(r["mass"]["value"] for r in outflows if "брашно" in r["material"]) - mass(
        outflows, kind="by-product"
    )
    assert mass(outflows, kind="by-product") == pytest.approx(6_731_971 * 2000 / wheat * 1000)
    assert flour == pytest.approx(430_284_000 * 100 / wheat * 1000)


EUROSTAT_TOTALS = {"generated": 554_490, "recycled": 339_307, "energy": 1_039, "disposed": 214_144}


class TestPackaging:
    def test_materials_balance(self) -> None:
        flows = example("packaging-bulgaria")["flows"]
        materials = {flow["target"] for flow in flows if flow["source"] == "generated"}
        assert len(materials) == 6
        for material in materials:
            entering = sum(flow["value"] for flow in flows if flow["target"] == material)
            assert entering == sum(flow["value"] for flow in flows if flow["source"] == material)

    def test_sums_are_eurostats_totals_to_a_tonne(self) -> None:
        flows = example("packaging-bulgaria")["flows"]
        for node, total in EUROSTAT_TOTALS.items():
            end = "source" if node == "generated" else "target"
            assert sum(f["value"] for f in flows if f[end] == node) == pytest.approx(total, abs=1)

    def test_flows_join_known_nodes_in_known_colours(self) -> None:
        chart = example("packaging-bulgaria")
        known = {node["id"] for node in chart["nodes"]}
        assert {flow[end] for flow in chart["flows"] for end in ("source", "target")} == known
        assert {part["colour"] for part in (*chart["nodes"], *chart["flows"])} <= set(LIGHT)

    def test_words_stand_in_both_languages(self) -> None:
        chart = example("packaging-bulgaria")
        for words in (chart["title"], chart["source"], *(node["label"] for node in chart["nodes"])):
            assert set(words) == {"bg", "en"}
            assert all(words.values())

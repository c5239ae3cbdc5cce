"""Every framework has a page that tells what the library computes, and not something like it."""

import json
import re
from pathlib import Path

import pytest

from kragozor.cli import main
from kragozor.instruments.indicators.catalogue import indicator, indicator_ids
from update.framework_pages import PAGES, page_of, written

PARTS = ("What it says", "Formula", "Worked example", "Limits", "Source, and how far it is")


def page(id_):
    return page_of(indicator(id_)).read_text("utf-8")


def section(id_, title):
    """What stands below a heading."""
    return re.search(rf"^## {title}.*?\n(.*?)(?=^## |\Z)", page(id_), re.M | re.S)[1]


def computed(id_, tmp_path, capsys):
    """What the command prints for the inputs on the page."""
    file = tmp_path / "inputs.json"
    file.write_text(re.search(r"```json\n(.*?)```", section(id_, "Worked"), re.S)[1], "utf-8")
    assert main(["compute", id_, str(file), "--language", "en"]) == 0
    return json.loads(capsys.readouterr().out)


def listed(value):
    """A value as a list, numbers to be compared with what was rounded for the page."""
    items = value if isinstance(value, list) else [value]
    return [item if isinstance(item, str) else pytest.approx(item, rel=1e-6) for item in items]


def read(text):
    """What a cell of the page tells: numbers or words, with commas between them."""
    return [
        float(item) if re.fullmatch(r"-?[\d.]+", item) else item
        for item in text.strip().split(", ")
    ]


@pytest.mark.parametrize("id_", indicator_ids())
def test_page_has_all_its_parts(id_):
    for part in PARTS:
        assert section(id_, part).strip(), part
    assert page(id_).startswith("# ")
    assert f"`{id_}`" in page(id_)


@pytest.mark.parametrize("id_", indicator_ids())
def test_formulas_on_the_page_are_those_of_the_catalogue(id_):
    assert page(id_) == written(page(id_), indicator(id_))


@pytest.mark.parametrize("id_", indicator_ids())
def test_worked_example_is_what_the_command_prints(id_, tmp_path, capsys):
    printed = computed(id_, tmp_path, capsys)
    told = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", section(id_, "Worked"), re.M))
    assert len(told) >= min(2, len(printed["values"]))
    for name, text in told.items():
        assert read(text) == listed(printed["values"][name])
    assert printed["undefined"].keys().isdisjoint(told)


def test_index_leads_to_every_page():
    index = (PAGES / "index.md").read_text("utf-8")
    linked = set(re.findall(r"\]\(([\w-]+)\.md\)", index))
    assert linked == {path.stem for path in PAGES.glob("*.md")} - {"index"}
    assert linked == set(indicator_ids())


def test_index_is_found_from_the_documents():
    root = Path(PAGES).parent
    assert "frameworks/index.md" in (root / "index.md").read_text("utf-8")
    assert "uncertainty.md" in (root / "index.md").read_text("utf-8")

"""The page on the reference tables tells their true counts."""

import re
from pathlib import Path

import pytest

from kragozor.instruments.reference import table
from kragozor.instruments.reference.waste import EntryType, TitleStatus, wastes

PAGE = (Path(__file__).parents[3] / "docs/reference-tables.md").read_text("utf-8")
LINES = re.findall(r"^\| (`[a-z0-9-]+`(?:, `[a-z0-9-]+`)*) \| ([\d, ]+) \|", PAGE, re.M)
COUNTS = {
    name: int(count)
    for names, counts in LINES
    for name, count in zip(re.findall(r"[\w-]+", names), counts.split(","), strict=True)
}


def test_page_tells_of_every_table_of_this_chapter():
    assert {"list-of-waste", "operations", "fibres", "districts", "towns"} <= COUNTS.keys()
    assert len(COUNTS) == 11


@pytest.mark.parametrize("name", COUNTS)
def test_table_has_as_many_rows_as_the_page_says(name):
    assert len(table(name)) == COUNTS[name]


@pytest.mark.parametrize("entry", EntryType)
def test_entry_types_are_counted_on_the_page(entry):
    count = sum(each.entry is entry for each in wastes())
    assert f"{count} {entry.value.replace('-', ' ', 1)}" in PAGE


def test_chapters_that_are_translated_are_named_on_the_page():
    missing = {e.code[:2] for e in wastes() if e.title_bg_status is TitleStatus.MISSING}
    whole = sorted({each.code[:2] for each in wastes()} - missing)
    assert f"chapters {', '.join(whole[:-1])} and {whole[-1]}" in PAGE

"""The pages of CFF and CTI tell what the library gives."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from kragozor.instruments.compute import compute
from kragozor.instruments.parameters import packaged_parameters

PAGES = Path(__file__).parents[3] / "docs" / "frameworks"


def page(name):
    return (PAGES / f"{name}.md").read_text("utf-8")


def lines(text):
    return dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", text, re.M))


@pytest.mark.parametrize(("id_", "count"), [("cff", 4), ("cti", 6)])
def test_worked_example_of_the_page_is_what_compute_gives(id_, count):
    text = page(id_).partition("## Worked example")[2]
    computed = compute(id_, json.loads(re.search(r"```json\n(.*?)```", text, re.S)[1]))
    told = {name: float(number) for name, number in lines(text).items()}
    assert len(told) == count
    assert {name: computed.values[name] for name in told} == pytest.approx(told)


def test_page_counts_the_values_of_the_table():
    text = page("cff").partition("## The table of parameters")[2].partition("## Worked")[0]
    statuses = Counter(row.status.value for row in packaged_parameters())
    assert {name: int(number) for name, number in lines(text).items()} == statuses

"""The worked examples of the reporting pages give what stands beside them."""

import json
import re
from pathlib import Path

import pytest

from kragozor.instruments.compute import compute

PAGES = Path(__file__).parents[3] / "docs" / "frameworks"


def listed(text):
    """The words or numbers of a list that is told with commas."""
    return tuple(
        item if item.isalpha() else pytest.approx(float(item)) for item in text.split(", ")
    )


@pytest.mark.parametrize("id_", ["esrs-e5", "vsme-b7", "cmu", "cost-curve"])
def test_worked_example_of_the_page_is_what_compute_gives(id_):
    page = (PAGES / f"{id_}.md").read_text("utf-8")
    computed = compute(id_, json.loads(re.search(r"```json\n(.*?)```", page, re.S)[1]))
    told = dict(re.findall(r"\| `(\w+)` \| ([^|]+) \|", page))
    assert len(told) >= 2
    for name, text in told.items():
        value = computed.values[name]
        assert (value if isinstance(value, tuple) else (value,)) == listed(text)
    assert computed.warnings == ()

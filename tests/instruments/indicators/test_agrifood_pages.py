"""The worked examples of the agri-food pages give the numbers that stand beside them."""

import json
import re
from pathlib import Path

import pytest

from kragozor.instruments.compute import compute
from kragozor.instruments.readings.agrifood import AGRIFOOD_READERS

PAGES = Path(__file__).parents[3] / "docs" / "frameworks"


@pytest.mark.parametrize("id_", AGRIFOOD_READERS)
def test_worked_example_of_the_page_is_what_compute_gives(id_):
    page = (PAGES / f"{id_}.md").read_text("utf-8")
    inputs = json.loads(re.search(r"```json\n(.*?)```", page, re.S)[1])
    told = {name: float(n) for name, n in re.findall(r"\| `(\w+)` \| (-?[\d.]+) \|", page)}
    computation = compute(id_, inputs)
    assert len(told) >= 3
    assert {name: computation.values[name] for name in told} == pytest.approx(told)
    assert computation.warnings == ()

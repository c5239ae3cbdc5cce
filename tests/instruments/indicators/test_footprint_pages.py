"""The page of CFF tells how far the table of parameters is confirmed."""

import re
from collections import Counter
from pathlib import Path

from kragozor.instruments.parameters import packaged_parameters

PAGE = Path(__file__).parents[3] / "docs" / "frameworks" / "cff.md"


def test_page_counts_the_values_of_the_table():
    page = PAGE.read_text("utf-8").partition("## The table of parameters")[2]
    counted = re.findall(r"^\| `(\w+)` \| (\d+) \|", page.partition("## Worked")[0], re.M)
    statuses = Counter(row.status.value for row in packaged_parameters())
    assert {name: int(number) for name, number in counted} == statuses

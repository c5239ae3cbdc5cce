"""The page on portfolios shows a table, and what is measured of it."""

import csv
import re
from pathlib import Path

import pytest

from kragozor.files.portfolio import measure_file

PAGE = (Path(__file__).parents[1] / "docs" / "portfolio.md").read_text("utf-8")


def test_the_table_of_the_page_gives_the_result_of_the_page(tmp_path):
    (told,) = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "products.csv").write_text(told, "utf-8")
    report = measure_file(tmp_path / "products.csv", tmp_path / "measured.csv", indicators=["mci"])
    assert [fault.line for fault in report.faults] == [3]
    shown = re.search(r"^\| line .*?(?=\n\n)", PAGE, re.DOTALL | re.MULTILINE)[0].splitlines()
    heading, _, *rows = [line.strip("| ").split(" | ") for line in shown]
    with (tmp_path / "measured.csv").open(encoding="utf-8") as file:
        measured = list(csv.DictReader(file))
    assert len(measured) == len(rows)
    for found, row in zip(measured, rows, strict=True):
        expected = dict(zip(heading, row, strict=True))
        assert found["sku"] == expected.pop("sku")
        for name, text in expected.items():
            assert float(found[name]) == pytest.approx(float(text), rel=1e-9)

"""The reference data that may lie beside the repository, to compare our tables with."""

import csv
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[4] / "shared" / "data"


def shared_table(name):
    """Return the rows of a table beside the repository; a test without it is skipped."""
    path = FOLDER / f"{name}.csv"
    if not path.is_file():
        pytest.skip(f"shared/data/{name}.csv does not lie beside the repository")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

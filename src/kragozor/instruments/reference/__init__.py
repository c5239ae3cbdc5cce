"""Packaged tables: CSV files whose every row names its source."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources


@cache
def table(name: str) -> Sequence[Mapping[str, str]]:
    """Return the rows of a packaged table.

    Examples
    --------
    >>> table("pedigree")[0]["grade"]
    'measured'
    """
    text = resources.files(__name__).joinpath(f"{name}.csv").read_text("utf-8")
    return tuple(csv.DictReader(text.splitlines()))

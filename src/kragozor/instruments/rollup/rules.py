"""The table of how each framework is rolled up."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from kragozor.instruments.indicators.entries import Input


@dataclass(frozen=True)
class Rule:
    """How the figures of one framework become those of a company.

    Attributes
    ----------
    how
        ``"sums"``: the inputs are added and every figure is formed anew. ``"mean"``: the mean of
        the index, weighted by the declared factor.
    by
        The indicator that forms the mean.
    """

    how: str
    by: str = ""


@cache
def rules() -> Mapping[str, Rule]:
    """Return the rule of each framework that can be rolled up.

    Examples
    --------
    >>> rules()["mci"].how, rules()["iso59020"].how
    ('mean', 'sums')
    """
    return {name: Rule(**entry) for name, entry in _table()["frameworks"].items()}


def adds_up(entry: Input) -> bool:
    """Return whether the input of a company is the sum of those of its products.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> inputs = indicator("iso59020").inputs
    >>> adds_up(inputs["total_inflow"]), adds_up(inputs["product_lifetime"])
    (True, False)
    """
    return entry.is_number and entry.unit in _table()["amounts"]["units"]


@cache
def _table() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    text = resources.files(__package__).joinpath("rules.toml").read_text("utf-8")
    return tomllib.loads(text)

"""What was given to an indicator, by the symbols of its formulas.

It comes from somebody's writing, which is checked (:mod:`kragozor.instruments.indicators.inputs`),
or from a program, which is trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from kragozor.instruments.indicators.entries import Indicator, Input
from kragozor.instruments.indicators.uncertain import Uncertain

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Amount

    Item: TypeAlias = Mapping[str, Amount]


@dataclass(frozen=True)
class Given:
    """What was given: numbers by symbol, items by list, and what was declared about them."""

    numbers: Item = field(default_factory=dict)
    lists: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    not_applicable: Mapping[str, str] = field(default_factory=dict)
    is_not_applicable_zero: bool = False
    uncertain: tuple[Uncertain, ...] = ()

    def with_draws(self, draws: Iterable[Amount]) -> Given:
        """Return the same with draws in the place of each uncertain input, in their order."""
        numbers = dict(self.numbers)
        lists = {name: [dict(item) for item in items] for name, items in self.lists.items()}
        for one, amount in zip(self.uncertain, draws, strict=True):
            holder = lists[one.item[0]][one.item[1]] if one.item else numbers
            holder[one.symbol] = amount
        return replace(self, numbers=numbers, lists={n: tuple(rows) for n, rows in lists.items()})

    def named(self, indicator: Indicator) -> dict[str, Any]:
        """Return what was given by the names of the catalogue, a distribution by its mean.

        Examples
        --------
        >>> from kragozor.instruments.indicators.catalogue import indicator
        >>> Given({"M": 2.0}).named(indicator("mci"))
        {'mass': 2.0}
        """
        asked = indicator.inputs.values()
        named: dict[str, Any] = {
            e.name: self.numbers[e.symbol]
            for e in asked
            if e.is_number and e.symbol in self.numbers
        }
        named |= {name: self._items(indicator.inputs[name]) for name in self.lists}
        named |= self.choices
        if self.not_applicable:
            named |= {e.name: self.not_applicable for e in asked if e.domain == "names"}
            named |= {e.name: self.is_not_applicable_zero for e in asked if e.domain == "flag"}
        return named

    def _items(self, entry: Input) -> tuple[dict[str, Any], ...]:
        called = self.names.get(entry.name, ())
        return tuple(
            {e.name: row[e.symbol] for e in entry.items.values() if e.symbol in row}
            | ({"name": called[number]} if called else {})
            for number, row in enumerate(self.lists[entry.name])
        )

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a number nor a list."""
        return not self.numbers and not self.lists


def trusted_inputs(indicator: Indicator, inputs: Mapping[str, Any]) -> Given:
    """Return numbers, lists and choices, unchecked, for inputs formed by a program.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> trusted_inputs(indicator("mci"), {"mass": 2.0}).numbers
    {'M': 2.0}
    """
    asked = {name: indicator.inputs[name] for name in inputs}
    return Given(
        numbers={e.symbol: inputs[name] for name, e in asked.items() if e.is_number},
        lists={name: _by_symbol(e, inputs[name]) for name, e in asked.items() if e.items},
        choices={name: inputs[name] for name, e in asked.items() if e.domain == "choice"},
    )


def _by_symbol(entry: Input, rows: Iterable[Item]) -> tuple[Item, ...]:
    symbols = {name: item.symbol for name, item in entry.items.items()}
    return tuple({symbols[name]: value for name, value in row.items()} for row in rows)

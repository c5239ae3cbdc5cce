"""From the symbols that are known to those that are asked for, by the formulas between them.

A symbol is given, assumed, derived or unknown; one that is unknown says why. Inputs that are
all assumed give no value: an assumption fills a gap, it does not stand for a fact.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from kragozor.instruments.arithmetic import choose, is_any, is_drawn
from kragozor.instruments.formula import symbols
from kragozor.instruments.indicators.derived import OF_PART, about, derived, worked_out
from kragozor.instruments.indicators.entries import Indicator, Input, ValueEntry
from kragozor.instruments.indicators.findings import Finding, Known, Unknown, listed
from kragozor.instruments.indicators.given import Given
from kragozor.words import Message

if TYPE_CHECKING:
    from kragozor.instruments.indicators.given import Item


class Solver:
    """The symbols of one indicator, or of one part of a product, each found at most once."""

    def __init__(self, indicator: Indicator, given: Given, path: str = "") -> None:
        self.indicator = indicator
        self.given = given
        self.path = path
        self.found: dict[str, Finding] = {}
        self.has_parts = "parts" in given.lists
        self.parts = tuple(self._part(n, part) for n, part in enumerate(self._list("parts")))

    def find(self, symbol: str) -> Finding:
        """Return the number of a symbol, or why there is none."""
        if symbol not in self.found:
            self.found[symbol] = self._find(symbol)
        return self.found[symbol]

    def derive(self, entry: ValueEntry) -> Finding:
        """Return the value that the entry's formula gives, whether or not it is given too."""
        if entry.per:
            return self._listed(entry)
        if self.has_parts and entry.of_parts:
            return self.work_out(entry.of_parts, zero=entry.zero)
        if entry.assumed is not None and not self._is_any_given(entry.formula):
            if self.given.is_empty:
                return Unknown(other=Message("instruments.nothing-given"))
            return Known(entry.assumed, assumed={entry.name: entry.assumed})
        if entry.choice and entry.choice not in self.given.choices:
            return Unknown({entry.choice: self.indicator.label(entry.choice)})
        formula = entry.formulas.get(self.given.choices.get(entry.choice, ""), entry.formula)
        found = self.work_out(formula, zero=entry.zero)
        for expression in entry.zero_when:
            found = _zero_with(self._amount(expression), found)
        return self._where_positive(entry, found) if entry.positive else found

    def work_out(self, formula: str, *, zero: Message | None = None) -> Finding:
        """Return what a formula gives.

        Parameters
        ----------
        formula : str
            The formula, over symbols of this indicator.
        zero : Message, optional
            The reason to give where a denominator is zero.
        """
        return derived(self.indicator, formula, self._findings(formula), zero=zero)

    def each(self, entry: ValueEntry) -> tuple[Finding, ...]:
        """Return what the formula of an entry gives for each item of its list."""
        return tuple(
            derived(
                self.indicator,
                entry.formula,
                {symbol: self.of_item(symbol, n) for symbol in symbols(entry.formula)},
                zero=entry.zero,
            )
            for n in range(len(self._list(entry.per)))
        )

    def _amount(self, formula: str) -> Finding:
        """Return what a formula gives, even of numbers that are all assumed."""
        if self.given.is_empty:
            return Unknown(other=Message("instruments.nothing-given"))
        return worked_out(self.indicator, formula, self._findings(formula))

    def _findings(self, formula: str) -> dict[str, Finding]:
        return {symbol: self.find(symbol) for symbol in symbols(formula)}

    def _part(self, number: int, numbers: Item) -> Solver:
        return Solver(self.indicator, Given(numbers), f"{self.path}parts[{number}].")

    def _list(self, name: str) -> tuple[Item, ...]:
        return self.given.lists.get(name, ())

    def _find(self, symbol: str) -> Finding:
        indicator = self.indicator
        if symbol in self.given.numbers:
            return Known(self.given.numbers[symbol])
        if symbol in self._not_applicable:
            return self._without(self._not_applicable[symbol])
        if symbol in indicator.item_of:
            return self._items(*indicator.item_of[symbol])
        if self.has_parts and symbol.endswith(OF_PART):
            return listed([part.find(symbol.removesuffix(OF_PART)) for part in self.parts])
        if symbol in indicator.value_of:
            return self.derive(indicator.value_of[symbol])
        return self._input(indicator.input_of[symbol])

    @cached_property
    def _not_applicable(self) -> Mapping[str, str]:
        """The reasons of what does not apply, by symbol."""
        inputs, values = self.indicator.inputs, self.indicator.values
        declared = self.given.not_applicable.items()
        return {(inputs.get(name) or values[name]).symbol: why for name, why in declared}

    def _without(self, reason: str) -> Finding:
        if self.given.is_not_applicable_zero:
            return Known(0.0)
        key = "not-applicable-because" if reason else "not-applicable"
        return Unknown(other=Message(f"instruments.{key}", {"reason": reason}))

    def _items(self, list_name: str, item: Input) -> Finding:
        if list_name not in self.given.lists:
            return self._without_list(list_name)
        rows = self._list(list_name)
        if all(item.symbol in row for row in rows):
            return Known(tuple(row[item.symbol] for row in rows))
        return listed([self._item(list_name, item, n) for n in range(len(rows))])

    def _item(self, list_name: str, item: Input, n: int) -> Finding:
        row = self._list(list_name)[n]
        if item.symbol in row:
            return Known(row[item.symbol])
        if item.assumed is None:
            return Unknown({f"{list_name}[{n}].{item.name}": item.label})
        return Known(item.assumed, is_given=False, assumed={item.name: item.assumed})

    def of_item(self, symbol: str, n: int) -> Finding:
        """Return the number of a symbol for one item of a list, or the one for all items."""
        if symbol in self.indicator.item_of:
            list_name, item = self.indicator.item_of[symbol]
            return self._item(list_name, item, n)
        value = self.indicator.value_of.get(symbol)
        return self.each(value)[n] if value and value.per else self.find(symbol)

    def _listed(self, entry: ValueEntry) -> Finding:
        is_given = entry.per in self.given.lists
        return listed(self.each(entry)) if is_given else self._without_list(entry.per)

    def _without_list(self, name: str) -> Unknown:
        return Unknown({name: self.indicator.inputs[name].label})

    def _input(self, entry: Input) -> Finding:
        if self.has_parts and entry.of_parts:
            return self.work_out(entry.of_parts)
        if entry.default:
            return self._default(entry)
        if entry.assumed is None or any(map(self._is_given, entry.together)):
            return Unknown({self.path + entry.name: entry.label})
        return Known(entry.assumed, is_given=False, assumed={entry.name: entry.assumed})

    def _default(self, entry: Input) -> Finding:
        """Return the number of the input that stands in for one that is not given."""
        found = self.find(self.indicator.inputs[entry.default].symbol)
        if isinstance(found, Unknown):
            return found
        return Known(found.amount, assumed={**found.assumed, entry.name: math.nan})

    def _where_positive(self, entry: ValueEntry, found: Finding) -> Finding:
        """Return what was found as far as an expression is above zero."""
        condition = self.work_out(entry.positive)
        if isinstance(condition, Unknown):
            return found
        is_outside = condition.amount <= 0
        if not is_drawn(is_outside):
            reason = entry.not_positive or about(self.indicator, "not-positive", entry.positive)
            return Unknown(other=reason) if is_outside else found
        if isinstance(found, Unknown):
            return found
        return replace(found, value=choose(is_outside, math.nan, found.amount))

    def _is_given(self, name: str) -> bool:
        return self.indicator.inputs[name].symbol in self.given.numbers

    def _is_any_given(self, formula: str) -> bool:
        return any(symbol in self.given.numbers for symbol in symbols(formula))


def _zero_with(cause: Finding, found: Finding) -> Finding:
    """Return what was found, or zero where its cause is zero, whatever else is not known."""
    if isinstance(cause, Unknown):
        return found
    is_zero = cause.amount == 0
    if not is_any(is_zero):
        return found
    known = found if isinstance(found, Known) else Known(0.0, formula="0")
    if not is_drawn(is_zero):
        value = 0.0 if is_drawn(known.amount) else known.value
        return replace(known, value=value, assumed=cause.assumed)
    otherwise = known.amount if known is found else math.nan
    return replace(known, value=choose(is_zero, 0.0, otherwise))

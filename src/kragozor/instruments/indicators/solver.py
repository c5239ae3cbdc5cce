"""From the symbols that are known to those that are asked for, by the formulas between them.

A symbol is given, assumed, derived or unknown; one that is unknown says why. Inputs that are
all assumed give no value: an assumption fills a gap, it does not stand for a fact.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from kragozor.instruments.formula import Formula, ZeroDenominator, evaluate, is_quotient, symbols
from kragozor.instruments.indicators.catalogue import Indicator, Input, ValueEntry
from kragozor.instruments.indicators.findings import (
    Finding,
    Known,
    Unknown,
    all_numbers,
    assumptions,
    joined,
    listed,
)
from kragozor.instruments.indicators.given import ROUNDING, Given, Item
from kragozor.words import Message

# How the list of a symbol's numbers, one for each part, is called after the symbol.
_OF_PART = "_i"


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
        if self.has_parts and entry.of_parts:
            return self.work_out(entry.of_parts, zero=entry.zero)
        if entry.assumed is not None and not self._is_any_given(entry.formula):
            if self.given.is_empty:
                return Unknown(other=Message("instruments.nothing-given"))
            return Known(entry.assumed, assumed={entry.name: entry.assumed})
        if entry.positive and self._is_not_positive(entry.positive):
            return Unknown(other=self._about("not-positive", entry.positive))
        return self.work_out(entry.formula, zero=entry.zero, zero_when=entry.zero_when)

    def work_out(
        self, formula: str, *, zero: Message | None = None, zero_when: str = ""
    ) -> Finding:
        """Return what a formula gives.

        Parameters
        ----------
        formula : str
            The formula, over symbols of this indicator.
        zero : Message, optional
            The reason to give where a denominator is zero.
        zero_when : str, optional
            The symbol whose zero makes the value zero, even over a zero denominator.
        """
        findings = {symbol: self.find(symbol) for symbol in symbols(formula)}
        unknown = [finding for finding in findings.values() if isinstance(finding, Unknown)]
        if unknown:
            return joined(unknown)
        known = {name: found for name, found in findings.items() if isinstance(found, Known)}
        if known and not any(finding.is_given for finding in known.values()):
            return Unknown({name: self._label(name) for name in assumptions(known.values())})
        number = self._number(formula, known, zero)
        if zero_when and known[zero_when].value == 0:
            nothing = number if isinstance(number, Known) else Known(0.0, formula="0")
            return replace(nothing, assumed=known[zero_when].assumed)
        return number

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
        if self.has_parts and symbol.endswith(_OF_PART):
            return listed([part.find(symbol.removesuffix(_OF_PART)) for part in self.parts])
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
            entry = self.indicator.inputs[list_name]
            return Unknown({list_name: entry.label})
        rows = self._list(list_name)
        missing = [n for n, row in enumerate(rows) if item.symbol not in row]
        if missing:
            return Unknown({f"{list_name}[{n}].{item.name}": item.label for n in missing})
        return Known(tuple(row[item.symbol] for row in rows))

    def _input(self, entry: Input) -> Finding:
        if self.has_parts and entry.of_parts:
            return self.work_out(entry.of_parts)
        if entry.assumed is None or self._is_given(entry.together):
            return Unknown({self.path + entry.name: entry.label})
        return Known(entry.assumed, is_given=False, assumed={entry.name: entry.assumed})

    def _is_not_positive(self, formula: str) -> bool:
        finding = self.work_out(formula)
        return isinstance(finding, Known) and finding.number <= 0

    def _number(self, formula: str, known: Mapping[str, Known], zero: Message | None) -> Finding:
        try:
            value = float(evaluate(formula, {s: finding.value for s, finding in known.items()}))
        except ZeroDenominator as error:
            return Unknown(other=zero or self._about("zero-denominator", error.denominator))
        except OverflowError:
            value = math.inf
        if not math.isfinite(value):
            return Unknown(other=Message("instruments.too-large"))
        if not is_quotient(formula):
            value = _without_trace(value, known.values())
        return Known(value, assumed=assumptions(known.values()), formula=formula)

    def _about(self, key: str, formula: Formula | str) -> Message:
        names = tuple(self._symbol_label(symbol) for symbol in symbols(formula))
        return Message(f"instruments.{key}", {"names": names})

    def _symbol_label(self, symbol: str) -> Message:
        indicator = self.indicator
        if symbol in indicator.item_of:
            return indicator.item_of[symbol][1].label
        own = symbol.removesuffix(_OF_PART)
        return (indicator.value_of.get(own) or indicator.input_of[own]).label

    def _label(self, name: str) -> Message:
        return (self.indicator.inputs.get(name) or self.indicator.values[name]).label

    def _is_given(self, name: str) -> bool:
        return bool(name) and self.indicator.inputs[name].symbol in self.given.numbers

    def _is_any_given(self, formula: str) -> bool:
        return any(symbol in self.given.numbers for symbol in symbols(formula))


def _without_trace(value: float, known: Iterable[Known]) -> float:
    """Return 0 for the trace below 0 that shares which sum to 1 may leave of their whole.

    The trace is as large as rounding makes it on the scale of the terms; a quotient is on
    another scale, and below 0 for a reason.
    """
    terms = all_numbers(known)
    is_trace = value < 0 <= min(terms) and -value <= ROUNDING * max(1.0, *terms)
    return 0.0 if is_trace else value

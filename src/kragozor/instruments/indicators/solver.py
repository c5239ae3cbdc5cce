"""From the symbols that are known to those that are asked for, by the formulas between them.

A symbol is given, assumed, derived or unknown; one that is unknown says why. Inputs that are
all assumed give no value: an assumption fills a gap, it does not stand for a fact.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeGuard

from kragozor.instruments.errors import InstrumentError, NotBalanced, OutOfRange
from kragozor.instruments.formula import Formula, ZeroDenominator, evaluate, symbols
from kragozor.instruments.indicators.catalogue import Indicator, Input, ValueEntry
from kragozor.instruments.indicators.given import ROUNDING, Given, Item
from kragozor.words import Message

# How the list of a symbol's numbers, one for each part, is called after the symbol.
_OF_PART = "_i"


@dataclass(frozen=True)
class Known:
    """A number, or one for each item of a list, and what was assumed on the way to it."""

    value: float | tuple[float, ...]
    is_given: bool = True
    assumed: Mapping[str, float] = field(default_factory=dict)

    @property
    def number(self) -> float:
        """The value of a single number."""
        return evaluate("x", {"x": self.value})


@dataclass(frozen=True)
class Unknown:
    """No number: inputs are missing, by name with their labels, or there is another reason."""

    missing: Mapping[str, Message] = field(default_factory=dict)
    other: Message | None = None

    @property
    def reason(self) -> Message:
        """Why there is no number."""
        labels = {path.rpartition(".")[2]: label for path, label in self.missing.items()}
        told = {"names": tuple(labels.values()), "inputs": tuple(self.missing)}
        return self.other or Message("instruments.missing", told)


Finding = Known | Unknown
_ONE = Known(1.0)


class Solver:
    """The symbols of one indicator, or of one part of a product, each found at most once."""

    def __init__(self, indicator: Indicator, given: Given, path: str = "") -> None:
        self.indicator = indicator
        self.given = given
        self.path = path
        self.found: dict[str, Finding] = {}
        self.formulas: dict[str, str] = {}
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
            return self._by(entry, entry.of_parts)
        if entry.assumed is not None and not self._is_any_given(entry.formula):
            return Known(entry.assumed, assumed={entry.name: entry.assumed})
        return self._by(entry, entry.formula)

    def problems(self) -> Iterator[InstrumentError]:
        """Yield what does not fit together, in the parts and in the whole."""
        for part in self.parts:
            yield from part.problems()
        yield from self._limits_passed()
        yield from self._conditions_broken()

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
            return _listed([part.find(symbol.removesuffix(_OF_PART)) for part in self.parts])
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
            return self._work_out(entry.of_parts)
        if entry.assumed is None or self._is_given(entry.together):
            return Unknown({self.path + entry.name: entry.label})
        return Known(entry.assumed, is_given=False, assumed={entry.name: entry.assumed})

    def _by(self, entry: ValueEntry, formula: str) -> Finding:
        finding = self._refused(entry) or self._work_out(formula, entry)
        if isinstance(finding, Known):
            self.formulas[entry.name] = formula
        return finding

    def _refused(self, entry: ValueEntry) -> Finding | None:
        """Return why a value that needs a positive denominator has none."""
        if not entry.positive:
            return None
        finding = self._work_out(entry.positive)
        if isinstance(finding, Known) and finding.number <= 0:
            return Unknown(other=self._about("not-positive", entry.positive))
        return None

    def _work_out(self, formula: str, entry: ValueEntry | None = None) -> Finding:
        findings = {symbol: self.find(symbol) for symbol in symbols(formula)}
        unknown = [finding for finding in findings.values() if isinstance(finding, Unknown)]
        if unknown:
            return _joined(unknown)
        known = {name: found for name, found in findings.items() if isinstance(found, Known)}
        if known and not any(finding.is_given for finding in known.values()):
            return Unknown({name: self._label(name) for name in _assumed(known.values())})
        if entry and entry.zero_when and known.get(entry.zero_when, _ONE).value == 0:
            return Known(0.0, assumed=known[entry.zero_when].assumed)
        return self._number(formula, known, entry)

    def _number(
        self, formula: str, known: Mapping[str, Known], entry: ValueEntry | None
    ) -> Finding:
        try:
            value = float(evaluate(formula, {s: finding.value for s, finding in known.items()}))
        except ZeroDenominator as error:
            told = entry.zero if entry else None
            return Unknown(other=told or self._about("zero-denominator", error.denominator))
        except OverflowError:
            value = math.inf
        if not math.isfinite(value):
            return Unknown(other=Message("instruments.too-large"))
        return Known(_without_trace(value, known.values()), assumed=_assumed(known.values()))

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

    def _limits_passed(self) -> Iterator[NotBalanced]:
        for limit in self.indicator.limits:
            parts = {s: f.number for s in symbols(limit.parts) if _is_sure(f := self.find(s))}
            whole = self._work_out(limit.at_most)
            total = sum(max(0.0, number) for number in parts.values())
            if _is_sure(whole) and total > whole.number * (1 + ROUNDING):
                yield self._unbalanced([s for s in parts if parts[s] > 0], total, whole.number)

    def _unbalanced(self, parts: Iterable[str], total: float, limit: float) -> NotBalanced:
        names = tuple(self.path + self._name(symbol) for symbol in parts)
        told = {"parts": names, "total": total, "limit": limit}
        key = "not-balanced" if len(names) > 1 else "above-limit"
        return NotBalanced(Message(f"instruments.{key}", told))

    def _conditions_broken(self) -> Iterator[OutOfRange]:
        for condition in self.indicator.conditions:
            cause, needed = self.find(condition.when), self.find(condition.positive)
            if _is_above_zero(cause) and isinstance(needed, Known) and needed.value == 0:
                told = {"argument": self.path + self._name(condition.positive), "value": 0}
                bound = Message("instruments.above-0-when", {"cause": self._name(condition.when)})
                yield OutOfRange(Message("instruments.out-of-range", {**told, "bound": bound}))

    def _name(self, symbol: str) -> str:
        indicator = self.indicator
        return (indicator.input_of.get(symbol) or indicator.value_of[symbol]).name


def _is_sure(finding: Finding) -> TypeGuard[Known]:
    return isinstance(finding, Known) and finding.is_given


def _is_above_zero(finding: Finding) -> bool:
    return isinstance(finding, Known) and finding.number > 0


def _listed(findings: Sequence[Finding]) -> Finding:
    """Return the findings of the parts as one, with a number for each part."""
    unknown = [finding for finding in findings if isinstance(finding, Unknown)]
    if unknown:
        return _joined(unknown)
    known = [finding for finding in findings if isinstance(finding, Known)]
    return Known(tuple(finding.number for finding in known), assumed=_assumed(known))


def _joined(unknown: Iterable[Unknown]) -> Unknown:
    """Return one reason for many: whatever is missing, else the first of the other reasons."""
    reasons = list(unknown)
    missing = {path: label for reason in reasons for path, label in reason.missing.items()}
    return Unknown(missing) if missing else reasons[0]


def _assumed(known: Iterable[Known]) -> dict[str, float]:
    return {name: value for finding in known for name, value in finding.assumed.items()}


def _without_trace(value: float, known: Iterable[Known]) -> float:
    """Return 0 for the trace below 0 that shares which sum to 1 may leave of their whole."""
    terms = [n for finding in known for n in _all(finding.value)]
    is_trace = value < 0 <= min(terms) and -value <= ROUNDING * max(1.0, *terms)
    return 0.0 if is_trace else value


def _all(value: float | tuple[float, ...]) -> tuple[float, ...]:
    return value if isinstance(value, tuple) else (value,)

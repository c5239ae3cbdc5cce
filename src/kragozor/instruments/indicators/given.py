"""Named inputs as somebody wrote them, checked against what the indicator asks for.

Every problem is found before any is reported, so that one look at the errors mends the file.
A number may be a distribution; its mean then stands in its place.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from numbers import Real
from typing import TYPE_CHECKING, Any, TypeAlias

from kragozor.instruments.errors import InstrumentError, OutOfRange
from kragozor.instruments.indicators.domains import DOMAINS
from kragozor.instruments.indicators.entries import Indicator, Input
from kragozor.instruments.indicators.uncertain import (
    Uncertain,
    is_distribution,
    uncertain_input,
)
from kragozor.instruments.reference.fibres import fibre_meant
from kragozor.words import Message

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Amount

    Item: TypeAlias = Mapping[str, Amount]

# What a list's item may carry besides its numbers: what a person calls it.
_ITEM_NAMES = ("name", "id")


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


def read_inputs(indicator: Indicator, inputs: Mapping[str, Any]) -> Given:
    """Return the inputs by symbol; a null counts as not given.

    Raises
    ------
    InstrumentError
        With one message for every unknown name, wrong type and value out of its domain.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> read_inputs(indicator("mci"), {"mass": 2}).numbers
    {'M': 2.0}
    """
    if not isinstance(inputs, Mapping):
        told = {"argument": indicator.id, "value": _shown(inputs)}
        raise InstrumentError(Message("instruments.not-an-object", told))
    reader = _Reader(indicator)
    given = reader.given(inputs)
    raise_all(reader.problems)
    return given


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


# By the name that the catalogue has for a table: the code that a name means.
TERMS: Mapping[str, Callable[[str], str]] = {"fibres": lambda text: fibre_meant(text).code}


def raise_all(problems: Iterable[InstrumentError]) -> None:
    """Raise all problems as one error, of their own kind where they are of one kind."""
    found = list(problems)
    if not found:
        return
    kinds = {type(problem) for problem in found}
    kind = kinds.pop() if len(kinds) == 1 else InstrumentError
    raise kind(*(message for problem in found for message in problem.messages))


class _Reader:
    def __init__(self, indicator: Indicator) -> None:
        self.indicator = indicator
        self.problems: list[InstrumentError] = []
        self.uncertain: list[Uncertain] = []

    def given(self, inputs: Mapping[str, Any]) -> Given:
        known = self.known(self.indicator.inputs, inputs)
        self.check_parts(known)
        return Given(
            numbers=self.numbers(known),
            lists={e.name: self.items(e, v) for e, v in _of(known, "list")},
            names={e.name: _names(v) for e, v in _of(known, "list")},
            choices={e.name: self.choice(e, v) for e, v in _of(known, "choice")},
            not_applicable=self.not_applicable(known),
            is_not_applicable_zero=any(self.flag(e, v) for e, v in _of(known, "flag")),
            uncertain=tuple(self.uncertain),
        )

    def refuse(self, key: str, **values: object) -> None:
        self.problems.append(InstrumentError(Message(f"instruments.{key}", values)))

    def known(
        self, entries: Mapping[str, Input], values: Mapping[str, Any], path: str = ""
    ) -> dict[str, tuple[Input, Any]]:
        """Return the entries that were given, by their path."""
        aliases = {alias: entry for entry in entries.values() for alias in entry.aliases}
        found: dict[str, tuple[Input, Any]] = {}
        called: dict[str, str] = {}
        for name, value in values.items():
            entry = entries.get(name) or aliases.get(name)
            if entry is None:
                self.refuse_name(path, name, entries)
            elif entry.name in called:
                self.refuse("given-twice", argument=path + called[entry.name], again=path + name)
            elif value is not None:
                called[entry.name] = name
                found[path + entry.name] = (entry, value)
        return found

    def refuse_name(self, path: str, name: str, entries: Mapping[str, Input]) -> None:
        near = [e.name for e in entries.values() if e.symbol and e.symbol == name]
        near = near or get_close_matches(str(name), entries, n=1)
        key = "unknown-input-near" if near else "unknown-input"
        self.refuse(key, argument=f"{path}{name}", near=near)

    def check_parts(self, known: Mapping[str, tuple[Input, Any]]) -> None:
        for entry, _ in known.values():
            if entry.is_part and "parts" in known:
                self.refuse("beside-parts", argument=entry.name)
            elif entry.only_of_parts:
                self.refuse("only-of-parts", argument=entry.name)

    def numbers(
        self, known: Mapping[str, tuple[Input, Any]], item: tuple[str, int] | None = None
    ) -> dict[str, float]:
        read = {}
        for path, (entry, value) in known.items():
            if entry.is_number:
                number = self.mean(path, entry, value, item) if is_distribution(value) else value
                read[entry.symbol] = self.number(path, entry, number)
        return {symbol: number for symbol, number in read.items() if number is not None}

    def mean(self, path: str, entry: Input, value: Any, item: tuple[str, int] | None) -> Any:
        """Return the mean of a distribution, which is kept; None where it is none."""
        try:
            uncertain = uncertain_input(path, entry, value, item)
        except InstrumentError as error:
            self.problems.append(error)
            return None
        self.uncertain.append(uncertain)
        return uncertain.distribution.mean

    def number(self, path: str, entry: Input, value: Any) -> float | None:
        if value is None:
            return None
        if not isinstance(value, Real) or isinstance(value, bool):
            self.refuse("not-a-number", argument=path, value=_shown(value))
            return None
        is_inside, bound = DOMAINS[entry.domain]
        number = _float(value)
        if not math.isfinite(number):
            self.refuse_number(path, str(number), "a-number")
        elif not is_inside(number):
            self.refuse_number(path, number, bound)
        else:
            return number
        return None

    def refuse_number(self, path: str, value: float | str, bound: str) -> None:
        told = {"argument": path, "value": value, "bound": Message(f"instruments.{bound}")}
        self.problems.append(OutOfRange(Message("instruments.out-of-range", told)))

    def items(self, entry: Input, value: Any) -> tuple[Item, ...]:
        if not isinstance(value, (list, tuple)):
            self.refuse("not-a-list", argument=entry.name, value=_shown(value))
            return ()
        self.terms(entry, value)
        return tuple(self.item(entry, n, row) for n, row in enumerate(value))

    def terms(self, entry: Input, rows: Sequence[Any]) -> None:
        """Refuse a term that its table does not have, and one that stands in two items."""
        for term in entry.items.values():
            seen: dict[str, str] = {}
            for n, row in enumerate(rows):
                text = row.get(term.name) if isinstance(row, Mapping) and term.table else None
                if text is not None:
                    self.term(term, f"{entry.name}[{n}].{term.name}", text, seen)

    def term(self, entry: Input, path: str, text: Any, seen: dict[str, str]) -> None:
        try:
            code = TERMS[entry.table](str(text))
        except InstrumentError as error:
            faults = ({"argument": path, "fault": message} for message in error.messages)
            told = (Message("uncertainty.of-input", fault) for fault in faults)
            self.problems.append(type(error)(*told))
            return
        if code in seen:
            self.refuse("same-item", argument=seen[code], again=path)
        seen.setdefault(code, path)

    def item(self, entry: Input, n: int, row: Any) -> Item:
        path = f"{entry.name}[{n}]"
        if not isinstance(row, Mapping):
            self.refuse("not-an-object", argument=path, value=_shown(row))
            return {}
        numbers = {key: value for key, value in row.items() if key not in _ITEM_NAMES}
        return self.numbers(self.known(entry.items, numbers, f"{path}."), (entry.name, n))

    def choice(self, entry: Input, value: Any) -> str:
        if value not in entry.choices:
            told = {"argument": entry.name, "value": _shown(value)}
            self.refuse("not-a-choice", **told, choices=entry.choices)
        return str(value)

    def flag(self, entry: Input, value: Any) -> bool:
        if not isinstance(value, bool):
            self.refuse("not-a-flag", argument=entry.name, value=_shown(value))
        return value is True

    def not_applicable(self, known: Mapping[str, tuple[Input, Any]]) -> dict[str, str]:
        declared: dict[str, str] = {}
        for entry, value in _of(known, "names"):
            reasons = _reasons(value)
            if reasons is None:
                self.refuse("not-names", argument=entry.name, value=_shown(value))
                continue
            declared = reasons
            for name in declared:
                self.check_name(entry.name, name, known)
        return declared

    def check_name(self, path: str, name: str, known: Mapping[str, tuple[Input, Any]]) -> None:
        asked = self.indicator.inputs.get(name)
        if name not in self.indicator.values and not (asked and asked.is_number):
            self.refuse("unknown-input", argument=f"{path}: {name}")
        elif name in known:
            self.refuse("given-though-not-applicable", argument=name)


def _by_symbol(entry: Input, rows: Iterable[Item]) -> tuple[Item, ...]:
    symbols = {name: item.symbol for name, item in entry.items.items()}
    return tuple({symbols[name]: value for name, value in row.items()} for row in rows)


def _names(rows: Any) -> tuple[str, ...]:
    """Return what the items of a list are called; by their number where they have no name."""
    items = rows if isinstance(rows, (list, tuple)) else ()
    return tuple(
        str(next((row[key] for key in _ITEM_NAMES if key in row), number))
        for number, row in enumerate(items, start=1)
        if isinstance(row, Mapping)
    )


def _of(known: Mapping[str, tuple[Input, Any]], domain: str) -> list[tuple[Input, Any]]:
    return [pair for pair in known.values() if pair[0].domain == domain]


def _reasons(value: Any) -> dict[str, str] | None:
    """Return names with the reason of each, empty where none is told; None for anything else."""
    reasons = dict.fromkeys(value) if _are_texts(value) else value
    if not isinstance(reasons, Mapping):
        return None
    told = {str(name): "" if why is None else why for name, why in reasons.items()}
    return told if _are_texts(list(told.values())) else None


def _are_texts(values: Any) -> bool:
    return isinstance(values, (list, tuple)) and all(isinstance(text, str) for text in values)


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _float(value: Any) -> float:
    """Return a number as a float; what is too large for one is infinite, and −0 is 0."""
    try:
        return float(value) + 0.0
    except OverflowError:
        return math.inf if value > 0 else -math.inf

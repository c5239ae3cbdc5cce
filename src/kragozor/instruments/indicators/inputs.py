"""Named inputs as somebody wrote them, checked against what the indicator asks for.

Every problem is found before any is reported, so that one look at the errors mends the file.
A number may be a distribution; its mean then stands in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, ParamSpec, TypeAlias, TypeVar

from kragozor.instruments.errors import InstrumentError, raise_all, shown
from kragozor.instruments.indicators import written
from kragozor.instruments.indicators.entries import Indicator, Input
from kragozor.instruments.indicators.given import Given
from kragozor.instruments.indicators.uncertain import Uncertain, is_distribution, uncertain_input
from kragozor.instruments.indicators.written import refused

if TYPE_CHECKING:
    from kragozor.instruments.indicators.given import Item

    # What was given, by its path, with the entry that asks for it.
    Asked: TypeAlias = Mapping[str, tuple[Input, Any]]

P = ParamSpec("P")
T = TypeVar("T")

# What a list's item may carry besides its numbers: what a person calls it.
_ITEM_NAMES = ("name", "id")


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
        raise refused("not-an-object", argument=indicator.id, value=shown(inputs))
    reader = _Reader(indicator)
    given = reader.given(inputs)
    raise_all(reader.problems)
    return given


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
            choices=self.choices(known),
            not_applicable=self.not_applicable(known),
            is_not_applicable_zero=any(
                self.tried(written.flag, e, v) for e, v in _of(known, "flag")
            ),
            uncertain=tuple(self.uncertain),
        )

    def refuse(self, key: str, **values: object) -> None:
        self.problems.append(refused(key, **values))

    def tried(self, check: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Return what a check gives; None where it refuses, which is kept for the end."""
        try:
            return check(*args, **kwargs)
        except InstrumentError as error:
            self.problems.append(error)
            return None

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

    def check_parts(self, known: Asked) -> None:
        for entry, _ in known.values():
            if entry.is_part and "parts" in known:
                self.refuse("beside-parts", argument=entry.name)
            elif entry.only_of_parts:
                self.refuse("only-of-parts", argument=entry.name)

    def numbers(self, known: Asked, item: tuple[str, int] | None = None) -> dict[str, float]:
        asked = {path: pair for path, pair in known.items() if pair[0].is_number}
        read = {
            entry.symbol: self.tried(self.number, path, entry, value, item)
            for path, (entry, value) in asked.items()
        }
        return {symbol: number for symbol, number in read.items() if number is not None}

    def number(self, path: str, entry: Input, value: Any, item: tuple[str, int] | None) -> float:
        """Return a number as it was written, or the mean of a distribution, which is kept."""
        if not is_distribution(value):
            return written.number(path, entry, value)
        uncertain = uncertain_input(path, entry, value, item)
        self.uncertain.append(uncertain)
        return written.number(path, entry, uncertain.distribution.mean)

    def items(self, entry: Input, value: Any) -> tuple[Item, ...]:
        rows = self.tried(written.rows, entry, value) or ()
        for term in entry.items.values():
            if term.table:
                self.check_terms(entry, term, rows)
        return tuple(self.item(entry, n, row) for n, row in enumerate(rows))

    def check_terms(self, entry: Input, term: Input, rows: Sequence[Any]) -> None:
        """Refuse a term that its table does not have, and one that stands in two items."""
        seen: dict[str, str] = {}
        for n, row in enumerate(rows):
            text = row.get(term.name) if isinstance(row, Mapping) else None
            path = f"{entry.name}[{n}].{term.name}"
            code = None if text is None else self.tried(written.term, path, term, text)
            if code in seen:
                self.refuse("same-item", argument=seen[code], again=path)
            elif code is not None:
                seen[code] = path

    def item(self, entry: Input, n: int, row: Any) -> Item:
        path = f"{entry.name}[{n}]"
        if not isinstance(row, Mapping):
            self.refuse("not-an-object", argument=path, value=shown(row))
            return {}
        numbers = {key: value for key, value in row.items() if key not in _ITEM_NAMES}
        return self.numbers(self.known(entry.items, numbers, f"{path}."), (entry.name, n))

    def choices(self, known: Asked) -> dict[str, str]:
        made = {e.name: self.tried(written.choice, e, v) for e, v in _of(known, "choice")}
        return {name: choice for name, choice in made.items() if choice is not None}

    def not_applicable(self, known: Asked) -> dict[str, str]:
        declared: dict[str, str] = {}
        for entry, value in _of(known, "names"):
            declared = self.tried(written.reasons, entry, value) or {}
            for name in declared:
                self.check_name(entry.name, name, known)
        return declared

    def check_name(self, path: str, name: str, known: Asked) -> None:
        asked = self.indicator.inputs.get(name)
        if name not in self.indicator.values and not (asked and asked.is_number):
            self.refuse("unknown-input", argument=f"{path}: {name}")
        elif name in known:
            self.refuse("given-though-not-applicable", argument=name)


def _names(rows: Any) -> tuple[str, ...]:
    """Return what the items of a list are called; by their number where they have no name."""
    items = rows if isinstance(rows, (list, tuple)) else ()
    return tuple(
        str(next((row[key] for key in _ITEM_NAMES if key in row), number))
        for number, row in enumerate(items, start=1)
        if isinstance(row, Mapping)
    )


def _of(known: Asked, domain: str) -> list[tuple[Input, Any]]:
    return [pair for pair in known.values() if pair[0].domain == domain]

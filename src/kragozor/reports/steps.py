"""The pieces of a working: a formula with its numbers, and an input with its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kragozor.instruments.formula import as_mathml, as_text, as_typst
from kragozor.instruments.inventory import Place
from kragozor.instruments.readings.making import Made, Making
from kragozor.reports.made import MadeOf, UsedItem, facts_of
from kragozor.reports.rows import UsedRow

Number = float | tuple[float, ...]


@dataclass(frozen=True)
class Step:
    """One formula, with its symbols and with this inventory's numbers in their place.

    ``numbers`` is empty, and so is every numeric form, where the value is undefined or was
    taken as it is; ``note`` then says so. ``value`` is the number itself, of which ``result`` has
    the digits that are shown. ``written`` has the numbers that are not written as
    numbers usually are, such as years. Of a list ``items`` are the steps of its single items.
    """

    name: str
    symbol: str
    label: str
    formula: str
    numbers: Mapping[str, Number]
    value: float | None
    result: str
    source: str
    language: str
    note: str = ""
    written: Mapping[str, str] = field(default_factory=dict)
    items: tuple[Step, ...] = ()

    @cached_property
    def text(self) -> str:
        """The formula with symbols, as one line of text."""
        return as_text(self.formula, left=self.symbol, language=self.language)

    @cached_property
    def mathml(self) -> str:
        """The formula with symbols, as MathML."""
        return as_mathml(self.formula, left=self.symbol, language=self.language)

    @cached_property
    def typst(self) -> str:
        """The formula with symbols, as the inside of a Typst equation."""
        return as_typst(self.formula, left=self.symbol, language=self.language)

    @cached_property
    def numeric_text(self) -> str:
        """The formula with numbers, as one line of text."""
        return as_text(self.formula, self._numbers, **self._sides) if self.numbers else ""

    @cached_property
    def numeric_mathml(self) -> str:
        """The formula with numbers, as MathML."""
        return as_mathml(self.formula, self._numbers, **self._sides) if self.numbers else ""

    @cached_property
    def numeric_typst(self) -> str:
        """The formula with numbers, as the inside of a Typst equation."""
        return as_typst(self.formula, self._numbers, **self._sides) if self.numbers else ""

    @property
    def _numbers(self) -> dict[str, Number | str]:
        return {**self.numbers, **self.written}

    @property
    def _sides(self) -> dict[str, str]:
        return {"left": self.symbol, "right": self.result, "language": self.language}


@dataclass(frozen=True)
class UsedInput:
    """An input of a formula: its number, and the rows of the inventory behind it.

    ``making`` is how the number, or each of a list, was made of their facts; ``taken`` tells
    what came from the table of parameters, or from elsewhere than a row. ``value`` is None where
    the input is a list, or absent. ``behind`` are all rows it rests on, ``rows`` the first.
    """

    name: str
    symbol: str
    label: str
    unit: str
    value: float | None
    number: str
    rows: tuple[UsedRow, ...] = ()
    more: str = ""
    places: str = ""
    taken: tuple[str, ...] = ()
    making: Made | None = None
    behind: tuple[Place, ...] = ()
    language: str = "bg"
    listed: Callable[[], Iterable[UsedItem]] = tuple

    @property
    def is_of_list(self) -> bool:
        """Whether this only says what a symbol of each item of a list stands for."""
        return "." in self.name

    @property
    def made(self) -> MadeOf | None:
        """How the number was made of facts; None where that is not known, and of a list."""
        return MadeOf(self.making, self.language) if isinstance(self.making, Making) else None

    @property
    def from_where(self) -> str:
        """The rows it rests on, or what stands in their place; nothing that is in the label."""
        return "" if self.places == self.label else self.places

    @cached_property
    def items(self) -> tuple[UsedItem, ...]:
        """The items of a list, each with its numbers and how they were made."""
        return tuple(self.listed())

    @property
    def facts(self) -> tuple[Place, ...]:
        """Where each fact stands that the number, or those of the list, were made of."""
        return facts_of(self.making)

    @property
    def mathml(self) -> str:
        """The symbol as MathML; nothing where a list has none of its own."""
        return as_mathml(self.symbol) if self.symbol else ""

    @property
    def typst(self) -> str:
        """The symbol as the inside of a Typst equation."""
        return as_typst(self.symbol) if self.symbol else ""

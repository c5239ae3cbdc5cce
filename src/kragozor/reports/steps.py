"""The pieces of a working: a formula with its numbers, and an input with its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kragozor.instruments.formula import as_mathml, as_text, as_typst
from kragozor.reports.rows import UsedRow

Number = float | tuple[float, ...]


@dataclass(frozen=True)
class Step:
    """One formula, with its symbols and with this inventory's numbers in their place.

    ``numbers`` is empty, and so is every numeric form, where the value is undefined or was
    taken as it is; ``note`` then says so.
    """

    name: str
    symbol: str
    label: str
    formula: str
    numbers: Mapping[str, Number]
    result: str
    source: str
    language: str
    note: str = ""

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
        return as_text(self.formula, self.numbers, **self._sides) if self.numbers else ""

    @cached_property
    def numeric_mathml(self) -> str:
        """The formula with numbers, as MathML."""
        return as_mathml(self.formula, self.numbers, **self._sides) if self.numbers else ""

    @cached_property
    def numeric_typst(self) -> str:
        """The formula with numbers, as the inside of a Typst equation."""
        return as_typst(self.formula, self.numbers, **self._sides) if self.numbers else ""

    @property
    def _sides(self) -> dict[str, str]:
        return {"left": self.symbol, "right": self.result, "language": self.language}


@dataclass(frozen=True)
class UsedInput:
    """An input of a formula: its number, and the rows of the inventory behind it.

    ``taken`` tells what came from the table of parameters instead.
    ``value`` is None where the input is a list, or absent.
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

    @property
    def mathml(self) -> str:
        """The symbol as MathML; nothing where a list has none of its own."""
        return as_mathml(self.symbol) if self.symbol else ""

    @property
    def typst(self) -> str:
        """The symbol as the inside of a Typst equation."""
        return as_typst(self.symbol) if self.symbol else ""

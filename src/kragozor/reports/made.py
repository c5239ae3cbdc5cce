"""How a number of a reading was made of the facts of its rows, three ways and item by item."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from kragozor.instruments.formula import as_mathml, as_text, as_typst
from kragozor.instruments.inventory import Place
from kragozor.instruments.readings.making import Made, Making
from kragozor.instruments.readings.traced import ELLIPSIS


@dataclass(frozen=True)
class MadeOf:
    """The formula of a making with the numbers of its facts in their place.

    Every form of it is empty where there is nothing to be told: the number is a fact, or rests
    on none.
    """

    making: Making
    language: str

    @property
    def is_told(self) -> bool:
        """Whether anything was done to the facts."""
        return bool(self.making.facts) and not self.making.is_fact

    @cached_property
    def text(self) -> str:
        """The formula with numbers, as one line of text."""
        return self._written(as_text)

    @cached_property
    def mathml(self) -> str:
        """The formula with numbers, as MathML."""
        return self._written(as_mathml)

    @cached_property
    def typst(self) -> str:
        """The formula with numbers, as the inside of a Typst equation."""
        return self._written(as_typst)

    def _written(self, form: Callable[..., str]) -> str:
        facts = {name: number for name, (_, number) in self.making.facts.items()}
        numbers = {**facts, ELLIPSIS: ELLIPSIS}
        return form(self.making.shown, numbers, language=self.language) if self.is_told else ""


@dataclass(frozen=True)
class UsedNumber:
    """One number of an item of a list: what it is called in the formulas, and how it was made.

    ``value`` is None where the item has no such number; ``number`` then says so.
    """

    symbol: str
    value: float | None
    number: str
    made: MadeOf | None = None

    @property
    def mathml(self) -> str:
        """The symbol as MathML."""
        return as_mathml(self.symbol)

    @property
    def typst(self) -> str:
        """The symbol as the inside of a Typst equation."""
        return as_typst(self.symbol)


@dataclass(frozen=True)
class UsedItem:
    """An item of a list: what it is called, and its numbers."""

    label: str
    numbers: tuple[UsedNumber, ...]


def facts_of(made: Made | None) -> tuple[Place, ...]:
    """Return where the facts stand that a number, or those of a list, were made of, each once."""
    if made is None:
        return ()
    rows = made if isinstance(made, tuple) else ({"": made},)
    every = (making for row in rows for making in row.values())
    return tuple(dict.fromkeys(place for one in every for place, _ in one.facts.values()))

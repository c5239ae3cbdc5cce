"""What an entry of the catalogue is made of: its inputs, its values, and what holds among them.

The entries themselves are read by :mod:`kragozor.instruments.indicators.catalogue`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kragozor.instruments.formula import symbols
from kragozor.words import Message

_NUMBERS = (">= 0", "> 0", "0..1", "real")


@dataclass(frozen=True)
class Input:
    """A quantity, a list, a choice or a declaration that an indicator asks for.

    Attributes
    ----------
    domain
        ``">= 0"``, ``"> 0"``, ``"0..1"`` or ``"real"`` for a number; ``"list"``, ``"choice"``,
        ``"names"``, ``"flag"`` or ``"term"`` (a name of a table) for anything else.
    assumed
        The number taken where none is given; None where nothing may be assumed.
    together
        The inputs that must all be missing too before anything is assumed.
    default
        The input whose number is taken where none is given.
    usual
        The range outside of which a number is pointed out, though it is allowed.
    only_of_parts
        Whether the parts of a product have it, and the product as a whole has not.
    table
        The table that has the names of a ``"term"``.
    words
        The table of words in which the choices of a ``"choice"`` are named.
    items
        What each item of a list holds.
    is_part
        Whether each part of a product has its own.
    of_parts
        The formula of the whole product's, where its parts are given.
    """

    name: str
    label: Message
    domain: str
    symbol: str = ""
    unit: str = ""
    assumed: float | None = None
    together: tuple[str, ...] = ()
    default: str = ""
    usual: tuple[float, float] | None = None
    aliases: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    table: str = ""
    words: str = ""
    items: Mapping[str, Input] = field(default_factory=dict)
    is_part: bool = False
    of_parts: str = ""
    only_of_parts: bool = False

    @property
    def is_number(self) -> bool:
        """Whether the input is a single number."""
        return self.domain in _NUMBERS


@dataclass(frozen=True)
class Band:
    """A class that a number may fall into, down to its bound; the last class has none."""

    name: str
    label: Message
    at_least: float = -math.inf


@dataclass(frozen=True)
class ValueEntry:
    """A figure that an indicator gives.

    Attributes
    ----------
    display
        ``"share"`` (shown in percent), ``"index"`` (0 to 1) or ``"number"``; ``"class"`` for
        the word of the band that the number falls into, ``"list"`` for something of each item.
    bands
        The classes of a ``"class"``, best first.
    per
        The list of whose items each has its own number by the formula.
    sorted_by
        The symbol, of one number for each item, in whose order the list is given.
    shows
        What of each item a ``"list"`` holds: its ``"number"`` unless told, its ``"name"``, or
        the ``"running"`` total up to it.
    choice
        The choice that decides the formula; the value is undefined where it is not made.
    formulas
        The formulas of single choices; every other choice has the one of the entry.
    of_parts
        The formula where parts are given.
    mandatory
        Whether the standard demands it; None where the standard does not divide its figures.
    zero_when
        The expressions any of which makes the value zero by being zero, whatever the rest of
        the formula, even where that is not known.
    assumed
        The number taken where nothing is given that the formula needs.
    positive
        The expression that must be above zero for the value to be defined.
    not_positive
        The reason given where it is not.
    head
        What a table of items calls the value where its label is too long; None as the label.
    in_tables
        Whether a table of items has a column for the value.
    zero
        The reason given where the denominator is zero.
    outside
        What a ``"share"`` outside 0 to 1 means here, told as a warning.
    unclamped
        The name of the same value before it is cut off.
    """

    name: str
    label: Message
    symbol: str
    unit: str
    display: str
    formula: str
    source: Message
    of_parts: str = ""
    mandatory: bool | None = None
    zero_when: tuple[str, ...] = ()
    assumed: float | None = None
    positive: str = ""
    zero: Message | None = None
    unclamped: str = ""
    bands: tuple[Band, ...] = ()
    per: str = ""
    sorted_by: str = ""
    shows: str = "number"
    not_positive: Message | None = None
    head: Message | None = None
    in_tables: bool = True
    choice: str = ""
    formulas: Mapping[str, str] = field(default_factory=dict)
    outside: Message | None = None


@dataclass(frozen=True)
class Limit:
    """A sum of parts that may be at most as large as the whole."""

    parts: str
    at_most: str


@dataclass(frozen=True)
class Condition:
    """A quantity that must be above zero when another one is."""

    positive: str
    when: str


@dataclass(frozen=True)
class Caution:
    """What a result should be read with, where a choice is made or a number is below zero."""

    text: Message
    input: str = ""
    choices: tuple[str, ...] = ()
    below_zero: str = ""


@dataclass(frozen=True)
class Indicator:
    """One framework: its version, source, inputs, values and the limits on its inputs.

    Attributes
    ----------
    family
        The id of the entry that this one is a variant of, or its own.
    supersedes
        The id of the framework that this one follows; empty where it follows none.
    outlook
        What is known of a successor that the catalogue does not hold yet.
    variant, variants
        Which of several units the formulas are in, and the ids of the same in the others.
    """

    id: str
    version: str
    framework: Message
    source: Message
    inputs: Mapping[str, Input]
    values: Mapping[str, ValueEntry]
    family: str
    supersedes: str = ""
    outlook: Message | None = None
    variant: str = ""
    variants: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
    conditions: tuple[Condition, ...] = ()
    cautions: tuple[Caution, ...] = ()

    @cached_property
    def input_of(self) -> Mapping[str, Input]:
        """The single-number inputs by symbol."""
        return {entry.symbol: entry for entry in self.inputs.values() if entry.is_number}

    @cached_property
    def value_of(self) -> Mapping[str, ValueEntry]:
        """The values by symbol."""
        return {entry.symbol: entry for entry in self.values.values()}

    @cached_property
    def item_of(self) -> Mapping[str, tuple[str, Input]]:
        """The items of lists by symbol, each with the name of its list."""
        return {
            item.symbol: (name, item)
            for name, entry in self.inputs.items()
            if name != "parts"
            for item in entry.items.values()
        }

    def label(self, name: str) -> Message:
        """Return what an input, a value or an item of a list is called."""
        items = {item.name: item for _, item in self.item_of.values()}
        return (self.inputs.get(name) or self.values.get(name) or items[name]).label

    def inputs_used(self, value: str) -> tuple[str, ...]:
        """Return the names of the inputs that a value rests on, directly or through others."""
        return tuple(dict.fromkeys(self._inputs_of(self.values[value].formula, frozenset())))

    def _inputs_of(self, formula: str, seen: frozenset[str]) -> Iterator[str]:
        for symbol in symbols(formula):
            if symbol in self.input_of:
                yield self.input_of[symbol].name
            if symbol in self.item_of:
                yield self.item_of[symbol][0]
            if symbol in self.value_of and symbol not in seen:
                yield from self._inputs_of(self.value_of[symbol].formula, seen | {symbol})

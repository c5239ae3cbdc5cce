"""Which columns of a portfolio are inputs of which indicators, and which values come of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

import numpy as np

from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.indicators.catalogue import indicator, indicator_ids
from kragozor.instruments.indicators.entries import Indicator
from kragozor.instruments.indicators.findings import Unknown
from kragozor.instruments.indicators.given import Given
from kragozor.instruments.indicators.solver import Solver
from kragozor.words import Message


@dataclass(frozen=True)
class Column:
    """A value that a portfolio is given: of which indicator, and whether it is a class."""

    indicator: str
    value: str
    is_class: bool

    @property
    def name(self) -> str:
        """The name of the column, ``indicator.value``."""
        return f"{self.indicator}.{self.value}"


@dataclass(frozen=True)
class Plan:
    """What is computed from which columns.

    Attributes
    ----------
    inputs : mapping of str to mapping of str to str
        For each indicator the input that each column gives, column by column.
    columns : tuple of Column
        The values that come of them, in order.
    lacking : mapping of str to Message
        The values that no row can have, with what is missing.
    carried : tuple of str
        The columns that are no input; they are carried along.
    doubtful : mapping of str to str
        The carried columns whose name is close to that of an input.
    """

    inputs: Mapping[str, Mapping[str, str]]
    columns: tuple[Column, ...]
    lacking: Mapping[str, Message] = field(default_factory=dict)
    carried: tuple[str, ...] = ()
    doubtful: Mapping[str, str] = field(default_factory=dict)

    @property
    def given(self) -> tuple[str, ...]:
        """The columns that are inputs, in the order in which they are first asked for."""
        return tuple(dict.fromkeys(name for names in self.inputs.values() for name in names))


def plan_of(names: Sequence[str], indicators: Iterable[str] = ()) -> Plan:
    """Return what can be computed from columns of these names.

    A column is an input by its name in the catalogue, ``mass``, for every indicator that asks
    for it, or for one alone with its id before it, ``mci.mass``.

    Parameters
    ----------
    names : sequence of str
        The columns, each once.
    indicators : iterable of str, optional
        The indicators to compute; those that the columns suffice for, unless told.

    Raises
    ------
    InstrumentError
        An indicator is unknown, no column is an input, or nothing can be computed.

    Examples
    --------
    >>> plan = plan_of(["name", "mass", "recycled_feedstock", "utility"])
    >>> [column.name for column in plan.columns][-1], plan.carried
    ('mci.mci', ('name',))
    """
    entries = [indicator(one) for one in indicators or indicator_ids()]
    inputs = {entry.id: _inputs(entry, names) for entry in entries}
    found = {entry.id: dict(_values(entry, inputs[entry.id])) for entry in entries}
    used = {name for given in inputs.values() for name in given}
    carried = tuple(name for name in names if name not in used)
    told = {e.id: e for e in entries if any(why is None for why in found[e.id].values())}
    plan = Plan(
        inputs={one: inputs[one] for one in told},
        columns=tuple(
            Column(one, name, bool(entry.values[name].bands))
            for one, entry in told.items()
            for name, why in found[one].items()
            if why is None
        ),
        lacking={
            f"{one}.{name}": why
            for one in told
            for name, why in found[one].items()
            if why is not None
        },
        carried=carried,
        doubtful=dict(_doubtful(carried, entries)),
    )
    if not plan.columns:
        raise InstrumentError(Message("instruments.portfolio.nothing", {"names": tuple(names)}))
    return plan


def _inputs(entry: Indicator, names: Sequence[str]) -> dict[str, str]:
    """Return which input of an indicator each column gives; the id before a name decides."""
    asked = dict(_asked(entry))
    bare = {name: asked[name] for name in names if name in asked}
    own = {
        name: asked[name.removeprefix(f"{entry.id}.")]
        for name in names
        if name.removeprefix(f"{entry.id}.") in asked and name not in asked
    }
    found = {column: name for column, name in bare.items() if name not in own.values()} | own
    twice = [name for name in found.values() if list(found.values()).count(name) > 1]
    if twice:
        columns = tuple(column for column, name in found.items() if name == twice[0])
        told = {"argument": columns[0], "again": columns[1]}
        raise InstrumentError(Message("instruments.given-twice", told))
    return found


def _asked(entry: Indicator) -> Iterator[tuple[str, str]]:
    """Yield every name by which a number can be given, with the input's own."""
    for asked in entry.inputs.values():
        if asked.is_number and not asked.only_of_parts:
            for name in (asked.name, *asked.aliases):
                yield name, asked.name


def _values(entry: Indicator, inputs: Mapping[str, str]) -> Iterator[tuple[str, Message | None]]:
    """Yield the values, each with what is missing for it in any row; None where nothing is."""
    if not inputs:
        return
    numbers = {entry.inputs[name].symbol: np.ones(1) for name in inputs.values()}
    solver = Solver(entry, Given(numbers))
    for value in entry.values.values():
        if not value.per:
            found = solver.find(value.symbol)
            yield value.name, found.reason if isinstance(found, Unknown) else None


def _doubtful(carried: Iterable[str], entries: Iterable[Indicator]) -> Iterator[tuple[str, str]]:
    """Yield the columns that may have been meant for an input."""
    known = [name for entry in entries for name, _ in _asked(entry)]
    for name in carried:
        for near in get_close_matches(name, known, n=1, cutoff=0.85):
            yield name, near

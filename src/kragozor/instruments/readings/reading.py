"""From a framework's inputs to its reading: compute, and grade each value by its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from kragozor.instruments.compute import Computation, compute, figure
from kragozor.instruments.indicators.catalogue import indicator as catalogued
from kragozor.instruments.indicators.given import trusted_inputs
from kragozor.instruments.inventory import Inventory
from kragozor.instruments.readings.findings import Finding, Gap, Item, Lack
from kragozor.instruments.readings.grading import grades_behind
from kragozor.instruments.result import Input, Reading, Reference, Value
from kragozor.instruments.uncertainty.outcome import Outcome, outcome
from kragozor.words import Message

Reader = Callable[[Inventory], Iterator[Finding]]


def read(indicator: str, inventory: Inventory, reader: Reader) -> Reading:
    """Return one framework's reading of the inventory.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.readings.mci import inputs
    >>> round(read("mci", bottle(), inputs).values["mci"].value, 3)
    0.419
    """
    found = list(reader(inventory))
    lack = next((item.reason for item in found if isinstance(item, Lack)), None)
    return _nothing(indicator, lack) if lack else _made(indicator, inventory, found)


def _made(
    indicator: str, inventory: Inventory, found: Sequence[Finding], label: str = ""
) -> Reading:
    """Return the reading that the findings make, and those of its items."""
    entry = catalogued(indicator)
    inputs = {item.name: item for item in found if isinstance(item, Input)}
    assumed = [item for item in found if isinstance(item, Message)]
    computed = compute(indicator, {name: item.value for name, item in inputs.items()})
    return Reading(
        indicator=indicator,
        version=computed.version,
        inputs=inputs,
        values={name: _value(name, computed, inventory, inputs, found) for name in entry.values},
        warnings=(*assumed, *computed.warnings),
        label=label,
        items=tuple(
            _made(item.indicator, inventory, item.findings, item.label)
            for item in found
            if isinstance(item, Item)
        ),
        references=tuple(item for item in found if isinstance(item, Reference)),
    )


def _value(
    name: str,
    computed: Computation,
    inventory: Inventory,
    inputs: Mapping[str, Input],
    found: Sequence[Finding],
) -> Value:
    used = _used(inputs, computed.indicator, name)
    return Value(
        name=name,
        value=computed.number(name),
        undefined=_reason(computed.indicator, name, computed.undefined.get(name), found),
        grades=grades_behind(inventory, used),
        doubtful=tuple(dict.fromkeys(one for item in used for one in item.doubtful)),
    )


def read_value(indicator: str, inventory: Inventory, reader: Reader, value: str) -> float | None:
    """Return one value of a reading alone, or None where it is undefined.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.readings.mci import inputs
    >>> round(read_value("mci", bottle(), inputs, "mci"), 3)
    0.419
    """
    found = list(reader(inventory))
    if any(isinstance(item, Lack) for item in found):
        return None
    return figure(indicator, {i.name: i.value for i in found if isinstance(i, Input)}, value)


def read_draws(indicator: str, inventory: Inventory, reader: Reader) -> Outcome:
    """Return the values of a reading of draws (:mod:`kragozor.instruments.uncertainty.draws`).

    Examples
    --------
    >>> import numpy as np
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.inventory import Place
    >>> from kragozor.instruments.readings.mci import inputs
    >>> from kragozor.instruments.uncertainty.draws import with_draws
    >>> drawn = with_draws(bottle(), {Place("inflows", 3, "mass"): np.array([2.0, 4.0])})
    >>> read_draws("mci", drawn, inputs).figures["mci"].round(3)
    array([0.424, 0.414])
    """
    found = list(reader(inventory))
    lacks = any(isinstance(item, Lack) for item in found)
    return Outcome({}) if lacks else _drawn(indicator, found)


def _drawn(indicator: str, found: Sequence[Finding]) -> Outcome:
    """Return the values that the findings give, those of an item as ``items[0].value``."""
    entry = catalogued(indicator)
    inputs = {item.name: item.value for item in found if isinstance(item, Input)}
    own = outcome(entry, trusted_inputs(entry, inputs))
    figures, closed = dict(own.figures), own.closed
    items = (item for item in found if isinstance(item, Item))
    for number, item in enumerate(items):
        of_item = _drawn(item.indicator, item.findings)
        figures |= {f"items[{number}].{name}": one for name, one in of_item.figures.items()}
        closed = closed | of_item.closed
    return Outcome(figures, closed)


def _nothing(indicator: str, lack: Message) -> Reading:
    """Return a reading in which every value is undefined for the same reason."""
    entry = catalogued(indicator)
    values = {name: Value(name, undefined=lack) for name in entry.values}
    return Reading(indicator, entry.version, {}, values)


def _reason(
    indicator: str, value: str, undefined: Message | None, found: Sequence[Finding]
) -> Message | None:
    """Return why a value is undefined: by the gap in its inputs, where the reader knows it."""
    if undefined is None:
        return None
    used = set(catalogued(indicator).inputs_used(value))
    gaps = (item.reason for item in found if isinstance(item, Gap) and used & {*item.inputs})
    return next(gaps, undefined)


def _used(inputs: Mapping[str, Input], indicator: str, value: str) -> list[Input]:
    """Return the inputs behind a value; what a whole is made of is behind all of it."""
    names = (*catalogued(indicator).inputs_used(value), "parts")
    return [inputs[name] for name in dict.fromkeys(names) if name in inputs]

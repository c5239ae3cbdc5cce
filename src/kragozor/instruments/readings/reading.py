"""From a framework's inputs to its reading: compute, and grade each value by its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from kragozor.instruments.balance import grade_shares
from kragozor.instruments.compute import compute, figure
from kragozor.instruments.indicators.catalogue import indicator as catalogued
from kragozor.instruments.indicators.given import trusted_inputs
from kragozor.instruments.inventory import Grade, Inventory, Place, Quantity
from kragozor.instruments.readings.findings import Finding, Lack
from kragozor.instruments.result import Input, Reading, Value
from kragozor.instruments.uncertainty.outcome import Outcome, outcome
from kragozor.words import Message

Reader = Callable[[Inventory], Iterator[Finding]]


def read(indicator: str, inventory: Inventory, reader: Reader) -> Reading:
    """Return one framework's reading of the inventory."""
    found = list(reader(inventory))
    lack = next((item.reason for item in found if isinstance(item, Lack)), None)
    if lack is not None:
        return _nothing(indicator, lack)
    inputs = {item.name: item for item in found if isinstance(item, Input)}
    assumed = [item for item in found if isinstance(item, Message)]
    computed = compute(indicator, {name: item.value for name, item in inputs.items()})
    values = {
        name: Value(
            name=name,
            value=computed.number(name),
            undefined=computed.undefined.get(name),
            grades=_grades(inventory, inputs, indicator, name),
        )
        for name in catalogued(indicator).values
    }
    return Reading(indicator, computed.version, inputs, values, (*assumed, *computed.warnings))


def read_value(indicator: str, inventory: Inventory, reader: Reader, value: str) -> float | None:
    """Return one value of a reading alone, or None where it is undefined."""
    found = list(reader(inventory))
    if any(isinstance(item, Lack) for item in found):
        return None
    return figure(indicator, {i.name: i.value for i in found if isinstance(i, Input)}, value)


def read_draws(indicator: str, inventory: Inventory, reader: Reader) -> Outcome:
    """Return the values of a reading of draws (:mod:`kragozor.instruments.uncertainty.draws`)."""
    found = list(reader(inventory))
    if any(isinstance(item, Lack) for item in found):
        return Outcome({})
    entry = catalogued(indicator)
    inputs = {item.name: item.value for item in found if isinstance(item, Input)}
    return outcome(entry, trusted_inputs(entry, inputs))


def _nothing(indicator: str, lack: Message) -> Reading:
    """Return a reading in which every value is undefined for the same reason."""
    entry = catalogued(indicator)
    values = {name: Value(name, undefined=lack) for name in entry.values}
    return Reading(indicator, entry.version, {}, values)


def _grades(
    inventory: Inventory, inputs: Mapping[str, Input], indicator: str, value: str
) -> Mapping[Grade, float]:
    names = catalogued(indicator).inputs_used(value)
    places = {place for name in names if name in inputs for place in inputs[name].behind}
    return grade_shares(_amounts(inventory, places))


_WEIGHED_BY = {"inflows": "mass", "outflows": "mass", "energy": "amount", "water": "volume"}


def _amounts(inventory: Inventory, places: Iterable[Place]) -> list[Quantity]:
    """Return what the rows are weighed by: mass where there is any, else energy, else volume."""
    for sections in (("inflows", "outflows"), ("energy",), ("water",)):
        rows = [place for place in places if place.section in sections]
        if rows:
            return [
                getattr(
                    getattr(inventory, place.section)[(place.row or 1) - 1],
                    _WEIGHED_BY[place.section],
                )
                for place in rows
            ]
    facts = [getattr(getattr(inventory, place.section), place.name) for place in places]
    return [Quantity(1.0, fact.grade) for fact in facts]

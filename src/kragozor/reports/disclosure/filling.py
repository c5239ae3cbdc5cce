"""Each datapoint of a standard with its number, its reason, or that a person has to write it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.inventory import Grade, Inventory, Place
from kragozor.instruments.readings import READERS, read
from kragozor.instruments.reference.datapoints import Datapoint, datapoints, editions
from kragozor.instruments.result import Assessment, Reading
from kragozor.reports.current import is_current
from kragozor.reports.disclosure.facts import LISTS, TEXTS
from kragozor.words import Message

FILLED, UNDEFINED, TO_WRITE = "filled", "undefined", "to-write"

# From kilograms and fractions to the units of the standards.
_FACTORS = {"t": 0.001, "%": 100.0, "": 1.0}


@dataclass(frozen=True)
class Line:
    """One line of the table.

    ``value`` is in the unit of the datapoint; ``text`` is what is declared in words; ``reason``
    says why there is neither. ``places`` are the rows behind it.
    """

    datapoint: Datapoint
    state: str
    part: Message | str | None = None
    value: float | None = None
    text: str = ""
    reason: Message | None = None
    places: tuple[Place, ...] = ()
    grades: Mapping[Grade, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Disclosure:
    """A standard's table for one inventory."""

    standard: str
    edition: str
    inventory: Inventory
    lines: tuple[Line, ...]

    def count(self, state: str) -> int:
        """Return how many lines are in a state."""
        return sum(line.state == state for line in self.lines)


def disclosure(assessment: Assessment, standard: str, edition: str = "") -> Disclosure:
    """Return the table of a standard, filled from an assessment.

    A narrative that the facts cannot give stays in the table, to be written. Figures are those
    of the assessment; one made before the standard was measured, or by an older version of it, is
    read anew from its facts.

    Raises
    ------
    OutOfRange
        There is no such standard or edition.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> made = disclosure(assess(bottle()), "vsme-b7")
    >>> [(line.datapoint.id, line.value) for line in made.lines if line.state == "filled"][-1]
    ('TotalMassOfMaterialUsed', 0.033)
    """
    made = (one for one in assessment.readings if one.indicator == standard)
    reading = next(made, None)
    if reading is None or not is_current(reading):
        return disclosure_read(assessment.inventory, standard, edition)
    return _filled(reading, assessment.inventory, standard, edition)


def disclosure_read(inventory: Inventory, standard: str, edition: str = "") -> Disclosure:
    """Return the table of a standard, filled from an inventory that is read by it alone.

    Raises
    ------
    OutOfRange
        There is no such standard or edition.
    """
    datapoints(standard, edition)
    return _filled(read(standard, inventory, READERS[standard]), inventory, standard, edition)


def _filled(reading: Reading, inventory: Inventory, standard: str, edition: str) -> Disclosure:
    lines = (_lines(point, reading, inventory) for point in datapoints(standard, edition))
    return Disclosure(
        standard=standard,
        edition=edition or editions(standard)[-1],
        inventory=inventory,
        lines=tuple(line for made in lines for line in made),
    )


def _lines(point: Datapoint, reading: Reading, inventory: Inventory) -> Iterator[Line]:
    kind, _, name = point.fills.partition(":")
    if kind == "value":
        yield _of_value(point, reading, name)
    elif kind == "input":
        yield _of_input(point, reading, name)
    elif kind == "texts":
        yield _of_texts(point, TEXTS[name](inventory))
    elif kind == "rows":
        yield from _of_rows(point, name, inventory)
    else:
        yield Line(point, TO_WRITE, point.part)


def _of_value(point: Datapoint, reading: Reading, name: str) -> Line:
    value = reading.values[name]
    if value.value is None:
        return Line(point, UNDEFINED, point.part, reason=value.undefined)
    return Line(
        datapoint=point,
        state=FILLED,
        part=point.part,
        value=value.value * _FACTORS[point.unit],
        places=_places(reading, name),
        grades=value.grades,
    )


def _of_input(point: Datapoint, reading: Reading, name: str) -> Line:
    """An input is a figure too; where it is missing, a value that needs it says why."""
    given = reading.inputs.get(name)
    if given is None or not isinstance(given.value, (int, float)):
        return Line(point, UNDEFINED, point.part, reason=_why_missing(reading, name))
    value = given.value * _FACTORS[point.unit]
    return Line(point, FILLED, point.part, value=value, places=given.behind)


def _why_missing(reading: Reading, name: str) -> Message:
    entry = indicator(reading.indicator)
    needing = (value for one, value in reading.values.items() if name in entry.inputs_used(one))
    reasons = (value.undefined for value in needing if value.undefined is not None)
    return next(reasons, Message("datapoints.reason.not-asked"))


def _of_texts(point: Datapoint, text: str) -> Line:
    if not text:
        line = Line(point, TO_WRITE, point.part)
        return replace(line, reason=Message("datapoints.reason.not-declared"))
    return Line(point, FILLED, point.part, text=text)


def _of_rows(point: Datapoint, name: str, inventory: Inventory) -> Iterator[Line]:
    groups = LISTS[name](inventory)
    for group in groups:
        value = group.mass * _FACTORS[point.unit]
        yield Line(point, FILLED, group.label, value=value, places=group.places)
    if not groups:
        reason = Message("datapoints.reason.not-declared")
        yield Line(point, UNDEFINED, point.part, reason=reason)


def _places(reading: Reading, value: str) -> tuple[Place, ...]:
    names = indicator(reading.indicator).inputs_used(value)
    behind = (reading.inputs[name].behind for name in names if name in reading.inputs)
    return tuple(dict.fromkeys(place for places in behind for place in places))

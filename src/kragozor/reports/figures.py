"""The frameworks side by side: each figure in words, with its data's quality and its working."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kragozor.instruments.indicators.entries import Indicator, ValueEntry
from kragozor.instruments.inventory import Grade, Inventory
from kragozor.instruments.readings.making import Makings, makings
from kragozor.instruments.result import Reading, Value
from kragozor.reports.amounts import Ends, figure_text, percent_text, value_text
from kragozor.reports.current import current_reading
from kragozor.reports.intervals import likely_ends, likely_text
from kragozor.reports.items import ItemTable, item_tables
from kragozor.reports.working import Working, Workings
from kragozor.words import Message, entry, has_entry, say

NOT_APPLICABLE = ("instruments.not-applicable", "instruments.not-applicable-because")


@dataclass(frozen=True)
class Published:
    """A published figure to be seen beside one of ours: whose and when, how much, from where."""

    label: str
    value_text: str
    origin: str
    text: str


@dataclass(frozen=True)
class Figure:
    """One figure of a framework, ready to be shown.

    ``tone`` says how the tag of its data is coloured: good, warn, bad or quiet. ``mandatory``
    is None where the framework does not divide its figures. ``beside`` are published figures to
    be seen next to it. ``interval_text`` says where the value lies in nine of ten draws, ``ends``
    are its numbers, and ``value_text`` has no digit that this interval does not support;
    ``value`` has them all.
    """

    id: str
    name: str
    label: str
    symbol: str
    clause: str
    mandatory: bool | None
    mandatory_text: str
    value: float | None
    display: str
    unit: str
    value_text: str
    undefined_text: str
    is_not_applicable: bool
    tag: str
    tone: str
    working: Working | None
    beside: tuple[Published, ...] = ()
    interval_text: str = ""
    ends: Ends = None

    @property
    def is_defined(self) -> bool:
        """Whether there is a number."""
        return self.value is not None


@dataclass(frozen=True)
class Framework:
    """One framework with every one of its figures, in its own order.

    ``title`` is the name with the version. ``tables`` are of the single things it looks at; each
    of these is such a reading itself, and has a ``label``. ``silence`` is why the framework says
    nothing of the inventory at all.
    """

    id: str
    name: str
    title: str
    short: str
    version: str
    source: str
    figures: tuple[Figure, ...]
    label: str = ""
    tables: tuple[ItemTable, ...] = ()
    silence: str = ""

    @property
    def defined(self) -> tuple[Figure, ...]:
        """The figures that have a number."""
        return tuple(figure for figure in self.figures if figure.is_defined)

    @property
    def undefined(self) -> tuple[Figure, ...]:
        """The figures that have none, each with its reason."""
        return tuple(figure for figure in self.figures if not figure.is_defined)

    def figure(self, name: str) -> Figure:
        """Return one figure by its name."""
        return next(figure for figure in self.figures if figure.name == name)


def framework(
    reading: Reading,
    inventory: Inventory,
    language: str,
    *,
    path: str = "",
    made: Makings | None = None,
) -> Framework:
    """Return one framework's reading in words.

    ``path`` is where an item stands in another reading, ``made`` how its inputs were made there.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> cti = framework(assess(bottle()).reading("cti"), bottle(), "en")
    >>> cti.figure("circularity").value_text, cti.figure("circularity").tag
    ('35.2\\xa0%', 'measured')
    """
    reading = current_reading(reading)
    made = makings(reading, inventory) if made is None else made
    workings = Workings(reading, inventory, language, made)
    catalogued = workings.entry
    items = tuple(
        framework(
            item,
            inventory,
            language,
            path=f"{path}{reading.indicator}.{number}.",
            made=made.item(number),
        )
        for number, item in enumerate(reading.items)
    )
    name = _name(reading, catalogued, language)
    return Framework(
        id=catalogued.id,
        name=name,
        title=_title(name, reading.version, language),
        short=entry(f"reports.short.{catalogued.family}", language),
        version=reading.version,
        source=say(catalogued.source, language),
        figures=tuple(
            _figure(path, reading, value, workings, language)
            for value in catalogued.values.values()
        ),
        label=reading.label,
        tables=item_tables(items, language),
        silence=_silence(reading, language),
    )


def by_reason(figures: Iterable[Figure]) -> Iterator[tuple[list[str], str]]:
    """Yield each reason for having no value after the labels of the figures that share it."""
    reasons: dict[str, list[str]] = {}
    for figure in figures:
        reasons.setdefault(figure.undefined_text, []).append(figure.label)
    yield from ((labels, reason) for reason, labels in reasons.items())


def _name(reading: Reading, catalogued: Indicator, language: str) -> str:
    """Return what the framework is called; a choice that makes it another thing is told there."""
    name = say(catalogued.framework, language)
    choices = (item.value for item in reading.inputs.values() if isinstance(item.value, str))
    keys = (f"reports.chosen.{choice}" for choice in choices)
    told = [entry(key, language) for key in keys if has_entry(key)]
    return f"{name} ({', '.join(told)})" if told else name


def _title(name: str, version: str, language: str) -> str:
    """Return a name with its version; one that is merely counted says that it is a version."""
    if len(version) == 1:
        return say(Message("reports.version", {"name": name, "version": version}), language)
    return f"{name}, {version}"


def _figure(
    path: str, reading: Reading, catalogued: ValueEntry, workings: Workings, language: str
) -> Figure:
    value = reading.values[catalogued.name]
    tag, tone = _tag(value, language)
    ends = likely_ends(value)
    return Figure(
        id=f"{path}{reading.indicator}.{catalogued.name}",
        name=catalogued.name,
        label=say(catalogued.label, language),
        symbol=catalogued.symbol,
        clause=say(catalogued.source, language),
        mandatory=catalogued.mandatory,
        mandatory_text=_mandatory(catalogued.mandatory, language),
        value=value.value,
        display=catalogued.display,
        unit=catalogued.unit,
        value_text=value_text(catalogued, value.value, language, ends=ends),
        undefined_text=_reason(value, language),
        is_not_applicable=_is_not_applicable(value),
        tag=tag,
        tone=tone,
        working=workings.working(catalogued.name),
        beside=tuple(_beside(reading, catalogued, language)),
        interval_text=likely_text(value, catalogued.display, catalogued.unit, language),
        ends=ends,
    )


def _silence(reading: Reading, language: str) -> str:
    """Return the one reason why nothing at all was read; empty where anything was."""
    first, *others = (value.undefined for value in reading.values.values())
    is_silent = not reading.inputs and all(reason == first for reason in others)
    return say(first, language) if is_silent and first else ""


def _beside(reading: Reading, catalogued: ValueEntry, language: str) -> Iterator[Published]:
    for one in reading.references:
        if one.beside == catalogued.name:
            value = figure_text(one.value, catalogued.display, catalogued.unit, language)
            told = {"label": one.label, "value": value, "origin": one.origin}
            yield Published(
                label=say(one.label, language),
                value_text=value,
                origin=say(one.origin, language),
                text=say(Message("reports.figure.beside", told), language),
            )


def _tag(value: Value, language: str) -> tuple[str, str]:
    """Return how well the data are known, and that a parameter behind them is not confirmed."""
    tag, tone = grade_tag(value, language)
    if value.value is None or not value.doubtful:
        return tag, tone
    statuses = sorted({one.status for one in value.doubtful}, reverse=True)
    marks = (entry(f"reports.tag.parameters-{status.value}", language) for status in statuses)
    return "; ".join(filter(None, (*marks, tag))), "warn"


def grade_tag(value: Value, language: str) -> tuple[str, str]:
    """Return how well a figure's data are known, in two or three words, and its tone."""
    if value.value is None:
        is_apart = _is_not_applicable(value)
        key, tone = ("not-applicable", "quiet") if is_apart else ("undefined", "bad")
        return entry(f"reports.figure.{key}", language), tone
    for grade in (Grade.PROXY, Grade.ESTIMATED):
        if value.grades.get(grade, 0) > 0:
            share = percent_text(value.grades[grade], language)
            return say(Message(f"reports.tag.{grade.value}", {"share": share}), language), "warn"
    return _well_known(value.grades, language), "good"


def _well_known(grades: Mapping[Grade, float], language: str) -> str:
    known = [g.value for g in (Grade.MEASURED, Grade.CALCULATED) if grades.get(g, 0) > 0]
    return entry(f"reports.tag.{'-'.join(known)}", language) if known else ""


def _is_not_applicable(value: Value) -> bool:
    return value.undefined is not None and value.undefined.key in NOT_APPLICABLE


def _reason(value: Value, language: str) -> str:
    if value.value is not None:
        return ""
    return say(value.undefined or Message("reports.no-value"), language)


def _mandatory(mandatory: bool | None, language: str) -> str:
    if mandatory is None:
        return ""
    return entry(f"reports.figure.{'mandatory' if mandatory else 'optional'}", language)

"""A computation as a framework whose figures can be explained, and its parts likewise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from kragozor.instruments.compute import Computation
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.inventory import Inventory, Kind, Pillar, Subject
from kragozor.instruments.readings.making import Makings
from kragozor.instruments.result import Input, Reading, Value
from kragozor.reports.amounts import figure_text
from kragozor.reports.figures import Figure, Framework, framework
from kragozor.words import Message, say
from kragozor.words.numbers import DASH

# Named inputs come from no inventory: there are no rows behind them, and no sector matters.
NO_FACTS = Inventory(Subject("", Kind.PRODUCT, Pillar.PLASTICS, dt.date.min, dt.date.min))


def computed_figures(
    computation: Computation, asked: str, language: str
) -> Iterator[tuple[Framework, Figure]]:
    """Yield the figures asked for, each followed by those of the parts that it is summed from.

    Raises
    ------
    InstrumentError
        The indicator has no such value.
    """
    whole = _framework(computation, language)
    name = asked.removeprefix(f"{computation.indicator}.")
    figures = [figure for figure in whole.figures if name in ("", figure.name)]
    if not figures:
        told = {"figure": asked, "figures": tuple(figure.name for figure in whole.figures)}
        raise InstrumentError(Message("reports.explain.figure", told))
    parts = [_framework(part, language) for part in computation.parts]
    for figure in figures:
        yield whole, figure
        yield from _of_parts(parts, figure, computation, language)


def _of_parts(
    parts: list[Framework], figure: Figure, computation: Computation, language: str
) -> Iterator[tuple[Framework, Figure]]:
    steps = figure.working.steps if figure.working else ()
    for number, (part, computed) in enumerate(zip(parts, computation.parts, strict=True), start=1):
        called = say(Message("reports.explain.part", {"number": number}), language)
        names = [step.name for step in steps if step.name in computed.values]
        yield from ((replace(part, label=called), part.figure(name)) for name in names)


def _framework(computation: Computation, language: str) -> Framework:
    read = framework(_reading(computation), NO_FACTS, language, made=Makings())
    figures = tuple(_told(figure, computation, language) for figure in read.figures)
    return replace(read, figures=figures)


def _reading(computation: Computation) -> Reading:
    spread = computation.uncertainty.values if computation.uncertainty else {}
    names = (*computation.values, *computation.undefined)
    return Reading(
        indicator=computation.indicator,
        version=computation.version,
        inputs={name: Input(name, value) for name, value in computation.inputs.items()},
        values={
            name: Value(
                name,
                computation.number(name) if name in computation.values else None,
                computation.undefined.get(name),
                uncertainty=spread.get(name),
            )
            for name in dict.fromkeys(name.partition("[")[0] for name in names)
        },
        warnings=computation.warnings,
    )


def _told(figure: Figure, computation: Computation, language: str) -> Figure:
    """Return a figure that is something of each item with all of them in its text."""
    value = computation.values.get(figure.name)
    if not isinstance(value, tuple):
        return figure
    items = [_item(item, figure, language) for item in value]
    return replace(figure, value_text="; ".join(items) or DASH, undefined_text="")


def _item(item: float | str | None, figure: Figure, language: str) -> str:
    if isinstance(item, str):
        return item
    return figure_text(item, "number", figure.unit, language)

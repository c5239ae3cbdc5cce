"""What of an assessment can still be explained: a number is shown with its formula, or not at all.

An assessment is kept for years, and methods change meanwhile. The formulas of today did not give
the numbers of then, so these are withheld, and the reason stands in their place.
"""

from __future__ import annotations

from dataclasses import replace

from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.result import Assessment, Reading, Value
from kragozor.words import Message


def is_current(reading: Reading) -> bool:
    """Return whether the formulas of the catalogue are those that gave the reading."""
    return reading.version == indicator(reading.indicator).version


def current_reading(reading: Reading) -> Reading:
    """Return a reading with every figure of the catalogue, each explicable or without a number.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> then = replace(assess(bottle()).reading("cti"), version="3.0")
    >>> str(current_reading(then).values["circularity"].undefined)[:34]
    'Measured by version 3.0 of the met'
    """
    names = indicator(reading.indicator).values
    if is_current(reading):
        lacking = Message("reports.figure.not-measured")
        kept = {name: Value(name, undefined=lacking) for name in names} | dict(reading.values)
        return replace(reading, values={name: kept[name] for name in names})
    told = {"version": reading.version, "current": indicator(reading.indicator).version}
    outdated = Message("reports.figure.outdated", told)
    values = {name: Value(name, undefined=outdated) for name in names}
    return Reading(reading.indicator, reading.version, {}, values, label=reading.label)


def current(assessment: Assessment) -> Assessment:
    """Return an assessment of which every number can be explained.

    Where the headline is withheld, so is what would change it and what blurs it.
    """
    readings = tuple(map(current_reading, assessment.readings))
    kept = replace(assessment, readings=readings)
    if is_current(assessment.reading(assessment.headline.partition(".")[0])):
        return kept
    return replace(kept, influences=(), next_steps=(), next_steps_together=None, contributions=())

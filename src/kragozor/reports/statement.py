"""The one sentence beside the headline number, honest about what its indicator says.

The Material Circularity Indicator is not the share of material that goes round: it also counts
the use of the product. So its sentence speaks of the material flow, by the linear flow index,
and of the use apart. Material circularity by CTI is a share of mass, and is said as one.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from kragozor.instruments.result import Assessment, Reading
from kragozor.instruments.uncertainty.summary import supported_decimals
from kragozor.reports.amounts import Ends
from kragozor.reports.intervals import likely_ends
from kragozor.words import Message

USE_INPUTS = ("lifetime", "use_intensity")
AVERAGE_USE = 0.005


def statement(assessment: Assessment) -> Message:
    """Return what the headline says in words, or why there is nothing to say.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> str(statement(assess(bottle())))
    "About a third of the material flow is circular; use is taken to be the industry's average."
    """
    headline = assessment.headline_value
    if headline.value is None:
        return headline.undefined or Message("reports.no-value")
    indicator = assessment.headline.partition(".")[0]
    if indicator == "mci":
        return _of_mci(assessment.reading("mci"))
    return Message("statements.sentence.plain", {"part": _part(headline.value, indicator)})


@cache
def bands() -> tuple[tuple[str, float], ...]:
    """Return the bands of a share from the highest down, each with the share it begins at."""
    with resources.files(__package__).joinpath("bands.csv").open(encoding="utf-8") as file:
        return tuple((row["band"], float(row["from"])) for row in csv.DictReader(file))


def band(share: float) -> str:
    """Return the band that a share belongs to; a share of nothing has its own.

    Examples
    --------
    >>> band(0.0), band(0.34), band(0.53), band(1.0)
    ('none', 'third', 'over-half', 'all')
    """
    if share <= 0:
        return "none"
    return next(name for name, start in bands() if share >= start)


def _part(share: float, indicator: str) -> Message:
    whole = Message(f"statements.whole.{indicator}")
    return Message(f"statements.part.{band(share)}", {"whole": whole})


def _of_mci(reading: Reading) -> Message:
    linear = reading.values["linear_flow_index"].value or 0.0
    use, times = _use(reading)
    said = Message(f"statements.use.{use}", {"part": _part(1 - linear, "mci"), "times": times})
    unclamped = reading.values["mci_unclamped"].value
    if unclamped is not None and unclamped < 0:
        return Message("statements.use.cut-off", {"statement": said})
    return said


def _use(reading: Reading) -> tuple[str, object]:
    known = reading.values["utility"]
    utility = known.value
    if utility is None or not any(name in reading.inputs for name in USE_INPUTS):
        return "assumed", ""
    if abs(utility - 1) <= AVERAGE_USE:
        return "average", ""
    told = _rounded(utility, likely_ends(known))
    if utility > 1:
        return "more", told
    return "less", Message("words.unit", {"value": round(100 * told, 1), "unit": "%"})


def _rounded(utility: float, ends: Ends) -> float:
    """Return the utility with the digits that its interval supports, and apart from the average.

    Above the average two decimals are the most, below it three, since it is said in percent.
    """
    most = 2 if utility > 1 else 3
    supported = supported_decimals(*ends) if ends else None
    fewest = most if supported is None else min(most, max(0, supported))
    apart = (round(utility, n) for n in range(fewest, most) if round(utility, n) not in (0, 1))
    return next(apart, round(utility, most))

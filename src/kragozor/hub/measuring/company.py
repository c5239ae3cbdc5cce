"""A company from what it measured: its figures, what they cover, and the same as a file."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from kragozor.files.assessments import message_facts, reading_facts
from kragozor.hub.measuring import queries
from kragozor.hub.measuring.forms.company import APART, LEFT_OUT, CompanyForm
from kragozor.hub.measuring.glance import Glance, glance
from kragozor.hub.measuring.models import Assessment
from kragozor.instruments.rollup import Factor, Member, Range, RollUp, roll_up
from kragozor.reports.amounts import amount_text, figure_text, percent_text
from kragozor.reports.figures import framework
from kragozor.reports.intervals import likely_ends, likely_text
from kragozor.words import say
from kragozor.words.numbers import DASH, period_text

UNITS = {Factor.MASS: "kg", Factor.REVENUE: "EUR"}


@dataclass(frozen=True)
class RangeShown:
    """A range in words."""

    name: str
    weight: str
    share: str
    index: str
    is_left_out: bool


@dataclass(frozen=True)
class CompanyShown:
    """The figures of a company in words."""

    index: str
    interval: str
    undefined: str
    coverage: str
    omitted: str
    explanation: str
    ranges: tuple[RangeShown, ...]
    glances: tuple[Glance, ...]
    warnings: tuple[str, ...]


def company(form: CompanyForm, language: str) -> RollUp:
    """Return the company that a valid form puts together.

    Raises
    ------
    InstrumentError
        Where nothing is left, or too much is left out without saying why.
    """
    chosen = {one: part for one, part in form.parts.items() if part != APART}
    names = _names(list(chosen), language)
    measured = queries.measured_of(one.pk for one in chosen)
    return roll_up(
        [Member(names[one], measured[one.pk]) for one in chosen],
        Factor(form.cleaned_data["factor"]),
        left_out=[names[one] for one, part in chosen.items() if part == LEFT_OUT],
        unmeasured_share=form.unmeasured_share,
        explanation=form.cleaned_data["explanation"],
    )


def company_shown(found: RollUp, form: CompanyForm, language: str) -> CompanyShown:
    """Return a company in the words of one language, with the working of each figure."""
    index = found["mci-company.mci"]
    # Sums have no rows of one inventory behind them; any of these will do to say so.
    inventory = next(iter(queries.measured_of([form.subjects[0].pk]).values())).inventory
    frameworks = [framework(reading, inventory, language) for reading in found.readings]
    warnings = [*found.warnings, *(w for reading in found.readings for w in reading.warnings)]
    return CompanyShown(
        index=figure_text(index.value, "index", "", language, ends=likely_ends(index)),
        interval=likely_text(index, "index", "", language),
        undefined=say(index.undefined, language) if index.undefined else "",
        coverage=percent_text(found.coverage, language),
        omitted=percent_text(found.omitted_share, language) if found.omitted_share else "",
        explanation=found.explanation,
        ranges=tuple(_range(one, found.factor, language) for one in found.ranges),
        glances=tuple(glance(one) for one in frameworks),
        warnings=tuple(dict.fromkeys(say(warning, language) for warning in warnings)),
    )


def company_text(found: RollUp, name: str, year: int) -> str:
    """Return a company as the text of a JSON file."""
    told = {
        "format": "kragozor-company",
        "version": 1,
        "company": name,
        "year": year,
        "factor": found.factor.value,
        "omitted_share": found.omitted_share,
        "explanation": found.explanation,
        "ranges": [
            {
                "name": one.name,
                "weight": one.weight,
                "share": one.share,
                "mci": one.index.value,
                "left_out": one.is_left_out,
            }
            for one in found.ranges
        ],
        "readings": [reading_facts(reading) for reading in found.readings],
        "warnings": [message_facts(warning) for warning in found.warnings],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _range(one: Range, factor: Factor, language: str) -> RangeShown:
    weight, share, index = one.weight, one.share, one.index
    return RangeShown(
        name=one.name,
        weight=DASH if weight is None else amount_text(weight, UNITS[factor], language),
        share=DASH if share is None else percent_text(share, language),
        index=figure_text(index.value, "index", "", language, ends=likely_ends(index)),
        is_left_out=one.is_left_out,
    )


def _names(subjects: list[Assessment], language: str) -> dict[Assessment, str]:
    """Return what each subject is called; its period is told where one name stands twice."""
    counted = Counter(one.name for one in subjects)
    return {
        one: one.name
        if counted[one.name] == 1
        else f"{one.name}, {period_text(one.period_start, one.period_end, language)}"
        for one in subjects
    }

"""An assessment in words: all that a page, a PDF, a sheet or a terminal shows of it.

Everything is worded and formatted here once, in the reader's language, so that the page, the
PDF and the sheet say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.inventory import Grade
from kragozor.instruments.result import Assessment
from kragozor.reports.amounts import amount_text, gain_text, percent_text
from kragozor.reports.balancing import BalanceView, balance_phrase, balance_view
from kragozor.reports.contributions import ContributionView, contribution_views
from kragozor.reports.current import current
from kragozor.reports.figures import Figure, Framework, framework
from kragozor.reports.influences import InfluenceView, influence_views
from kragozor.reports.statement import statement
from kragozor.words import Message, entry, say
from kragozor.words.numbers import period_text

# Joint and single gains further apart than this are said not to add up.
ADDS_UP = 0.005


@dataclass(frozen=True)
class Headline:
    """The one figure shown large, and what it says in words.

    ``share`` is what the ring closes, None where there is no value.
    """

    figure: Figure
    framework: str
    number: str
    share: float | None
    statement: str

    @property
    def name(self) -> str:
        """What the number is called."""
        return self.figure.label


@dataclass(frozen=True)
class GradeShare:
    """The share of mass that is known so well."""

    grade: str
    label: str
    share: float
    text: str


@dataclass(frozen=True)
class Quality:
    """How well the masses are known, best first."""

    shares: tuple[GradeShare, ...]
    sentence: str
    proxies: str


@dataclass(frozen=True)
class NextStepView:
    """A change and what it would add."""

    label: str
    gain: float
    gain_text: str


@dataclass(frozen=True)
class NextSteps:
    """The changes that help most, and what they give together."""

    steps: tuple[NextStepView, ...]
    together: str
    method: str


@dataclass(frozen=True)
class AssessmentView:
    """An assessment as its reader sees it."""

    language: str
    title: str
    kind: str
    pillar: str
    period: str
    functional_unit: str
    headline: Headline
    rests_on: str
    frameworks: tuple[Framework, ...]
    balance: BalanceView
    quality: Quality
    influences: tuple[InfluenceView, ...]
    influences_method: str
    contributions: tuple[ContributionView, ...]
    contributions_method: str
    next_steps: NextSteps
    warnings: tuple[str, ...]
    method: str

    def framework(self, indicator_id: str) -> Framework:
        """Return one framework by the id of its indicator."""
        return next(one for one in self.frameworks if one.id == indicator_id)

    def figure(self, figure_id: str) -> Figure:
        """Return one figure by ``indicator.value``."""
        indicator_id, _, name = figure_id.partition(".")
        return self.framework(indicator_id).figure(name)


def assessment_view(assessment: Assessment, language: str) -> AssessmentView:
    """Return an assessment in the words of one language, each number with its working.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> view = assessment_view(assess(bottle()), "en")
    >>> view.title, view.period, view.headline.number
    ('Bottle', '2025', '0.42')
    """
    assessment = current(assessment)
    subject = assessment.inventory.subject
    frameworks = tuple(
        framework(reading, assessment.inventory, language) for reading in assessment.readings
    )
    influences, influences_method = influence_views(assessment, language)
    return AssessmentView(
        language=language,
        title=subject.name,
        kind=entry(f"choices.Kind.{subject.kind.value}", language),
        pillar=entry(f"choices.Pillar.{subject.pillar.value}", language),
        period=period_text(subject.period_start, subject.period_end, language),
        functional_unit=subject.functional_unit,
        headline=_headline(assessment, frameworks, language),
        rests_on=say(_rests_on(assessment, language), language),
        frameworks=frameworks,
        balance=balance_view(assessment, language),
        quality=_quality(assessment.grades, language),
        influences=influences,
        influences_method=influences_method,
        contributions=contribution_views(assessment, language),
        contributions_method=_contributions_method(assessment, language),
        next_steps=next_steps(assessment, language),
        warnings=tuple(dict.fromkeys(_warnings(assessment, language))),
        method=assessment.method,
    )


def _headline(assessment: Assessment, frameworks: tuple[Framework, ...], language: str) -> Headline:
    indicator_id, _, name = assessment.headline.partition(".")
    read = next(one for one in frameworks if one.id == indicator_id)
    figure = read.figure(name)
    return Headline(
        figure=figure,
        framework=read.title,
        number=figure.value_text,
        share=None if figure.value is None else min(1.0, max(0.0, figure.value)),
        statement=say(statement(assessment), language),
    )


def _contributions_method(assessment: Assessment, language: str) -> str:
    """Return how the shares are to be read; nothing where nothing is uncertain."""
    if not assessment.contributions:
        return ""
    return say(Message("reports.contribution.method", {"share": "100\u00a0%"}), language)


def _rests_on(assessment: Assessment, language: str) -> Message:
    inventory, balance = assessment.inventory, assessment.balance
    count = len(inventory.inflows) + len(inventory.outflows)
    rows = Message(f"reports.rests-on.{'one-row' if count == 1 else 'rows'}", {"count": count})
    told = {
        "rows": rows,
        "inflow": amount_text(balance.inflow, "kg", language),
        "outflow": amount_text(balance.outflow, "kg", language),
        "quality": _proxies(assessment.grades, language),
        "balance": balance_phrase(balance, language),
    }
    return Message("reports.rests-on.sentence", told)


def _quality(grades: Mapping[Grade, float], language: str) -> Quality:
    shares = tuple(
        GradeShare(
            grade=grade.value,
            label=entry(f"choices.Grade.{grade.value}", language),
            share=share,
            text=percent_text(share, language),
        )
        for grade, share in grades.items()
    )
    parts = tuple(Message(f"reports.quality.{s.grade}", {"share": s.text}) for s in shares)
    sentence = Message("reports.quality.sentence", {"parts": parts})
    return Quality(
        shares=shares,
        sentence=say(sentence if shares else Message("reports.quality.nothing"), language),
        proxies=say(_proxies(grades, language), language),
    )


def _proxies(grades: Mapping[Grade, float], language: str) -> Message:
    if not grades:
        return Message("reports.quality.nothing")
    share = grades.get(Grade.PROXY, 0.0)
    if share == 0:
        return Message("reports.quality.no-proxies")
    return Message("reports.quality.proxies", {"share": percent_text(share, language)})


def next_steps(assessment: Assessment, language: str) -> NextSteps:
    """Return the changes that would help most, in words."""
    display = display_of(assessment.headline)
    steps = tuple(
        NextStepView(say(step.label, language), step.gain, gain_text(step.gain, display, language))
        for step in assessment.next_steps
    )
    return NextSteps(
        steps=steps,
        together=say(_together(assessment, display, language), language),
        method=entry("reports.steps.method", language),
    )


def _together(assessment: Assessment, display: str, language: str) -> Message | str:
    joint, steps = assessment.next_steps_together, assessment.next_steps
    if not steps:
        return Message("reports.steps.none")
    if joint is None or len(steps) == 1:
        return ""
    is_sum = abs(joint - sum(step.gain for step in steps)) < ADDS_UP
    gain = gain_text(joint, display, language)
    if is_sum:
        # The point of an abbreviated unit ends the sentence too.
        return Message("reports.steps.sum", {"gain": gain.removesuffix(".")})
    return Message("reports.steps.together", {"gain": gain})


def display_of(figure_id: str) -> str:
    """Return how a figure is displayed: as a share, an index or a number."""
    indicator_id, _, name = figure_id.partition(".")
    return indicator(indicator_id).values[name].display


def _warnings(assessment: Assessment, language: str) -> list[str]:
    """Return every assumption with the framework that made it."""
    return [
        say(warning, language)
        for reading in assessment.readings
        for one in (reading, *reading.items)
        for warning in one.warnings
    ]

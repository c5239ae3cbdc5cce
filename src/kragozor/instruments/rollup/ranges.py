"""The product ranges of a company: what each weighs, and what may be left out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kragozor.instruments.errors import InstrumentError, OutOfRange, out_of_range
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.result import Assessment, Reading, Value
from kragozor.words import Message

# The methodology lets small ranges be left out and sets no bound; this one is ours.
DE_MINIMIS = 0.05


class Factor(StrEnum):
    """What the ranges of a company are weighed by: one for all of them, and declared."""

    MASS = "mass"
    REVENUE = "revenue"


@dataclass(frozen=True)
class Member:
    """The reference product of a range, as it was measured."""

    name: str
    assessment: Assessment

    def weight(self, factor: Factor) -> float | None:
        """Return what the range weighs, or None where it was not declared. [kg or EUR]"""
        if factor is Factor.REVENUE:
            revenue = self.assessment.inventory.money.revenue
            return None if revenue is None else revenue.value
        mass = self.reading("mci").inputs.get("mass")
        return mass.value if mass and isinstance(mass.value, (int, float)) else None

    def reading(self, indicator: str) -> Reading:
        """Return what one framework read of the product."""
        return next(one for one in self.assessment.readings if one.indicator == indicator)

    @property
    def index(self) -> Value:
        """The Material Circularity Indicator of the product; none by a method that has changed."""
        read, entry = self.reading("mci"), indicator("mci")
        if read.version == entry.version:
            return read.values["mci"]
        told = {"name": entry.framework, "names": (self.name,)}
        return Value("mci", undefined=Message("rollup.older", told))


@dataclass(frozen=True)
class Range:
    """One range in the figure of its company.

    ``share`` is the range's part of what the chosen ranges weigh together, those left out too.
    """

    name: str
    weight: float | None
    share: float | None
    index: Value
    is_left_out: bool


@dataclass(frozen=True)
class RollUp:
    """A company, from its product ranges.

    Attributes
    ----------
    factor
        What the ranges were weighed by.
    ranges
        Every range that was chosen, those left out too.
    omitted_share
        The share of the business that the figures do not cover, by the factor.
    explanation
        Why so much is left out, in the words of the company.
    readings
        The figures of the company: the mean of the index, and every framework whose inputs add up.
    """

    factor: Factor
    ranges: tuple[Range, ...]
    omitted_share: float
    explanation: str
    readings: tuple[Reading, ...]
    warnings: tuple[Message, ...] = ()

    def __getitem__(self, name: str) -> Value:
        indicator, _, value = name.partition(".")
        return self.reading(indicator).values[value]

    def reading(self, indicator: str) -> Reading:
        """Return what one framework gave for the company."""
        return next(one for one in self.readings if one.indicator == indicator)

    @property
    def coverage(self) -> float:
        """The share of the business that the figures cover."""
        return 1 - self.omitted_share


def chosen_ranges(
    members: Sequence[Member], factor: Factor, left_out: frozenset[str]
) -> tuple[Range, ...]:
    """Return the ranges with what each weighs, and its share where all weights are known.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> bottles = [Member("small", assess(bottle())), Member("large", assess(bottle()))]
    >>> [one.share for one in chosen_ranges(bottles, Factor.MASS, frozenset())]
    [0.5, 0.5]
    """
    weights = {member.name: member.weight(factor) for member in members}
    known = [weight for weight in weights.values() if weight is not None]
    whole = math.fsum(known) if len(known) == len(weights) else 0.0
    return tuple(
        Range(
            name=member.name,
            weight=(weight := weights[member.name]),
            share=weight / whole if whole and weight is not None else None,
            index=member.index,
            is_left_out=member.name in left_out,
        )
        for member in members
    )


def omitted_share(ranges: Sequence[Range], unmeasured_share: float) -> float:
    r"""Return the share of the business that is not covered.

    .. math:: O = u + (1 - u) \frac{\sum_{left\,out} N_R}{\sum_R N_R}

    Parameters
    ----------
    ranges : sequence of Range
        The measured ranges; those left out must have a weight. [kg or EUR]
    unmeasured_share : float
        Share :math:`u` of the business that was not measured at all. [0..1]

    Returns
    -------
    float
        [0..1]

    Raises
    ------
    InstrumentError
        A range that is left out has no weight.

    Examples
    --------
    >>> undefined = Value("mci")
    >>> small = Range("small", 10.0, 0.05, undefined, is_left_out=True)
    >>> large = Range("large", 190.0, 0.95, undefined, is_left_out=False)
    >>> round(omitted_share([small, large], 0.2), 3)
    0.24
    """
    left_out = math.fsum(one.share or 0.0 for one in ranges if one.is_left_out)
    if any(one.is_left_out and one.share is None for one in ranges):
        without = tuple(one.name for one in ranges if not one.weight)
        raise InstrumentError(Message("rollup.weight-for-omitted", {"names": without}))
    return unmeasured_share + (1 - unmeasured_share) * left_out


def check_ranges(members: Sequence[Member], left_out: frozenset[str]) -> None:
    """Refuse names that mean nothing or two things, and a company without a range.

    Raises
    ------
    InstrumentError
        A name stands for two ranges or for none, or no range is left.

    Examples
    --------
    >>> check_ranges([], frozenset())
    Traceback (most recent call last):
    ...
    kragozor.instruments.errors.InstrumentError: No range is left to form the company of.
    """
    names = [member.name for member in members]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise InstrumentError(Message("rollup.twice", {"names": tuple(twice)}))
    if unknown := sorted(left_out.difference(names)):
        raise InstrumentError(Message("rollup.unknown", {"names": tuple(unknown)}))
    if not set(names) - left_out:
        raise InstrumentError(Message("rollup.nothing"))


def check_omitted(share: float, *, bound: float, explanation: str) -> None:
    """Refuse to leave out more than the de-minimis rule allows without saying why.

    Parameters
    ----------
    share : float
        The share of the business that is not covered. 0..1 [-]
    bound : float
        The share that may be left out without a word. 0..1 [-]
    explanation : str
        Why more is left out.

    Raises
    ------
    OutOfRange
        More is left out, and nobody says why.

    Examples
    --------
    >>> check_omitted(0.2, bound=DE_MINIMIS, explanation="the plant opened in May")
    """
    if share > bound and not explanation.strip():
        told = {"share": 100 * share, "bound": 100 * bound}
        raise OutOfRange(Message("rollup.too-much-omitted", told))


def check_share(name: str, value: float) -> None:
    """Refuse a share outside 0 to 1; a whole that is left out is nothing.

    Raises
    ------
    OutOfRange
        The share is outside.

    Examples
    --------
    >>> check_share("unmeasured_share", 1.0)
    Traceback (most recent call last):
    ...
    kragozor.instruments.errors.OutOfRange: unmeasured_share is 1; it must be from 0 to below 1.
    """
    if not 0 <= value < 1:
        raise out_of_range(name, value, Message("rollup.below-1"))

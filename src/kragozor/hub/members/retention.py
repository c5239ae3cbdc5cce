"""How well the Council keeps its members: renewal, attrition, length of membership.

Pure functions of the stretches during which each organisation was a member, as of a day. What
cannot be told is told as a reason, never as 0.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean, median

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Whoever comes back within so many days never left: fees are often paid after the last day.
GRACE = timedelta(days=60)
DAYS_IN_A_YEAR = 365.25

NOTHING_ENDED = _("No term ended in these 12 months, or all that did may still be renewed.")
NOBODY_AT_THE_START = _("There was no member 12 months before this day.")
NOBODY_NOW = _("There is no member on this day.")
NOBODY_EVER = _("There was no member up to this day.")
FEWER_THAN_HALF = _("Fewer than half of all memberships have ended, so there is no median yet.")


@dataclass(frozen=True, order=True)
class Stretch:
    """A time of membership, from its first day to its last."""

    first: date
    last: date


# The terms of each organisation as stretches, in any order. Two of them share days only where two
# records of one organisation were merged, each with its terms.
History = Mapping[Hashable, Sequence[Stretch]]


@dataclass(frozen=True)
class Figure:
    """A number, or the reason why there is none; a share also has the counts it is made of."""

    value: float | None
    reason: str | Promise = ""
    part: int = 0
    whole: int = 0


@dataclass(frozen=True)
class Renewals:
    """What became of the terms that ended in the 12 months before a day."""

    renewed: int
    lapsed: int
    undecided: int

    @property
    def rate(self) -> Figure:
        """renewed / (renewed + lapsed); those that may still be renewed count on neither side."""
        return share(self.renewed, self.renewed + self.lapsed, NOTHING_ENDED)


@dataclass(frozen=True)
class Lengths:
    """How long memberships last, in years."""

    median_now: Figure
    mean_now: Figure
    median_of_all: Figure


def renewals(history: History, on: date) -> Renewals:
    """Return what became of the terms with ``year_before(on) <= last < on``.

    A term is renewed when the next one of the same organisation begins by ``last + GRACE``, and
    has begun by ``on``. It is lapsed when it is not renewed and ``last + GRACE < on``; until then
    it is undecided. Terms that share days count as one, which ends with the last of them.
    """
    renewed = lapsed = undecided = 0
    for stretches in history.values():
        for stretch, after in _with_next(stretches):
            if not year_before(on) <= stretch.last < on:
                continue
            is_renewed = after is not None and after.first <= min(stretch.last + GRACE, on)
            is_open = not is_renewed and stretch.last + GRACE >= on
            renewed += is_renewed
            undecided += is_open
            lapsed += not (is_renewed or is_open)
    return Renewals(renewed, lapsed, undecided)


def attrition(history: History, on: date) -> Figure:
    """Return the share of the members of ``year_before(on)`` who are none on ``on``.

    |A minus B| / |A|, where A are the members 12 months before the day, and B those on it. Who
    came and went in between is in neither.
    """
    start = year_before(on)
    before = {key for key, stretches in history.items() if _is_member(stretches, start)}
    gone = [key for key in before if not _is_member(history[key], on)]
    return share(len(gone), len(before), NOBODY_AT_THE_START)


def lengths(history: History, on: date) -> Lengths:
    """Return how long memberships last: of today's members, and of all there ever were.

    A membership runs over pauses of up to `GRACE`. Those of today's members are as old as
    ``(on - first) / 365.25`` years; they are not over, so their middle says little about how long
    memberships last. `median_of_all` does: it is the Kaplan-Meier median, see there.
    """
    ages = [
        (on - membership.first).days / DAYS_IN_A_YEAR
        for stretches in history.values()
        for membership in memberships(stretches)
        if _is_member(stretches, on) and membership.first <= on <= membership.last
    ]
    if not ages:
        return Lengths(
            Figure(None, NOBODY_NOW), Figure(None, NOBODY_NOW), median_of_all(history, on)
        )
    return Lengths(Figure(median(ages)), Figure(mean(ages)), median_of_all(history, on))


def median_of_all(history: History, on: date) -> Figure:
    """Return the length that half of all memberships outlive, in years, by Kaplan and Meier.

    S(t) is the product over the lengths t_i <= t at which memberships ended of 1 - d_i / n_i: d_i
    ended at that length, n_i had lasted as long. The median is the least t with S(t) <= 1/2. A
    membership that runs, or whose grace is not over, counts as long as it lasted, without an end.

    Source: E. L. Kaplan, P. Meier, Nonparametric Estimation from Incomplete Observations, Journal
    of the American Statistical Association 53 (1958) 457-481.
    """
    observed = sorted(_observed(history, on))
    if not observed:
        return Figure(None, NOBODY_EVER)
    staying = 1.0
    for length in sorted({days for days, ended in observed if ended}):
        at_risk = sum(days >= length for days, _ended in observed)
        ended = sum(ended and days == length for days, ended in observed)
        staying *= 1 - ended / at_risk
        # Products of fractions miss one half by a rounding.
        if staying <= 0.5 + 1e-12:
            return Figure(length / DAYS_IN_A_YEAR)
    return Figure(None, FEWER_THAN_HALF)


def memberships(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return terms joined over pauses of up to `GRACE`."""
    return _joined(stretches, pause=GRACE)


def year_before(on: date) -> date:
    """Return the same day a year earlier; of 29 February the 28th."""
    try:
        return on.replace(year=on.year - 1)
    except ValueError:
        return on.replace(year=on.year - 1, day=28)


def share(part: int, whole: int, reason: str | Promise) -> Figure:
    """Return part / whole, or why there is none."""
    return Figure(part / whole, "", part, whole) if whole else Figure(None, reason)


def _observed(history: History, on: date) -> Iterator[tuple[int, bool]]:
    """Yield of each membership up to a day how many days it lasted, and whether it ended."""
    for stretches in history.values():
        begun = [stretch for stretch in stretches if stretch.first <= on]
        for membership in memberships(begun):
            last = min(membership.last, on)
            yield (last - membership.first).days + 1, membership.last + GRACE < on


def _is_member(stretches: Iterable[Stretch], on: date) -> bool:
    return any(stretch.first <= on <= stretch.last for stretch in stretches)


def _with_next(stretches: Sequence[Stretch]) -> Iterator[tuple[Stretch, Stretch | None]]:
    ordered = _joined(stretches, pause=timedelta(0))
    return zip(ordered, [*ordered[1:], None], strict=True)


def _joined(stretches: Sequence[Stretch], pause: timedelta) -> list[Stretch]:
    """Return stretches in order, those joined that begin within a pause of the one before."""
    joined: list[Stretch] = []
    for stretch in sorted(stretches):
        if joined and stretch.first <= joined[-1].last + pause:
            joined[-1] = Stretch(joined[-1].first, max(joined[-1].last, stretch.last))
        else:
            joined.append(stretch)
    return joined

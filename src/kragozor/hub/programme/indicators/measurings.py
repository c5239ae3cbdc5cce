"""How many organisations measured, and how many came back to measure again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kragozor.hub.measuring.queries import Made
from kragozor.hub.programme.indicators.facts import Facts
from kragozor.hub.programme.indicators.value import Part, Value

# A figure made of fewer would let one of them be recognised, and so would one that fewer join.
LEAST_CONTRIBUTORS = 5


def companies_measured(facts: Facts, day: date) -> Value:
    """The organisations that measured, with how many measurings they made."""
    made = facts.measurings(day)
    organisations = {one.organisation_id for one in made}
    return Value(len(organisations), (Part(_("Measurements made"), str(len(made))),))


def companies_measured_again(facts: Facts, day: date) -> Value:
    """The organisations that measured a subject for a second period; how many improved."""
    gains = _gains(facts.measurings(day))
    return Value(len(gains), (Part(_("Improved their figure"), _improved_text([*gains.values()])),))


def _improved_text(gains: list[bool]) -> str:
    """Return how many improved, in steps of five organisations.

    The number of one more day is public beside that of the day before, so it may not tell
    whether the one improved who came in between; nor that all of them did, or none.
    """
    told = gains[: len(gains) // LEAST_CONTRIBUTORS * LEAST_CONTRIBUTORS]
    if len(set(told)) < 2:
        return _("not said while it would tell of single organisations")
    return _("%(count)s of the first %(all)s") % {"count": sum(told), "all": len(told)}


def measured_again(made: Iterable[Made]) -> dict[tuple[UUID, str], list[Made]]:
    """Return the subjects measured for several periods, of each period the newest measuring.

    A subject is an organisation and a name; its measurings are in the order of their periods.
    """
    subjects: dict[tuple[UUID, str], dict[date, Made]] = defaultdict(dict)
    for one in made:
        subjects[one.organisation_id, one.subject][one.period_end] = one
    return {
        subject: [periods[end] for end in sorted(periods)]
        for subject, periods in subjects.items()
        if len(periods) > 1
    }


def _gains(made: Sequence[Made]) -> dict[UUID, bool]:
    """Return who measured a subject for several periods, and whether any of it improved.

    They stand in the order in which they came back, so that whoever comes later stands last.
    """
    gains = dict.fromkeys(_came_back(made), False)
    for (organisation, _subject), periods in measured_again(made).items():
        gains[organisation] |= _is_gain(periods[0], periods[-1])
    return gains


def _came_back(made: Iterable[Made]) -> Iterator[UUID]:
    """Yield an organisation whenever it measures a subject that it measured for another period."""
    periods: dict[tuple[UUID, str], set[date]] = defaultdict(set)
    for one in made:
        known = periods[one.organisation_id, one.subject]
        known.add(one.period_end)
        if len(known) > 1:
            yield one.organisation_id


def _is_gain(first: Made, last: Made) -> bool:
    """Whether the figure rose; figures of different kinds or methods are not compared."""
    is_same = (first.headline, first.version) == (last.headline, last.version)
    if first.value is None or last.value is None or not is_same:
        return False
    return last.value > first.value

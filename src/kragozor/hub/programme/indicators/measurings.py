"""How many organisations measured, and how many came back to measure again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kragozor.hub.measuring.queries import Made
from kragozor.hub.programme.indicators.facts import Facts
from kragozor.hub.programme.indicators.value import Part, Value

# A figure made of fewer would let one of them be recognised.
LEAST_CONTRIBUTORS = 5


def companies_measured(facts: Facts, day: date) -> Value:
    """The organisations that measured, with how many measurings they made."""
    made = facts.measurings(day)
    organisations = {one.organisation_id for one in made}
    return Value(len(organisations), (Part(_("Measurements made"), str(len(made))),))


def companies_measured_again(facts: Facts, day: date) -> Value:
    """The organisations that measured a subject for a second period; how many improved."""
    gains = _gains(facts.measurings(day))
    return Value(len(gains), (Part(_("Improved their figure"), _improved_text(gains)),))


def _improved_text(gains: dict[UUID, bool]) -> str:
    if len(gains) < LEAST_CONTRIBUTORS:
        return _("not said while they are fewer than %(least)s") % {"least": LEAST_CONTRIBUTORS}
    return _("%(count)s of %(all)s") % {"count": sum(gains.values()), "all": len(gains)}


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


def _gains(made: Iterable[Made]) -> dict[UUID, bool]:
    """Return who measured a subject for several periods, and whether any of it improved."""
    gains: dict[UUID, bool] = {}
    for (organisation, _subject), periods in measured_again(made).items():
        gains[organisation] = gains.get(organisation, False) or _is_gain(periods[0], periods[-1])
    return gains


def _is_gain(first: Made, last: Made) -> bool:
    """Whether the figure rose; figures of different kinds or methods are not compared."""
    is_same = (first.headline, first.version) == (last.headline, last.version)
    if first.value is None or last.value is None or not is_same:
        return False
    return last.value > first.value

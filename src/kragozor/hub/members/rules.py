"""Who may do what: plain answers about what ties one person to one organisation today.

An inventory belongs to its organisation. Staff see that it exists; its numbers they see only
while the organisation grants it to them by name. The board sees what staff see, numbers never,
and changes nothing.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from kragozor.hub.members.enums import Role
from kragozor.hub.members.retention import GRACE


@dataclass(frozen=True)
class Standing:
    """What ties a person to an organisation at one moment; whether they see it a query has said."""

    role: Role | None = None
    is_staff: bool = False
    has_grant: bool = False


def may_view_numbers(standing: Standing) -> bool:
    """Whether the facts and results of its inventories are open."""
    return standing.role is not None or (standing.is_staff and standing.has_grant)


def may_edit_inventories(standing: Standing) -> bool:
    """Whether inventories may be declared, changed, measured, shared and archived."""
    return standing.role in {Role.OWNER, Role.EDITOR}


def may_edit_organisation(standing: Standing) -> bool:
    """Whether the facts about the organisation may be changed."""
    return standing.role == Role.OWNER


def may_manage_people(standing: Standing) -> bool:
    """Whether people may be invited, given other roles, ended, and staff given access."""
    return standing.role == Role.OWNER


def may_invite(standing: Standing, *, has_owner: bool) -> bool:
    """Whether somebody may be invited: the staff may as long as nobody owns the profile.

    Else an organisation whose invitation ran out would be closed to everybody for good.
    """
    return may_manage_people(standing) or (standing.is_staff and not has_owner)


def next_term(last: date | None, today: date) -> tuple[date, date]:
    """The days of the term to propose: a year from the day after the last one.

    Who has been away for longer than the grace begins anew, today.

    >>> next_term(date(2026, 12, 31), date(2026, 11, 24))
    (datetime.date(2027, 1, 1), datetime.date(2027, 12, 31))
    """
    follows = last is not None and today <= last + GRACE
    starts = last + timedelta(days=1) if follows else today
    return starts, a_year_from(starts) - timedelta(days=1)


def a_year_from(day: date) -> date:
    """The same day of the next year; of 29 February the 1st of March."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)

"""Plain answers about an activity: where it stands, how far it has come."""

from __future__ import annotations

from datetime import date

from kragozor.hub.programme.enums import State


def state_of(
    value: float | None, target: float | None, *, day: date, due: tuple[date | None, ...]
) -> State:
    """Where an activity stands: behind when a day that it was due by has passed unreached.

    A count of zero is a value, and still nothing to show.
    """
    if value is not None and target is not None and value >= target:
        return State.REACHED
    if any(last is not None and last < day for last in due):
        return State.BEHIND
    if not value:
        return State.NOTHING
    return State.WITHOUT_TARGET if target is None else State.ON_THE_WAY


def share_of(value: float | None, target: float | None) -> float | None:
    """How much of the target is reached, at most all; undefined without a value or a target."""
    if value is None or not target:
        return None
    return max(0.0, min(1.0, value / target))

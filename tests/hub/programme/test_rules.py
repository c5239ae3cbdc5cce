"""Where an activity stands, and how far it has come."""

from datetime import date, timedelta

import pytest

from kragozor.hub.programme.enums import State
from kragozor.hub.programme.rules import share_of, state_of

DAY = date(2025, 6, 30)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("value", "target", "due", "state"),
    [
        (20.0, 20.0, (None,), State.REACHED),
        (20.0, 20.0, (BEFORE,), State.REACHED),
        (19.0, 20.0, (None, None), State.ON_THE_WAY),
        (19.0, 20.0, (DAY, AFTER), State.ON_THE_WAY),
        (19.0, 20.0, (None, BEFORE), State.BEHIND),
        (None, None, (BEFORE,), State.BEHIND),
        (None, 20.0, (None,), State.NOTHING),
        (0.0, 20.0, (AFTER,), State.NOTHING),
        (5.0, None, (None,), State.WITHOUT_TARGET),
    ],
)
def test_state(value, target, due, state):
    assert state_of(value, target, day=DAY, due=due) is state


def test_share_is_undefined_without_value_or_target():
    assert share_of(None, 20) is None
    assert share_of(5, None) is None
    assert share_of(5, 20) == 0.25
    assert share_of(0, 20) == 0
    assert share_of(40, 20) == 1

"""Two of the staff who change one value at the same moment."""

from dataclasses import replace

from kragozor.hub.reference import services
from kragozor.hub.reference.models import ParameterChange
from tests.hub.racing import RACES, at_once
from tests.hub.reference.making import BETTER

pytestmark = RACES


def put(staff, value):
    """A change by somebody who knew the value as it is packaged."""
    parameter = replace(BETTER, value=value)
    return lambda: services.parameter_set(actor=staff, parameter=parameter, reason="ново")


def test_of_two_who_change_at_once_one_is_told(staff):
    assert at_once(put(staff, 0.7), put(staff, 0.6)) == ["Outdated", "done"]
    assert ParameterChange.objects.count() == 1

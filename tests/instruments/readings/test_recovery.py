"""What is declared counts; otherwise the destination decides."""

import pytest

from kragozor.instruments.inventory import Destination, Pillar
from kragozor.instruments.readings.recovery import (
    actual_recovery,
    recovered_mass,
    recovery_potential,
)
from tests.inventories import known, outflow

TEXTILES = Pillar.TEXTILES


@pytest.mark.parametrize("destination", Destination)
def test_destination_decides_where_nothing_is_declared(destination):
    row = outflow(10, destination)
    expected = 1.0 if destination.is_circular else 0.0
    assert recovery_potential(row) == actual_recovery(row, TEXTILES) == expected
    assert recovered_mass(row, TEXTILES) == 10 * expected


def test_recycling_recovers_what_its_efficiency_says():
    row = outflow(10, Destination.RECYCLE, recycling_efficiency=known(0.8))
    assert recovered_mass(row, TEXTILES) == pytest.approx(8)


def test_declared_factors_override_the_destination():
    row = outflow(
        80, Destination.LANDFILL, recovery_potential=known(0.75), actual_recovery=known(0.6)
    )
    assert recovered_mass(row, TEXTILES) == pytest.approx(36)


def test_declared_zero_is_kept_apart_from_missing():
    row = outflow(10, Destination.RECYCLE, actual_recovery=known(0))
    assert recovered_mass(row, TEXTILES) == 0

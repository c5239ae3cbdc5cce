"""How much of an outflow is recovered: declared where it is, otherwise by its destination."""

from __future__ import annotations

from kragozor.instruments.inventory import Destination, Outflow
from kragozor.instruments.readings.rows import value_or


def recovery_potential(row: Outflow) -> float:
    """Share of an outflow that can be recovered; by destination where none is declared."""
    return value_or(row.recovery_potential, 1.0 if row.destination.is_circular else 0.0)


def actual_recovery(row: Outflow) -> float:
    """Share of the recoverable that is recovered; recycling recovers what its efficiency says."""
    if row.actual_recovery is not None:
        return row.actual_recovery.value
    if row.destination is Destination.RECYCLE:
        return value_or(row.recycling_efficiency, 1.0)
    return 1.0 if row.destination.is_circular else 0.0


def recovered_mass(row: Outflow) -> float:
    """Mass of an outflow that is recovered: mass × potential × actual recovery. [kg]"""
    return row.mass.value * recovery_potential(row) * actual_recovery(row)

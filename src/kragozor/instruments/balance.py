"""Mass balance and data quality of an inventory, looked at before any framework."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from kragozor.instruments.inventory import Grade, Inventory, Quantity
from kragozor.instruments.result import Balance

TOLERANCE = 0.01


def mass_balance(inventory: Inventory, *, tolerance: float = TOLERANCE) -> Balance:
    r"""Inflow against outflow plus stock change.

    .. math:: gap = \sum m_{in} - \sum m_{out} - \Delta S

    Parameters
    ----------
    inventory : Inventory
        Masses of inflows, outflows and stock change. [kg]
    tolerance : float
        Largest gap that still closes, as a share of the larger side. [0..1]

    Returns
    -------
    Balance
        Both sides, the gap and whether it closes.

    Notes
    -----
    Assumes that every row is for the same period or functional unit. Source: conservation of
    mass, as ISO 59020:2024 asks of the inflow and outflow of one system in focus.

    Examples
    --------
    >>> from kragozor.instruments.balance import mass_balance
    >>> from kragozor.instruments.examples import bottle
    >>> mass_balance(bottle()).closes
    True
    """
    change = inventory.subject.stock_change
    return Balance(
        inflow=math.fsum(row.mass.value for row in inventory.inflows),
        outflow=math.fsum(row.mass.value for row in inventory.outflows),
        stock_change=change.value if change else 0.0,
        tolerance=tolerance,
    )


def grade_shares(masses: Iterable[Quantity]) -> Mapping[Grade, float]:
    r"""Share of mass by how well it is known.

    .. math:: s_g = \sum_{i: grade_i = g} m_i / \sum_i m_i

    Parameters
    ----------
    masses : iterable of Quantity
        Masses of the rows that a figure rests on. [kg]

    Returns
    -------
    mapping of Grade to float
        Only grades that occur, best first; empty where there is no mass.

    Notes
    -----
    Source: the quality grades of the inventory (measured, calculated, estimated, proxy).

    Examples
    --------
    >>> from kragozor.instruments.inventory import Grade, Quantity
    >>> grade_shares([Quantity(3, Grade.MEASURED), Quantity(1, Grade.PROXY)])[Grade.PROXY]
    0.25
    """
    rows = list(masses)
    totals = {grade: math.fsum(m.value for m in rows if m.grade == grade) for grade in Grade}
    whole = math.fsum(totals.values())
    return {grade: total / whole for grade, total in totals.items() if total > 0}

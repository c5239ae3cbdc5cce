"""How much of an outflow is recovered: declared where it is, otherwise by its destination."""

from __future__ import annotations

from kragozor.instruments.inventory import Destination, Outflow, Pillar
from kragozor.instruments.readings.amounts import value_or
from kragozor.instruments.readings.soil import soil_share


def recovery_potential(row: Outflow) -> float:
    r"""Share of an outflow that can be recovered, as it is designed.

    .. math:: pot_j = \begin{cases} \text{declared} \\ 1 & \text{circular destination} \\
              0 & \text{otherwise} \end{cases}

    Parameters
    ----------
    row : Outflow
        A mass that leaves to one destination. [kg]

    Returns
    -------
    float
        0..1

    Notes
    -----
    Source: WBCSD, CTI v4.0, recovery potential of an outflow; that a mass which is in fact
    reused, recycled or returned to soil could be so recovered is an assumption of ours.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> [recovery_potential(row) for row in bottle().outflows]
    [1.0, 0.0, 0.0]
    """
    return value_or(row.recovery_potential, 1.0 if row.destination.is_circular else 0.0)


def actual_recovery(row: Outflow, pillar: Pillar) -> float:
    r"""Share of the recoverable that is in fact recovered.

    .. math:: act_j = s_j \begin{cases} \text{declared} \\ E_j & \text{recycling} \\
              1 & \text{another circular destination} \\ 0 & \text{otherwise} \end{cases}

    Parameters
    ----------
    row : Outflow
        A mass that leaves to one destination; recycling may declare its efficiency
        :math:`E_j`, which is 1 where it does not. [kg]
    pillar : Pillar
        The sector of the inventory, which decides how much of undeclared compost goes back to
        soil (:func:`~kragozor.instruments.readings.soil.soil_share`, :math:`s_j`).

    Returns
    -------
    float
        0..1

    Notes
    -----
    Source: WBCSD, CTI v4.0, actual recovery of an outflow; ISO 59020:2024, A.3.4, counts what
    is actually recycled, so losses of recycling stay linear.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> [actual_recovery(row, bottle().subject.pillar) for row in bottle().outflows]
    [0.75, 0.0, 0.0]
    """
    return soil_share(row, pillar) * value_or(row.actual_recovery, _usual_recovery(row))


def recovered_mass(row: Outflow, pillar: Pillar) -> float:
    r"""Mass of an outflow that is recovered. [kg]

    .. math:: m_j \, pot_j \, act_j

    Parameters
    ----------
    row : Outflow
        A mass that leaves to one destination. [kg]
    pillar : Pillar
        The sector of the inventory, as for :func:`actual_recovery`.

    Returns
    -------
    float
        From 0 to the mass of the row. [kg]

    Notes
    -----
    Source: WBCSD, CTI v4.0, % circular outflow.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> [recovered_mass(row, bottle().subject.pillar) for row in bottle().outflows]
    [11.25, 0.0, 0.0]
    """
    return row.mass.value * recovery_potential(row) * actual_recovery(row, pillar)


def _usual_recovery(row: Outflow) -> float:
    if row.destination is Destination.RECYCLE:
        return value_or(row.recycling_efficiency, 1.0)
    return 1.0 if row.destination.is_circular else 0.0

"""Compost and digestate count for the biological cycle only as far as they go back to soil."""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.instruments.inventory import Destination, Outflow, Pillar
from kragozor.instruments.readings.amounts import value_or
from kragozor.instruments.readings.rows import OutflowRows, rows_named, where
from kragozor.words import Message

TREATED = (Destination.COMPOST, Destination.DIGESTION_TO_SOIL)


def soil_share(row: Outflow, pillar: Pillar) -> float:
    r"""Share of an outflow that stays in the biological cycle by way of the soil.

    .. math:: s_j = \begin{cases} \text{declared} & \text{compost, digestion} \\
              0 & \text{compost, undeclared, in agri-food} \\ 1 & \text{otherwise} \end{cases}

    Parameters
    ----------
    row : Outflow
        A mass that leaves to one destination. [kg]
    pillar : Pillar
        The sector of the inventory: who works with biological material knows where it goes,
        and proves it by declaring it; elsewhere compost is taken to be used.

    Returns
    -------
    float
        0..1

    Notes
    -----
    Digestion to soil has the soil in its name and counts whole unless told otherwise. Source:
    an assumption of ours; no framework says what becomes of compost that nobody spreads.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> row = replace(bottle().outflows[0], destination=Destination.COMPOST)
    >>> soil_share(row, Pillar.PLASTICS), soil_share(row, Pillar.AGRIFOOD)
    (1.0, 0.0)
    """
    if row.destination not in TREATED:
        return 1.0
    return value_or(row.returned_to_soil, 0.0 if _must_declare(row, pillar) else 1.0)


def soil_assumptions(rows: OutflowRows, pillar: Pillar) -> Iterator[Message]:
    """Tell which compost was counted, or was not, for want of a declaration.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.inventory import Place
    >>> row = replace(bottle().outflows[0], destination=Destination.COMPOST)
    >>> told = soil_assumptions([(Place("outflows", 1), row)], Pillar.AGRIFOOD)
    >>> [message.key for message in told]
    ['readings.compost-not-counted']
    """
    undeclared = where(
        rows, lambda r: r.destination is Destination.COMPOST and r.returned_to_soil is None
    )
    if undeclared:
        key = "compost-not-counted" if pillar is Pillar.AGRIFOOD else "compost-counted"
        yield Message(f"readings.{key}", {"rows": rows_named(undeclared)})


def _must_declare(row: Outflow, pillar: Pillar) -> bool:
    return row.destination is Destination.COMPOST and pillar is Pillar.AGRIFOOD

"""A small inventory for documentation and doctests; its numbers illustrate and claim nothing."""

from __future__ import annotations

import datetime as dt

from kragozor.instruments.inventory import (
    Destination,
    Grade,
    Inflow,
    Inventory,
    Kind,
    Origin,
    Outflow,
    OutflowKind,
    Pillar,
    Quantity,
    Subject,
)


def bottle() -> Inventory:
    """A thousand bottles: virgin and recycled PET, a cap; partly recycled, partly lost.

    Notes
    -----
    Invented round numbers [kg], no source; with them :math:`V = 21`, :math:`W_0 = 18`,
    :math:`W_F = 3`, :math:`W_C = 3.75`, so :math:`LFI = 42.375 / 65.625`.

    Examples
    --------
    >>> bottle().subject.name
    'Bottle'
    """
    return Inventory(
        subject=Subject(
            name="Bottle",
            kind=Kind.PRODUCT,
            pillar=Pillar.PLASTICS,
            period_start=dt.date(2025, 1, 1),
            period_end=dt.date(2025, 12, 31),
            functional_unit="1000 bottles",
        ),
        inflows=(
            Inflow("PET", _measured(18), Origin.VIRGIN, part="bottle"),
            Inflow(
                "rPET",
                _measured(12),
                Origin.RECYCLED_POST_CONSUMER,
                feedstock_recycling_efficiency=_measured(0.8),
                part="bottle",
            ),
            Inflow("PP", _measured(3), Origin.VIRGIN, part="cap"),
        ),
        outflows=(
            _product(15, Destination.RECYCLE, recycling_efficiency=_measured(0.75)),
            _product(6, Destination.INCINERATION),
            _product(12, Destination.LANDFILL),
        ),
    )


def _product(
    mass: float, destination: Destination, *, recycling_efficiency: Quantity | None = None
) -> Outflow:
    return Outflow(
        OutflowKind.PRODUCT,
        "bottle",
        _measured(mass),
        destination,
        recycling_efficiency=recycling_efficiency,
    )


def _measured(value: float) -> Quantity:
    return Quantity(value, Grade.MEASURED)

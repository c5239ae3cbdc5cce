"""The reading of an inventory by its dry matter.

Every row takes part, so every row declares its dry matter: a dry material 1, water 0. A row
that does not leaves undefined whatever it belongs to, since its wet mass would stand for more
than it holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.instruments.inventory import Destination, Inflow, Inventory, Origin, Outflow, Pillar
from kragozor.instruments.readings.agrifood.rows import (
    dry_share,
    dry_summed,
    is_used,
    without_dry_matter,
)
from kragozor.instruments.readings.findings import Finding, Gap, Lack
from kragozor.instruments.readings.rows import (
    InflowRows,
    OutflowRows,
    inflows,
    mass,
    outflows,
    places_of,
    where,
)
from kragozor.instruments.readings.soil import TREATED, soil_assumptions, soil_share
from kragozor.instruments.result import Input
from kragozor.words import Message

PRIMARY = (Origin.RENEWABLE_MANAGED, Origin.RENEWABLE_UNMANAGED)


def inputs(inventory: Inventory) -> Iterator[Finding]:
    """Yield the named inputs of ``biomass`` with the rows that each rests on.

    Every inflow with its dry matter [0..1] and circular share [0..1]; every outflow with its
    dry matter and the share that goes back to the biological cycle: feed, and compost and
    digestate as far as they go back to soil. Uses as material are the products and the
    by-products that stay in a cycle; primary biomass is what is renewable and does not return
    from own products. [kg of dry matter]

    Source: Kragozor's own definitions; the cascade factor after Mantau, 2012.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.inventory import Quantity
    >>> rows = tuple(replace(row, dry_matter=Quantity(0.5)) for row in bottle().outflows)
    >>> told = inputs(replace(bottle(), inflows=(), outflows=rows))
    >>> [(one.name, one.value) for one in told if isinstance(one, Input)][-1]
    ('material_uses', 16.5)
    """
    rows: list[Inflow | Outflow] = [*inventory.inflows, *inventory.outflows]
    if all(row.dry_matter is None for row in rows):
        yield Lack(Message("readings.no-biomass"))
        return
    entering, leaving = inflows(inventory), outflows(inventory)
    if entering:
        yield _inflows(entering)
        yield dry_summed("primary_biomass", where(entering, _is_primary))
    if leaving:
        yield _outflows(leaving, inventory.subject.pillar)
        yield from soil_assumptions(leaving, inventory.subject.pillar)
        yield dry_summed("material_uses", where(leaving, is_used))
    if inventory.subject.stock_change is not None:
        yield Message("readings.stock-without-dry-matter")


def recirculated_share(row: Outflow, pillar: Pillar) -> float:
    """Return the share of an outflow that goes back to the biological cycle. [0..1]

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> recirculated_share(bottle().outflows[0], Pillar.AGRIFOOD)
    0.0
    """
    return soil_share(row, pillar) if row.destination in (Destination.FEED, *TREATED) else 0.0


def _inflows(rows: InflowRows) -> Input | Gap:
    lacking = without_dry_matter(rows)
    items = tuple(
        {
            "mass": mass(row),
            "dry_matter": dry_share(row),
            "circular_share": float(row.origin.is_circular),
        }
        for _, row in rows
    )
    return Gap(("inflows",), lacking) if lacking else Input("inflows", items, places_of(rows))


def _outflows(rows: OutflowRows, pillar: Pillar) -> Input | Gap:
    lacking = without_dry_matter(rows)
    items = tuple(
        {
            "mass": mass(row),
            "dry_matter": dry_share(row),
            "recirculated_share": recirculated_share(row, pillar),
        }
        for _, row in rows
    )
    return Gap(("outflows",), lacking) if lacking else Input("outflows", items, places_of(rows))


def _is_primary(row: Inflow) -> bool:
    return row.origin in PRIMARY and row.returns_from is None

"""The reading of an inventory by what becomes of its surplus food.

Surplus is every outflow of food but the product that is sold and eaten, which has no
destination of its own and stands under "unknown".
"""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.instruments.inventory import Destination, Inventory, Outflow, OutflowKind
from kragozor.instruments.readings.agrifood.rows import dry_mass, without_dry_matter
from kragozor.instruments.readings.amounts import summed
from kragozor.instruments.readings.findings import Finding, Gap, Lack
from kragozor.instruments.readings.rows import outflows, where
from kragozor.words import Message

STEPS = {
    "surplus_to_people": (Destination.REUSE,),
    "surplus_to_feed": (Destination.FEED,),
    "surplus_to_valorisation": (
        Destination.RECYCLE,
        Destination.REFURBISH,
        Destination.REMANUFACTURE,
    ),
    "surplus_to_digestion": (Destination.DIGESTION_TO_SOIL,),
    "surplus_to_compost": (Destination.COMPOST,),
    "surplus_to_energy": (Destination.ENERGY,),
    "surplus_to_disposal": (Destination.INCINERATION, Destination.LANDFILL),
    "unknown_surplus": (Destination.UNKNOWN,),
}


def inputs(inventory: Inventory) -> Iterator[Finding]:
    """Yield the named inputs of ``food-surplus`` with the rows that each rests on.

    Dry matter [kg] of surplus food by where it goes. One row that does not declare its dry
    matter leaves all of them undefined, since shares are formed of the sum.

    Source: European Commission, Brief on food waste in the European Union, 2020.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.inventory import Quantity
    >>> fed = replace(bottle().outflows[2], destination=Destination.FEED, food=True)
    >>> told = inputs(replace(bottle(), outflows=(replace(fed, dry_matter=Quantity(0.5)),)))
    >>> [(one.name, one.value) for one in told if one.value]
    [('surplus_to_feed', 6.0)]
    """
    food = where(outflows(inventory), lambda row: row.food)
    if not food:
        yield Lack(Message("readings.no-food"))
        return
    surplus = where(food, is_surplus)
    lacking = without_dry_matter(surplus)
    if lacking:
        yield Gap(tuple(STEPS), lacking)
        return
    for name, destinations in STEPS.items():
        chosen = [(place, row) for place, row in surplus if row.destination in destinations]
        yield summed(name, chosen, dry_mass)


def is_surplus(row: Outflow) -> bool:
    """Tell whether food of a row did not reach the people it was made for.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> sold = replace(bottle().outflows[0], destination=Destination.UNKNOWN)
    >>> is_surplus(sold), is_surplus(replace(sold, kind=OutflowKind.LOSS))
    (False, True)
    """
    return row.kind is not OutflowKind.PRODUCT or row.destination is not Destination.UNKNOWN

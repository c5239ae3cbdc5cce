"""How waste is treated, by the operations that the reporting standards tell apart.

Waste are the rows declared as such: by-products are none by law, and a loss is not collected.
"""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.instruments.inventory import Destination, Inventory, OutflowKind
from kragozor.instruments.readings.rows import OutflowRows, outflows, rows_named, where
from kragozor.words import Message

# Composting and digestion to soil are recycling (Directive 2008/98/EC, Article 3(17)). Burning
# is incineration with or without recovery of energy (Delegated Regulation (EU) 2023/2772,
# Annex II). Feed keeps no material in use as material, so it is another recovery.
TREATMENTS = {
    "preparing_for_reuse": (
        Destination.REUSE,
        Destination.REFURBISH,
        Destination.REMANUFACTURE,
    ),
    "recycling": (Destination.RECYCLE, Destination.COMPOST, Destination.DIGESTION_TO_SOIL),
    "other_recovery": (Destination.FEED,),
    "incineration": (Destination.ENERGY, Destination.INCINERATION),
    "landfill": (Destination.LANDFILL,),
    "other_disposal": (Destination.UNKNOWN,),
}


def waste(inventory: Inventory) -> OutflowRows:
    """Return the rows of waste with their places.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> waste(bottle())
    []
    """
    return outflows(inventory, kind=OutflowKind.WASTE)


def treated_by(rows: OutflowRows, treatment: str) -> OutflowRows:
    """Return the rows that go to one treatment.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> treated_by(waste(bottle()), "incineration")
    []
    """
    return where(rows, lambda row: row.destination in TREATMENTS[treatment])


def waste_assumptions(inventory: Inventory) -> Iterator[Message]:
    """Yield what is not known of the waste, or is left out of it.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> lost = replace(bottle().outflows[2], kind=OutflowKind.LOSS)
    >>> [message.key for message in waste_assumptions(replace(bottle(), outflows=(lost,)))]
    ['readings.losses-are-no-waste']
    """
    unknown = treated_by(waste(inventory), "other_disposal")
    losses = outflows(inventory, kind=OutflowKind.LOSS)
    if unknown:
        yield Message("readings.unknown-treatment", {"rows": rows_named(unknown)})
    if losses:
        yield Message("readings.losses-are-no-waste", {"rows": rows_named(losses)})

"""The reading of an inventory by the VSME standard, Basic Module, B7."""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.instruments.inventory import Inventory
from kragozor.instruments.readings.amounts import summed
from kragozor.instruments.readings.findings import Finding, Gap, Lack
from kragozor.instruments.readings.rows import inflows, mass, outflows, places_of, where
from kragozor.instruments.readings.treatment import treated_by, waste, waste_assumptions
from kragozor.instruments.result import Input
from kragozor.words import Message


def inputs(inventory: Inventory) -> Iterator[Finding]:
    """Yield the named inputs of ``vsme-b7`` with the rows that each rests on.

    Masses [kg] of waste rows by hazard; of those prepared for reuse or recycled, composting and
    digestion to soil included; and of every inflow as a relevant material. Where no row is
    waste, it is not known whether there is none.

    Source: EFRAG, VSME, Basic Module, B7, paragraph 38.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> [one.value for one in inputs(bottle()) if isinstance(one, Input)]
    [({'mass': 18}, {'mass': 12}, {'mass': 3})]
    """
    entering, leaving = inflows(inventory), outflows(inventory)
    if not (entering or leaving):
        yield Lack(Message("readings.nothing-flows"))
        return
    yield from _waste(inventory)
    if entering:
        items = tuple({"mass": mass(row)} for _, row in entering)
        yield Input("materials", items, places_of(entering))


def _waste(inventory: Inventory) -> Iterator[Finding]:
    rows = waste(inventory)
    yield from waste_assumptions(inventory)
    if not rows:
        yield Gap(("hazardous_waste",), Message("readings.no-waste"))
        return
    yield summed("hazardous_waste", where(rows, lambda r: r.hazardous), mass)
    yield summed("non_hazardous_waste", where(rows, lambda r: not r.hazardous), mass)
    diverted = [*treated_by(rows, "preparing_for_reuse"), *treated_by(rows, "recycling")]
    yield summed("recycled_or_reused_waste", diverted, mass)

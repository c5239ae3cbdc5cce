"""The reading of an inventory by the circular material use rate, as an analogue for a company.

Eurostat's rate asks how much of all material used is recovered waste. Of a company the same
question is put to its own inflow: what is secondary takes the place of recovered waste, all else
that of domestic material consumption. Nothing crosses a border here, so imports and exports of
waste are 0 by construction.
"""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.instruments.inventory import Inflow, Inventory, Origin
from kragozor.instruments.readings.amounts import summed
from kragozor.instruments.readings.findings import Finding, Lack
from kragozor.instruments.readings.rows import inflows, mass, where
from kragozor.instruments.reference.circular_use import GEOGRAPHIES, rate_of
from kragozor.instruments.result import Input, Reference
from kragozor.words import Message


def inputs(inventory: Inventory) -> Iterator[Finding]:
    """Yield the named inputs of ``cmu`` with the rows that each rests on.

    Masses [kg] of secondary inflows, reused or recycled, and of all others; the level is always
    that of a company's analogue. Beside them stand Eurostat's rates for Bulgaria and the EU of
    the year in which the period ends, or of the nearest one published.

    Source: Eurostat, Circular material use rate (cei_srm030); the analogue is our own.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> found = {one.name: one.value for one in inputs(bottle()) if isinstance(one, Input)}
    >>> found["recovered"], found["domestic_material_consumption"]
    (12.0, 21.0)
    """
    rows = inflows(inventory)
    if not rows:
        yield Lack(Message("readings.no-material-use"))
        return
    yield Input("level", "company-analogue")
    primary = where(rows, lambda row: not _is_secondary(row))
    yield summed("domestic_material_consumption", primary, mass)
    yield summed("recovered", where(rows, _is_secondary), mass)
    yield Input("waste_imports", 0.0)
    yield Input("waste_exports", 0.0)
    for geography in GEOGRAPHIES:
        yield _reference(geography, inventory.subject.period_end.year)


def _is_secondary(row: Inflow) -> bool:
    return row.origin is Origin.REUSED or row.origin.is_recycled


def _reference(geography: str, year: int) -> Reference:
    rate = rate_of(geography, year)
    return Reference("circular_material_use_rate", rate.label, rate.value, rate.origin)

"""Invented measurements of members who let them be counted, and a first publication of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from kragozor.hub.common.demonstration import Guest, table_of
from kragozor.hub.figures.models import Publication
from kragozor.hub.figures.services import agreement_record, figures_publish
from kragozor.hub.measuring.services.inventories import inventory_declare
from kragozor.hub.measuring.services.measuring import inventory_measure
from kragozor.hub.members.queries import organisations
from kragozor.hub.people.services.demonstration import demonstration_clerk
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

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation

INFLOWS = {
    "virgin_t": ("Първични материали", Origin.VIRGIN),
    "recycled_t": ("Рециклирани материали", Origin.RECYCLED_POST_CONSUMER),
    "reused_t": ("Повторно използвани материали", Origin.REUSED),
}
OUTFLOWS = {
    "recycle_t": ("Изделия, събрани за рециклиране", Destination.RECYCLE),
    "reuse_t": ("Изделия за повторна употреба", Destination.REUSE),
    "waste_t": ("Изделия, които се депонират", Destination.LANDFILL),
}
SOURCE = "измислени данни за демонстрация"


def load() -> Iterator[Guest]:
    """Let members agree and measure last year, and publish it, where that was not done yet."""
    clerk = demonstration_clerk()
    year = timezone.localdate().year - 1
    if not Publication.objects.exists():
        for row in table_of(__package__, "contributors"):
            organisation = organisations().get(name=row["name"], is_demonstration=True)
            _contribute(organisation, row, year)
        figures_publish(actor=clerk, year=year)
    yield from ()


def _contribute(organisation: Organisation, row: dict[str, str], year: int) -> None:
    clerk = demonstration_clerk()
    inventory = inventory_declare(
        actor=clerk, organisation=organisation, declared=_declared(row, year)
    )
    inventory_measure(actor=clerk, inventory=inventory)
    agreement_record(actor=clerk, organisation=organisation, given=True)


def _declared(row: dict[str, str], year: int) -> Inventory:
    return Inventory(
        subject=Subject(
            name=f"{row['name']} (демонстрация)",
            kind=Kind.ORGANISATION,
            pillar=Pillar(row["pillar"]),
            period_start=date(year, 1, 1),
            period_end=date(year, 12, 31),
        ),
        inflows=tuple(
            Inflow(material, _tonnes(row[name]), origin)
            for name, (material, origin) in INFLOWS.items()
            if row[name] != "0"
        ),
        outflows=tuple(
            Outflow(OutflowKind.PRODUCT, material, _tonnes(row[name]), destination)
            for name, (material, destination) in OUTFLOWS.items()
            if row[name] != "0"
        ),
    )


def _tonnes(text: str) -> Quantity:
    return Quantity(1000 * float(text), Grade.CALCULATED, SOURCE)

"""The facts a company declares once: one model, of which every framework is a reading.

Masses in kg, energy in MJ, volume in m³, time in years, money in EUR; shares are fractions
from 0 to 1. Every number is a :class:`Quantity` and carries how well it is known and where it
comes from. The classes hold facts and refuse what cannot be one; they judge nothing.
"""

from kragozor.instruments.inventory.choices import (
    Destination,
    FoodStage,
    Grade,
    ImpactCategory,
    Kind,
    Loop,
    Origin,
    OutflowKind,
    PackagingType,
    Pillar,
    WaterFlow,
)
from kragozor.instruments.inventory.facts import (
    SECTIONS,
    SHARES,
    SIGNED,
    Energy,
    Food,
    Impact,
    Inflow,
    Inventory,
    Money,
    Outflow,
    Packaging,
    Place,
    Quantity,
    Subject,
    Use,
    Water,
)

__all__ = [
    "SECTIONS",
    "SHARES",
    "SIGNED",
    "Destination",
    "Energy",
    "Food",
    "FoodStage",
    "Grade",
    "Impact",
    "ImpactCategory",
    "Inflow",
    "Inventory",
    "Kind",
    "Loop",
    "Money",
    "Origin",
    "Outflow",
    "OutflowKind",
    "Packaging",
    "PackagingType",
    "Pillar",
    "Place",
    "Quantity",
    "Subject",
    "Use",
    "Water",
    "WaterFlow",
]

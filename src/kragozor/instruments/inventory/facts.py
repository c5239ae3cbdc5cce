"""The facts themselves, as frozen dataclasses: a quantity, the rows of each section, the whole."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

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
from kragozor.instruments.uncertainty.distributions import Distribution

# Numbers that are parts of a whole, and the one that may be negative; all others are amounts.
SHARES = frozenset(
    {
        "actual_recovery",
        "allocation_factor",
        "biogenic_carbon_share",
        "dry_matter",
        "electricity_efficiency",
        "energy_allocation_factor",
        "feedstock_recycling_efficiency",
        "heat_efficiency",
        "nitrogen",
        "phosphorus",
        "plastic_share",
        "potassium",
        "recovery_potential",
        "recyclable_share",
        "recycled_content",
        "recycling_efficiency",
        "returned_to_soil",
    }
)
SIGNED = frozenset({"stock_change"})

SECTIONS = (
    "subject",
    "inflows",
    "outflows",
    "use",
    "energy",
    "water",
    "money",
    "packaging",
    "impacts",
    "food",
)


@dataclass(frozen=True, order=True)
class Place:
    """Where a fact stands in an inventory: section, row counted from 1, field."""

    section: str
    row: int | None = None
    name: str = ""

    def __str__(self) -> str:
        row = "" if self.row is None else f"[{self.row}]"
        return f"{self.section}{row}" + (f".{self.name}" if self.name else "")

    @property
    def path(self) -> str:
        """What a JSON file calls it: there rows are counted from 0.

        Examples
        --------
        >>> Place("inflows", 1, "mass").path, str(Place("inflows", 1, "mass"))
        ('inflows[0].mass', 'inflows[1].mass')
        """
        return str(self if self.row is None else replace(self, row=self.row - 1))


@dataclass(frozen=True)
class Quantity:
    """A number with its grade, its source and, where known, its distribution."""

    value: float
    grade: Grade = Grade.ESTIMATED
    source: str = ""
    distribution: Distribution | None = None

    def __post_init__(self) -> None:
        if not math.isfinite(self.value):
            raise ValueError(f"{self.value} is not a finite number")

    def __float__(self) -> float:
        return self.value

    @property
    def central(self) -> float:
        """The number that is declared, also where draws of it stand in its place."""
        return self.value


@dataclass(frozen=True)
class Subject:
    """What is measured, and for which period."""

    name: str
    kind: Kind
    pillar: Pillar
    period_start: dt.date
    period_end: dt.date
    functional_unit: str = ""
    product_mass: Quantity | None = None
    stock_change: Quantity | None = None


@dataclass(frozen=True)
class Inflow:
    """A material that enters."""

    material: str
    mass: Quantity
    origin: Origin
    feedstock_recycling_efficiency: Quantity | None = None
    critical: bool = False
    dry_matter: Quantity | None = None
    part: str = ""
    returns_from: Destination | None = None
    unit_cost: Quantity | None = None
    scheme: str = ""
    fibre: str = ""
    preferred: bool = False
    recycled_from: Loop | None = None
    nitrogen: Quantity | None = None
    phosphorus: Quantity | None = None
    potassium: Quantity | None = None


@dataclass(frozen=True)
class Outflow:
    """A material that leaves, to one destination."""

    kind: OutflowKind
    material: str
    mass: Quantity
    destination: Destination
    recovery_potential: Quantity | None = None
    actual_recovery: Quantity | None = None
    recycling_efficiency: Quantity | None = None
    low_code: str = ""
    operation: str = ""
    hazardous: bool = False
    dry_matter: Quantity | None = None
    part: str = ""
    heating_value: Quantity | None = None
    recovered_energy: Quantity | None = None
    biogenic_carbon_share: Quantity | None = None
    recycled_to: Loop | None = None
    mono_material: bool = False
    food: bool = False
    returned_to_soil: Quantity | None = None
    nitrogen: Quantity | None = None
    phosphorus: Quantity | None = None
    potassium: Quantity | None = None


@dataclass(frozen=True)
class Use:
    """How long and how hard the product is used, against its industry's average."""

    lifetime: Quantity | None = None
    industry_lifetime: Quantity | None = None
    use_intensity: Quantity | None = None
    industry_use_intensity: Quantity | None = None
    reparability: str = ""


@dataclass(frozen=True)
class Energy:
    """Energy consumed, or exported, by carrier."""

    carrier: str
    amount: Quantity
    renewable: bool
    exported: bool = False


@dataclass(frozen=True)
class Water:
    """Water withdrawn, discharged or used again on site."""

    flow: WaterFlow
    volume: Quantity
    body: str = ""
    circular: bool = False


@dataclass(frozen=True)
class Money:
    """What the subject earns in the period."""

    revenue: Quantity | None = None


@dataclass(frozen=True)
class Packaging:
    """A packaging format that is placed on the market, of one plant."""

    format: str
    type: PackagingType
    mass: Quantity
    plant: str = ""
    recyclable_share: Quantity | None = None
    plastic_share: Quantity | None = None
    recycled_content: Quantity | None = None


@dataclass(frozen=True)
class Impact:
    """What a kilogram of a material does to the environment, by one impact category."""

    material: str
    category: ImpactCategory
    virgin_burden: Quantity
    recycled_burden: Quantity | None = None
    end_of_life_recycling_burden: Quantity | None = None
    substituted_virgin_burden: Quantity | None = None
    disposal_burden: Quantity | None = None
    energy_recovery_burden: Quantity | None = None
    lower_heating_value: Quantity | None = None
    heat_efficiency: Quantity | None = None
    electricity_efficiency: Quantity | None = None
    substituted_heat_burden: Quantity | None = None
    substituted_electricity_burden: Quantity | None = None
    parameters: str = ""
    allocation_factor: Quantity | None = None
    energy_allocation_factor: Quantity | None = None
    quality_ratio_in: Quantity | None = None
    quality_ratio_out: Quantity | None = None


@dataclass(frozen=True)
class Food:
    """The baseline of food waste, and at which stage of the chain it arises."""

    stage: FoodStage | None = None
    baseline_waste: Quantity | None = None
    people: Quantity | None = None
    baseline_people: Quantity | None = None


@dataclass(frozen=True)
class Inventory:
    """Everything declared about one subject in one period.

    Examples
    --------
    >>> import datetime as dt
    >>> year = dt.date(2025, 1, 1), dt.date(2025, 12, 31)
    >>> cup = Subject("Cup", Kind.PRODUCT, Pillar.PLASTICS, *year)
    >>> steel = Inflow("steel", Quantity(0.2, Grade.MEASURED, "scales"), Origin.VIRGIN)
    >>> [str(place) for place, _ in Inventory(cup, inflows=(steel,)).quantities()]
    ['inflows[1].mass']
    """

    subject: Subject
    inflows: tuple[Inflow, ...] = ()
    outflows: tuple[Outflow, ...] = ()
    use: Use = field(default_factory=Use)
    energy: tuple[Energy, ...] = ()
    water: tuple[Water, ...] = ()
    money: Money = field(default_factory=Money)
    packaging: tuple[Packaging, ...] = ()
    impacts: tuple[Impact, ...] = ()
    food: Food = field(default_factory=Food)

    def masses(self) -> tuple[Quantity, ...]:
        """Return the mass of every inflow and outflow."""
        return (*(row.mass for row in self.inflows), *(row.mass for row in self.outflows))

    def quantities(self) -> Iterator[tuple[Place, Quantity]]:
        """Yield every number that is declared, with its place."""
        for section in SECTIONS:
            content = getattr(self, section)
            rows: Iterable[object] = content if isinstance(content, tuple) else (content,)
            numbered = isinstance(content, tuple)
            for number, row in enumerate(rows, start=1):
                for name, value in vars(row).items():
                    if isinstance(value, Quantity):
                        yield Place(section, number if numbered else None, name), value

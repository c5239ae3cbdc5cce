"""The facts a company declares once: one model, of which every framework is a reading.

Masses in kg, energy in MJ, volume in m³, time in years, money in EUR; shares are fractions
from 0 to 1. Every number is a :class:`Quantity` and carries how well it is known and where it
comes from. The classes hold facts and refuse what cannot be one; they judge nothing.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from kragozor.instruments.uncertainty.distributions import Distribution


class Kind(StrEnum):
    """What the inventory describes."""

    PRODUCT = "product"
    SITE = "site"
    ORGANISATION = "organisation"


class Pillar(StrEnum):
    """The three sectors of the cluster."""

    TEXTILES = "textiles"
    PLASTICS = "plastics"
    AGRIFOOD = "agrifood"


class Grade(StrEnum):
    """How well a number is known, best first."""

    MEASURED = "measured"
    CALCULATED = "calculated"
    ESTIMATED = "estimated"
    PROXY = "proxy"


class Origin(StrEnum):
    """Where an inflow comes from; one kilogram has one origin."""

    VIRGIN = "virgin"
    RECYCLED_POST_CONSUMER = "recycled-post-consumer"
    RECYCLED_PRE_CONSUMER = "recycled-pre-consumer"
    REUSED = "reused"
    RENEWABLE_MANAGED = "renewable-managed"
    RENEWABLE_UNMANAGED = "renewable-unmanaged"

    @property
    def is_recycled(self) -> bool:
        """Whether the material has been through recycling."""
        return self in (Origin.RECYCLED_POST_CONSUMER, Origin.RECYCLED_PRE_CONSUMER)

    @property
    def is_circular(self) -> bool:
        """Whether the inflow is non-virgin, or renewable and sustainably produced."""
        return self not in (Origin.VIRGIN, Origin.RENEWABLE_UNMANAGED)


class OutflowKind(StrEnum):
    """In what role a mass leaves."""

    PRODUCT = "product"
    BY_PRODUCT = "by-product"
    WASTE = "waste"
    LOSS = "loss"


class Destination(StrEnum):
    """What happens to an outflow, by falling circularity."""

    REUSE = "reuse"
    REFURBISH = "refurbish"
    REMANUFACTURE = "remanufacture"
    RECYCLE = "recycle"
    COMPOST = "compost"
    DIGESTION_TO_SOIL = "digestion-to-soil"
    FEED = "feed"
    ENERGY = "energy"
    INCINERATION = "incineration"
    LANDFILL = "landfill"
    UNKNOWN = "unknown"

    @property
    def is_reuse(self) -> bool:
        """Whether the thing keeps its form: reused, refurbished or remanufactured."""
        return self in (Destination.REUSE, Destination.REFURBISH, Destination.REMANUFACTURE)

    @property
    def is_biological(self) -> bool:
        """Whether the mass goes on in the biological cycle."""
        return self in (Destination.COMPOST, Destination.DIGESTION_TO_SOIL, Destination.FEED)

    @property
    def is_circular(self) -> bool:
        """Whether the mass stays in a cycle; energy recovery does not count."""
        return self.is_reuse or self.is_biological or self is Destination.RECYCLE


class Loop(StrEnum):
    """What a recycled material had been, or becomes: its own kind again, or something else."""

    SAME_PRODUCT = "same-product"
    SAME_SECTOR = "same-sector"
    OTHER_SECTOR = "other-sector"


class PackagingType(StrEnum):
    """The types of packaging that Regulation (EU) 2025/40 tells apart by recycled content."""

    CONTACT_SENSITIVE_PET = "contact-sensitive-pet"
    CONTACT_SENSITIVE_OTHER = "contact-sensitive-other"
    BEVERAGE_BOTTLE = "beverage-bottle"
    OTHER_PLASTIC = "other-plastic"
    NOT_PLASTIC = "not-plastic"


class FoodStage(StrEnum):
    """The stages of the food chain that have a target for food waste."""

    PROCESSING = "processing"
    RETAIL = "retail"
    RESTAURANTS = "restaurants"
    HOUSEHOLDS = "households"


class ImpactCategory(StrEnum):
    """The impact categories of the EU Environmental Footprint method (EF 3.1)."""

    CLIMATE_CHANGE = "climate-change"
    OZONE_DEPLETION = "ozone-depletion"
    HUMAN_TOXICITY_CANCER = "human-toxicity-cancer"
    HUMAN_TOXICITY_NON_CANCER = "human-toxicity-non-cancer"
    PARTICULATE_MATTER = "particulate-matter"
    IONISING_RADIATION = "ionising-radiation"
    PHOTOCHEMICAL_OZONE = "photochemical-ozone"
    ACIDIFICATION = "acidification"
    EUTROPHICATION_TERRESTRIAL = "eutrophication-terrestrial"
    EUTROPHICATION_FRESHWATER = "eutrophication-freshwater"
    EUTROPHICATION_MARINE = "eutrophication-marine"
    ECOTOXICITY_FRESHWATER = "ecotoxicity-freshwater"
    LAND_USE = "land-use"
    WATER_USE = "water-use"
    RESOURCES_FOSSIL = "resources-fossil"
    RESOURCES_MINERALS = "resources-minerals"


class WaterFlow(StrEnum):
    """The three directions of water."""

    WITHDRAWAL = "withdrawal"
    DISCHARGE = "discharge"
    REUSE_ON_SITE = "reuse-on-site"


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
    """Everything declared about one subject in one period."""

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

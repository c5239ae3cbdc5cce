"""The facts a company declares once: one model, of which every framework is a reading.

Masses in kg, energy in MJ, volume in m³, time in years, money in EUR; shares are fractions
from 0 to 1. Every number is a :class:`Quantity` and carries how well it is known and where it
comes from. The classes hold facts and refuse what cannot be one; they judge nothing.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


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


class WaterFlow(StrEnum):
    """The three directions of water."""

    WITHDRAWAL = "withdrawal"
    DISCHARGE = "discharge"
    REUSE_ON_SITE = "reuse-on-site"


DISTRIBUTIONS = {
    "uniform": ("low", "high"),
    "triangular": ("low", "mode", "high"),
    "normal": ("mean", "sd"),
}


@dataclass(frozen=True)
class Distribution:
    """How a number may vary: a family and its parameters."""

    family: str
    parameters: Mapping[str, float]

    def __post_init__(self) -> None:
        expected = DISTRIBUTIONS.get(self.family)
        if expected is None or set(self.parameters) != set(expected):
            raise ValueError(f"distribution {self.family!r} with {sorted(self.parameters)}")
        ordered = [self.parameters[name] for name in expected]
        if self.family != "normal" and ordered != sorted(ordered):
            raise ValueError(f"{self.family} distribution: {ordered} do not rise")
        if self.parameters.get("sd", 0) < 0:
            raise ValueError(f"sd = {self.parameters['sd']} is below 0")

    def interval(self) -> tuple[float, float]:
        """Return the bounds, or for a normal distribution the central 90 %."""
        if self.family == "normal":
            mean, spread = self.parameters["mean"], 1.6448536 * self.parameters["sd"]
            return mean - spread, mean + spread
        return self.parameters["low"], self.parameters["high"]


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


@dataclass(frozen=True)
class Use:
    """How long and how hard the product is used, against its industry's average."""

    lifetime: Quantity | None = None
    industry_lifetime: Quantity | None = None
    use_intensity: Quantity | None = None
    industry_use_intensity: Quantity | None = None


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
class Inventory:
    """Everything declared about one subject in one period."""

    subject: Subject
    inflows: tuple[Inflow, ...] = ()
    outflows: tuple[Outflow, ...] = ()
    use: Use = field(default_factory=Use)
    energy: tuple[Energy, ...] = ()
    water: tuple[Water, ...] = ()
    money: Money = field(default_factory=Money)

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


SECTIONS = ("subject", "inflows", "outflows", "use", "energy", "water", "money")


@dataclass(frozen=True, order=True)
class Place:
    """Where a fact stands in an inventory: section, row counted from 1, field."""

    section: str
    row: int | None = None
    name: str = ""

    def __str__(self) -> str:
        row = "" if self.row is None else f"[{self.row}]"
        return f"{self.section}{row}" + (f".{self.name}" if self.name else "")

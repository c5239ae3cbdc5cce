"""What an inventory's facts are chosen from: each enumeration with what follows from a choice.

Their words, in both languages, stand in ``words/choices.toml``.
"""

from __future__ import annotations

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

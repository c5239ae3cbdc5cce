"""One inventory in which every fact that can be declared is declared, in every family and grade.

It is a lunch that a shop sells in a returnable box with a cotton band; the numbers are invented.
"""

import datetime as dt

from kragozor.instruments.inventory import (
    Destination,
    Energy,
    Food,
    FoodStage,
    Grade,
    Impact,
    ImpactCategory,
    Inflow,
    Inventory,
    Kind,
    Loop,
    Money,
    Origin,
    Outflow,
    OutflowKind,
    Packaging,
    PackagingType,
    Pillar,
    Quantity,
    Subject,
    Use,
    Water,
    WaterFlow,
)
from kragozor.instruments.uncertainty.distributions import Distribution


def measured(value):
    """A number that was weighed."""
    return Quantity(value, Grade.MEASURED, "кантар, 2025")


def calculated(value):
    """A number that follows from others."""
    return Quantity(value, Grade.CALCULATED, "рецептура № 7")


def estimated(value, family="uniform", **parameters):
    """A number between two others, or of the distribution told."""
    spread = parameters or {"low": 0.9 * value, "high": 1.1 * value}
    return Quantity(value, Grade.ESTIMATED, "преценка", Distribution(family, spread))


def proxy(value):
    """A number of something else."""
    return Quantity(value, Grade.PROXY, "таблица; „вж. с. 3“")


def nutrients(dry_matter, nitrogen, phosphorus, potassium):
    """What is said of a row that is biological."""
    return {
        "dry_matter": calculated(dry_matter),
        "nitrogen": proxy(nitrogen),
        "phosphorus": proxy(phosphorus),
        "potassium": estimated(potassium, "beta", mean=potassium, sd=potassium / 10),
    }


PLASTIC = {"dry_matter": measured(1.0)}

EVERYTHING = Inventory(
    subject=Subject(
        name="Обяд в кутия",
        kind=Kind.PRODUCT,
        pillar=Pillar.AGRIFOOD,
        period_start=dt.date(2025, 1, 1),
        period_end=dt.date(2025, 12, 31),
        functional_unit="1000 обяда",
        product_mass=measured(540.0),
        stock_change=estimated(-10.0, "normal", mean=-10.0, sd=1.0),
    ),
    inflows=(
        Inflow(
            "полипропилен",
            measured(40.0),
            Origin.RECYCLED_POST_CONSUMER,
            feedstock_recycling_efficiency=estimated(0.8),
            part="кутия",
            returns_from=Destination.RECYCLE,
            unit_cost=proxy(1.4),
            scheme="GRS",
            recycled_from=Loop.SAME_PRODUCT,
            **PLASTIC,
        ),
        Inflow("полипропилен", measured(20.0), Origin.VIRGIN, part="кутия", **PLASTIC),
        Inflow(
            "памук",
            estimated(10.0, "triangular", low=9.0, mode=10.0, high=12.0),
            Origin.RENEWABLE_MANAGED,
            part="лента",
            fibre="5",
            preferred=True,
            **nutrients(0.92, 0.002, 0.0002, 0.004),
        ),
        Inflow(
            "полиестер",
            calculated(4.0),
            Origin.RECYCLED_PRE_CONSUMER,
            part="лента",
            fibre="35",
            recycled_from=Loop.OTHER_SECTOR,
            **PLASTIC,
        ),
        Inflow("магнезий", measured(1.0), Origin.VIRGIN, critical=True, **PLASTIC),
        Inflow(
            "зеленчуци",
            estimated(525.0, "lognormal", mean=525.0, sd=30.0),
            Origin.RENEWABLE_UNMANAGED,
            **nutrients(0.15, 0.03, 0.004, 0.03),
        ),
        Inflow(
            "компостирани остатъци",
            calculated(20.0),
            Origin.REUSED,
            **nutrients(0.4, 0.02, 0.005, 0.01),
        ),
    ),
    outflows=(
        Outflow(
            OutflowKind.PRODUCT,
            "полипропилен",
            measured(60.0),
            Destination.RECYCLE,
            recovery_potential=calculated(0.95),
            actual_recovery=estimated(0.7),
            recycling_efficiency=estimated(0.85),
            part="кутия",
            recycled_to=Loop.SAME_PRODUCT,
            mono_material=True,
            **PLASTIC,
        ),
        Outflow(
            OutflowKind.PRODUCT,
            "обяд",
            measured(480.0),
            Destination.UNKNOWN,
            food=True,
            **nutrients(0.15, 0.03, 0.004, 0.03),
        ),
        Outflow(
            OutflowKind.WASTE,
            "хранителни отпадъци",
            measured(50.0),
            Destination.DIGESTION_TO_SOIL,
            low_code="200108",
            operation="R3",
            food=True,
            returned_to_soil=estimated(0.8),
            **nutrients(0.15, 0.03, 0.004, 0.03),
        ),
        Outflow(
            OutflowKind.WASTE,
            "слама",
            measured(20.0),
            Destination.ENERGY,
            operation="R1",
            heating_value=proxy(17.0),
            recovered_energy=measured(120.0),
            biogenic_carbon_share=proxy(0.9),
            **nutrients(0.85, 0.005, 0.001, 0.01),
        ),
        Outflow(
            OutflowKind.WASTE,
            "опаковки от препарати",
            measured(10.0),
            Destination.LANDFILL,
            low_code="150110",
            operation="D1",
            hazardous=True,
            **PLASTIC,
        ),
        Outflow(
            OutflowKind.BY_PRODUCT,
            "обелки",
            estimated(10.0),
            Destination.FEED,
            **nutrients(0.12, 0.02, 0.003, 0.02),
        ),
    ),
    use=Use(
        lifetime=estimated(3.0),
        industry_lifetime=proxy(2.0),
        use_intensity=measured(60.0),
        industry_use_intensity=proxy(50.0),
        reparability="8,2 от 10",
    ),
    energy=(
        Energy("електроенергия", measured(900.0), renewable=True),
        Energy("природен газ", measured(400.0), renewable=False),
        Energy("топлина", measured(50.0), renewable=False, exported=True),
    ),
    water=(
        Water(WaterFlow.WITHDRAWAL, measured(12.0), "водопровод"),
        Water(WaterFlow.WITHDRAWAL, measured(2.0), "дъждовна вода", circular=True),
        Water(WaterFlow.DISCHARGE, calculated(9.0), "канализация", circular=True),
        Water(WaterFlow.REUSE_ON_SITE, estimated(3.0)),
    ),
    money=Money(calculated(5200.0)),
    packaging=(
        Packaging(
            "кутия 0,8 l",
            PackagingType.CONTACT_SENSITIVE_OTHER,
            measured(60.0),
            plant="Пловдив",
            recyclable_share=calculated(0.9),
            plastic_share=calculated(0.97),
            recycled_content=estimated(0.4),
        ),
    ),
    impacts=(
        Impact(
            "полипропилен",
            ImpactCategory.CLIMATE_CHANGE,
            virgin_burden=proxy(1.9),
            recycled_burden=proxy(0.6),
            end_of_life_recycling_burden=proxy(0.5),
            substituted_virgin_burden=proxy(1.8),
            disposal_burden=proxy(0.1),
            energy_recovery_burden=proxy(2.5),
            lower_heating_value=proxy(30.0),
            heat_efficiency=proxy(0.3),
            electricity_efficiency=proxy(0.1),
            substituted_heat_burden=proxy(0.07),
            substituted_electricity_burden=proxy(0.12),
            parameters="pp",
            allocation_factor=calculated(0.5),
            energy_allocation_factor=calculated(0.0),
            quality_ratio_in=proxy(0.9),
            quality_ratio_out=proxy(0.85),
        ),
    ),
    food=Food(
        stage=FoodStage.RETAIL,
        baseline_waste=calculated(65.0),
        people=measured(1000.0),
        baseline_people=measured(1100.0),
    ),
)

"""Inventories for tests: one builder with defaults, one Hypothesis strategy."""

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

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
from kragozor.instruments.parameters import folded
from kragozor.instruments.uncertainty.distributions import Distribution

SUBJECT = Subject(
    name="Пуловер",
    kind=Kind.PRODUCT,
    pillar=Pillar.TEXTILES,
    period_start=dt.date(2025, 1, 1),
    period_end=dt.date(2025, 12, 31),
    functional_unit="100 изделия",
)


def known(value, grade=Grade.MEASURED, source=""):
    """A number, measured unless told otherwise."""
    return Quantity(float(value), grade, source)


def inflow(mass=1, origin=Origin.VIRGIN, *, material="полиестер", grade=Grade.MEASURED, **facts):
    """A row of the inflows."""
    return Inflow(material, known(mass, grade), origin, **facts)


def outflow(
    mass=1,
    destination=Destination.LANDFILL,
    *,
    kind=OutflowKind.PRODUCT,
    material="пуловер",
    grade=Grade.MEASURED,
    **facts,
):
    """A row of the outflows."""
    return Outflow(kind, material, known(mass, grade), destination, **facts)


def inventory(*rows, subject=SUBJECT, **sections):
    """An inventory of the given rows; subject facts may be passed by name."""
    kinds = {"inflows": Inflow, "outflows": Outflow, "energy": Energy, "water": Water}
    kinds |= {"packaging": Packaging, "impacts": Impact}
    for name, kind in kinds.items():
        sections.setdefault(name, tuple(row for row in rows if isinstance(row, kind)))
    named = {k: sections.pop(k) for k in list(sections) if hasattr(subject, k)}
    return Inventory(subject=replace(subject, **named), **sections)


positive = st.floats(0.001, 1e6)
shares = st.floats(0, 1)
efficiencies = st.floats(0.05, 1)
text = (
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=8)
    .map(str.strip)
    .filter(lambda t: t and t[0] not in "=+-@")
)


# A few are enough: what any text may do to a file, the names of materials show.
sources = st.sampled_from(["", "фактура 12/2025", "EPD “PET”; p. 3", "везна"])


@st.composite
def quantities(draw, numbers):
    """Quantities of every grade, some with a distribution that stays on their side of zero."""
    value = draw(numbers)
    low, high = sorted((0.8 * value, value))
    spreads = {
        "uniform": {"low": low, "high": high},
        "triangular": {"low": low, "mode": value, "high": high},
        "beta": {"alpha": 2, "beta": 3, "low": low, "high": high},
    }
    family = draw(st.sampled_from([None, None, *spreads])) if low < high else None
    spread = Distribution(family, spreads[family]) if family else None
    return Quantity(value, draw(st.sampled_from(Grade)), draw(sources), spread)


def maybe(strategy):
    """The strategy, or nothing."""
    return st.none() | strategy


# Nutrients together stay below the whole of the dry matter.
nutrients = st.floats(0, 0.3)
biological = st.fixed_dictionaries(
    {
        "dry_matter": maybe(quantities(shares)),
        "nitrogen": maybe(quantities(nutrients)),
        "phosphorus": maybe(quantities(nutrients)),
        "potassium": maybe(quantities(nutrients)),
    }
)
COMPOSTED = (Destination.COMPOST, Destination.DIGESTION_TO_SOIL)

# Some names are on both sides and in the tables of materials, some are whatever people write.
names = st.sampled_from(["PET", "памук", "стъкло"]) | text
# A code decides whether waste is hazardous; waste without one may be either.
codes = st.sampled_from([("", False), ("", True), ("150102", False), ("150110", True)])


@st.composite
def inflows(draw):
    """A row that declares an efficiency only where it is recycled."""
    origin = draw(st.sampled_from(Origin))
    efficiency = draw(maybe(quantities(efficiencies))) if origin.is_recycled else None
    return Inflow(
        draw(names),
        draw(quantities(positive)),
        origin,
        feedstock_recycling_efficiency=efficiency,
        critical=draw(st.booleans()),
        part=draw(st.sampled_from(["", "капачка"])),
        unit_cost=draw(maybe(quantities(st.floats(0, 100)))),
        scheme=draw(st.sampled_from(["", "GRS"])),
        fibre=draw(st.sampled_from(["", "5", "35"])),
        preferred=draw(st.booleans()),
        recycled_from=draw(maybe(st.sampled_from(Loop))) if origin.is_recycled else None,
        **draw(biological),
    )


@st.composite
def burnt(draw, mass):
    """What is said of the energy of a row: no more of it than its heating value gives."""
    heating, share = draw(st.floats(1, 50)), draw(shares)
    return {
        "heating_value": known(heating),
        "recovered_energy": known(0.99 * share * heating * mass.value),
        "biogenic_carbon_share": draw(quantities(shares)),
    }


@st.composite
def outflows(draw):
    """A row that declares an efficiency only where it is recycled, energy where it is burnt."""
    destination = draw(st.sampled_from(Destination))
    recycled = destination is Destination.RECYCLE
    mass = draw(quantities(positive))
    code, hazardous = draw(codes)
    energy = draw(burnt(mass)) if destination is Destination.ENERGY else {}
    return Outflow(
        draw(st.sampled_from(OutflowKind)),
        draw(names),
        mass,
        destination,
        low_code=code,
        hazardous=hazardous,
        operation=draw(st.sampled_from(["", "R3", "D1"])),
        part=draw(st.sampled_from(["", "капачка"])),
        **energy,
        recovery_potential=draw(maybe(quantities(shares))),
        actual_recovery=draw(maybe(quantities(shares))),
        recycling_efficiency=draw(maybe(quantities(shares))) if recycled else None,
        recycled_to=draw(maybe(st.sampled_from(Loop))) if recycled else None,
        returned_to_soil=draw(maybe(quantities(shares))) if destination in COMPOSTED else None,
        mono_material=draw(st.booleans()),
        food=draw(st.booleans()),
        **draw(biological),
    )


energy_rows = st.builds(Energy, text, quantities(st.floats(0, 1e6)), st.booleans(), st.booleans())
water_rows = st.builds(
    Water,
    st.sampled_from(WaterFlow),
    quantities(st.floats(0, 1e6)),
    text,
    st.booleans(),
)
uses = st.builds(
    Use,
    maybe(quantities(positive)),
    maybe(quantities(positive)),
    maybe(quantities(positive)),
    maybe(quantities(positive)),
    st.sampled_from(["", "8,2 от 10"]),
)


packaging_rows = st.builds(
    Packaging,
    text,
    st.sampled_from(PackagingType),
    quantities(positive),
    plant=st.just("") | text,
    recyclable_share=maybe(quantities(shares)),
    plastic_share=maybe(quantities(shares)),
    recycled_content=maybe(quantities(shares)),
)
burdens = st.floats(0, 100)
impact_rows = st.builds(
    Impact,
    names,
    st.just(ImpactCategory.CLIMATE_CHANGE) | st.sampled_from(ImpactCategory),
    quantities(burdens),
    parameters=st.sampled_from(["", "pet-bottle"]),
    **{
        name: maybe(quantities(burdens))
        for name in (
            "recycled_burden",
            "end_of_life_recycling_burden",
            "substituted_virgin_burden",
            "disposal_burden",
            "energy_recovery_burden",
            "lower_heating_value",
            "substituted_heat_burden",
            "substituted_electricity_burden",
        )
    },
    **{
        name: maybe(quantities(shares))
        for name in ("allocation_factor", "energy_allocation_factor", "heat_efficiency")
    },
    electricity_efficiency=st.none() | st.just(known(0.0)),
    **{name: maybe(quantities(positive)) for name in ("quality_ratio_in", "quality_ratio_out")},
)
foods = st.builds(
    Food,
    maybe(st.sampled_from(FoodStage)),
    maybe(quantities(positive)),
    maybe(quantities(positive)),
    maybe(quantities(positive)),
)


def tuples(rows, least=0, unique_by=None):
    """A few rows."""
    return st.lists(rows, min_size=least, max_size=4, unique_by=unique_by).map(tuple)


def _of_impact(row):
    return folded(row.material), row.category


inventories = st.builds(
    Inventory,
    subject=st.builds(
        Subject,
        name=text,
        kind=st.sampled_from(Kind),
        pillar=st.sampled_from(Pillar),
        period_start=st.dates(dt.date(2000, 1, 1), dt.date(2020, 1, 1)),
        period_end=st.dates(dt.date(2020, 1, 2), dt.date(2040, 1, 1)),
        functional_unit=st.just("") | text,
        product_mass=st.none(),
        stock_change=maybe(quantities(st.floats(-100, 100))),
    ),
    inflows=tuples(inflows(), 1),
    outflows=tuples(outflows(), 1),
    use=uses,
    energy=tuples(energy_rows),
    water=tuples(water_rows),
    money=st.builds(Money, maybe(quantities(st.floats(0, 1e9)))),
    packaging=tuples(packaging_rows),
    impacts=st.just(()) | tuples(impact_rows, unique_by=_of_impact),
    food=foods,
)

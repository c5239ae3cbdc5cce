"""What a kilogram counts as in every framework, by where it comes from and where it goes."""

from dataclasses import replace

import pytest

from kragozor.instruments.inventory import Destination, Origin, OutflowKind, Pillar
from kragozor.instruments.readings import READERS, read
from tests.inventories import SUBJECT, inflow, inventory, known, outflow

FARM = replace(SUBJECT, pillar=Pillar.AGRIFOOD)
DRY = {"dry_matter": known(1), "nitrogen": known(0.5)}


def counted(indicator_id, facts, names):
    """Which of some inputs of a framework got anything of a kilogram."""
    given = read(indicator_id, facts, READERS[indicator_id]).inputs
    return {name for name in names if name in given and given[name].value}


ORIGINS = {
    Origin.VIRGIN: (set(), set(), {"technical_inflow"}, False, False, False),
    Origin.RECYCLED_POST_CONSUMER: (
        {"recycled_feedstock"},
        {"recycled_inflow"},
        {"technical_inflow", "recycled_inflow"},
        True,
        True,
        False,
    ),
    Origin.RECYCLED_PRE_CONSUMER: (
        {"recycled_feedstock"},
        {"recycled_inflow"},
        {"technical_inflow", "recycled_inflow"},
        True,
        True,
        False,
    ),
    Origin.REUSED: (
        {"reused_feedstock"},
        {"reused_inflow"},
        {"technical_inflow", "reused_inflow"},
        True,
        True,
        False,
    ),
    Origin.RENEWABLE_MANAGED: (
        {"renewable_feedstock"},
        {"renewable_inflow"},
        {"biological_inflow", "sustainable_biological_inflow"},
        False,
        True,
        True,
    ),
    Origin.RENEWABLE_UNMANAGED: (set(), set(), {"biological_inflow"}, False, False, True),
}


@pytest.mark.parametrize("origin", Origin)
def test_origin_decides_what_an_inflow_counts_as(origin):
    """In MCI, ISO 59020, ESRS E5; whether it is secondary, circular, primary biomass."""
    feedstock, iso, esrs, is_secondary, is_circular, is_primary = ORIGINS[origin]
    facts = inventory(inflow(1, origin, **DRY), outflow(1), subject=FARM)
    feedstocks = [f"{kind}_feedstock" for kind in ("recycled", "reused", "renewable")]
    flows = [f"{kind}_inflow" for kind in ("recycled", "reused", "renewable")]
    classes = ("technical", "biological", "sustainable_biological", "reused", "recycled")
    assert counted("mci", facts, feedstocks) == feedstock
    assert counted("iso59020", facts, flows) == iso
    assert counted("esrs-e5", facts, [f"{name}_inflow" for name in classes]) == esrs
    assert bool(counted("cmu", facts, ["recovered"])) is is_secondary
    assert bool(counted("nutrients", facts, ["recycled_nitrogen_input"])) is is_secondary
    shares = read("cti", facts, READERS["cti"]).values["circular_inflow"].value
    assert shares == float(is_circular)
    assert bool(counted("biomass", facts, ["primary_biomass"])) is is_primary


REUSED = ("collected_for_reuse", "reused_outflow", "preparing_for_reuse")
COMPOSTED = ("composted", "renewable_outflow", "recycling")
DESTINATIONS = {
    Destination.REUSE: (*REUSED, "reused", "surplus_to_people"),
    Destination.REFURBISH: (*REUSED, "refurbished", "surplus_to_valorisation"),
    Destination.REMANUFACTURE: (*REUSED, "remanufactured", "surplus_to_valorisation"),
    Destination.RECYCLE: (
        *("collected_for_recycling", "recycled_outflow", "recycling", "recycled"),
        "surplus_to_valorisation",
    ),
    Destination.COMPOST: (*COMPOSTED, "biodegraded", "surplus_to_compost"),
    Destination.DIGESTION_TO_SOIL: (*COMPOSTED, "biodegraded", "surplus_to_digestion"),
    Destination.FEED: (
        *("composted", "renewable_outflow", "other_recovery", "biodegraded"),
        "surplus_to_feed",
    ),
    Destination.ENERGY: ("", "", "incineration", "", "surplus_to_energy"),
    Destination.INCINERATION: ("", "", "incineration", "", "surplus_to_disposal"),
    Destination.LANDFILL: ("", "", "landfill", "", "surplus_to_disposal"),
    Destination.UNKNOWN: ("", "", "other_disposal", "", "unknown_surplus"),
}


@pytest.mark.parametrize("destination", Destination)
def test_destination_decides_what_an_outflow_counts_as(destination):
    """In MCI, ISO 59020, ESRS E5, CTI, and of food that is left over."""
    kinds = list(zip(*DESTINATIONS.values(), strict=True))
    expected = [{name} - {""} for name in DESTINATIONS[destination]]
    product = inventory(inflow(1), outflow(1, destination))
    waste = outflow(1, destination, kind=OutflowKind.WASTE, food=True, **DRY)
    wasted = inventory(inflow(1), waste, subject=FARM)
    subjects = (product, product, wasted, product, wasted)
    names = ("mci", "iso59020", "esrs-e5", "cti", "food-surplus")
    found = [counted(*one) for one in zip(names, subjects, kinds, strict=True)]
    assert found == expected


@pytest.mark.parametrize("destination", Destination)
def test_destination_decides_what_is_lost(destination):
    """Whether waste is recycled or reused for VSME, and a by-product used or returned to soil."""
    waste = inventory(outflow(1, destination, kind=OutflowKind.WASTE))
    of_vsme = counted("vsme-b7", waste, ["recycled_or_reused_waste"])
    is_circular = destination.is_circular and destination is not Destination.FEED
    assert bool(of_vsme) is is_circular
    by_product = outflow(
        1, destination, kind=OutflowKind.BY_PRODUCT, **DRY, returned_to_soil=known(1)
    )
    facts = inventory(inflow(1, **DRY), by_product, subject=FARM)
    assert bool(counted("biomass", facts, ["material_uses"])) is destination.is_circular
    returned = read("biomass", facts, READERS["biomass"]).values["biological_recirculation"]
    assert returned.value == float(destination.is_biological)

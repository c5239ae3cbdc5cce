import math
from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given

from kragozor.drawing.branches import MOST
from kragozor.drawing.errors import NotDrawable
from kragozor.drawing.pictures import (
    SUBJECT,
    inventory_description,
    inventory_picture,
    inventory_sankey,
    mass_text,
)
from kragozor.drawing.sankey import flow_table
from kragozor.instruments.balance import mass_balance
from kragozor.instruments.inventory import Destination, Origin, OutflowKind
from tests import inventories
from tests.drawing.samples import SVG, check_picture, parsed
from tests.inventories import inflow, inventory, known, outflow


def spoken(text):
    return text.replace("\u00a0", " ")


def labels(found, language="bg"):
    nodes, _ = inventory_sankey(found, language)
    return [node.label for node in nodes]


@given(inventories.inventories)
def test_all_declared_mass_is_drawn_and_the_gap_beside_it(found):
    nodes, flows = inventory_sankey(found, "bg")
    sums = defaultdict(float)
    for flow in flows:
        sums[flow.source == SUBJECT, flow.target == SUBJECT] += flow.value
    balance = mass_balance(found)
    entering = balance.inflow + max(0.0, -balance.stock_change)
    leaving = balance.outflow + max(0.0, balance.stock_change)
    if not balance.closes:
        entering, leaving = (max(entering, leaving),) * 2
    assert sums[False, True] == pytest.approx(entering, abs=1e-9)
    assert sums[True, False] == pytest.approx(leaving, abs=1e-9)
    assert {flow.source for flow in flows} | {flow.target for flow in flows} <= {
        node.id for node in nodes
    }


@given(inventories.inventories)
def test_every_inventory_with_mass_has_a_picture(found):
    if not any(mass.value for mass in found.masses()):
        with pytest.raises(NotDrawable):
            inventory_picture(found, "bg", title="т")
        return
    for narrow in (False, True):
        check_picture(inventory_picture(found, "bg", title="т", narrow=narrow))


def test_inflows_stand_by_falling_mass_in_the_colour_of_their_origin():
    found = inventory(
        inflow(1, Origin.REUSED, material="б"),
        inflow(2, Origin.RECYCLED_PRE_CONSUMER, material="а"),
        inflow(3, Origin.RENEWABLE_UNMANAGED, material="в"),
        outflow(6, Destination.RECYCLE),
    )
    nodes, flows = inventory_sankey(found, "bg")
    assert [node.label for node in nodes] == ["в", "а", "б", "Пуловер", "Рециклиране"]
    assert [flow.colour for flow in flows] == ["virgin", "recycled", "reused", "recycled"]


def test_rows_of_one_material_and_origin_are_joined():
    rows = [inflow(1), inflow(2), outflow(1), outflow(2)]
    nodes, flows = inventory_sankey(inventory(*rows), "bg")
    assert [flow.value for flow in flows] == [3, 3]
    assert spoken(nodes[0].detail) == "3 kg · 100 %"


def test_material_of_two_origins_is_named_with_each():
    rows = [inflow(2), inflow(1, Origin.REUSED), outflow(3)]
    assert labels(inventory(*rows))[:2] == [
        "полиестер (първичен)",
        "полиестер (повторно използван)",
    ]


def test_what_leaves_stands_by_falling_circularity_and_says_what_it_is():
    found = inventory(
        inflow(10),
        outflow(4, Destination.LANDFILL),
        outflow(1, Destination.LANDFILL, kind=OutflowKind.LOSS),
        outflow(3, Destination.FEED, kind=OutflowKind.BY_PRODUCT),
        outflow(2, Destination.REUSE),
    )
    nodes, flows = inventory_sankey(found, "bg")
    assert [node.label for node in nodes[2:]] == [
        "Повторна употреба",
        "Страничен продукт: фураж",
        "Депониране",
        "Загуби: депониране",
    ]
    assert [flow.colour for flow in flows[1:]] == ["reused", "renewable", "lost", "lost"]


def test_lightest_rows_are_joined_with_their_colours_apart():
    origins = [Origin.VIRGIN, Origin.REUSED]
    rows = [inflow(20 - n, origins[n % 2], material=f"м{n}") for n in range(12)]
    nodes, flows = inventory_sankey(inventory(*rows, outflow(174)), "bg")
    inward = nodes[: nodes.index(next(node for node in nodes if node.id == SUBJECT))]
    assert len(inward) == MOST
    assert inward[-1].label == "Други (5)"
    others = {flow.colour: flow.value for flow in flows if flow.source == inward[-1].id}
    assert others == {"reused": 13 + 11 + 9, "virgin": 12 + 10}


def test_what_comes_back_is_drawn_as_returning_from_its_destination():
    found = inventory(
        inflow(6),
        inflow(4, Origin.REUSED, material="върнати", returns_from=Destination.REUSE),
        outflow(5, Destination.REUSE),
        outflow(5),
    )
    nodes, flows = inventory_sankey(found, "bg")
    (returning,) = [row for row in flow_table(nodes, flows) if row.returns]
    assert (returning.source, returning.target) == ("Повторна употреба", "върнати")
    assert returning.value == 4
    assert nodes[-1].label == "Повторна употреба"


def test_return_from_where_nothing_goes_is_a_plain_inflow():
    rows = [inflow(4, Origin.REUSED, returns_from=Destination.REUSE), outflow(4)]
    assert len(inventory_sankey(inventory(*rows), "bg")[1]) == 2


def test_returning_inflow_stays_apart_however_light():
    rows = [inflow(10 + n, material=f"м{n}") for n in range(12)]
    light = inflow(0.1, Origin.REUSED, material="върнати", returns_from=Destination.REUSE)
    found = inventory(*rows, light, outflow(1, Destination.REUSE), outflow(185))
    assert "върнати" in labels(found)


@pytest.mark.parametrize(
    ("mass_out", "label", "source"),
    [(7, "Неотчетена разлика", SUBJECT), (13, "Изход без посочен вход", "excess")],
)
def test_open_balance_is_a_dashed_node(mass_out, label, source):
    nodes, flows = inventory_sankey(inventory(inflow(10), outflow(mass_out)), "bg")
    (gap,) = [node for node in nodes if node.dashed]
    assert (gap.label, gap.colour) == (label, "amber")
    (flow,) = [flow for flow in flows if gap.id in (flow.source, flow.target)]
    assert (flow.source, flow.value) == (source, 3)


def test_closed_balance_has_no_gap():
    nodes, _ = inventory_sankey(inventory(inflow(100), outflow(99.5)), "bg")
    assert not any(node.dashed for node in nodes)


@pytest.mark.parametrize(("change", "label"), [(4, "Натрупано в запаси"), (-4, "От запаси")])
def test_stock_change_is_drawn_on_its_side(change, label):
    subject = replace(inventories.SUBJECT, stock_change=known(change))
    found = inventory(inflow(10), outflow(10 - change), subject=subject)
    nodes, flows = inventory_sankey(found, "bg")
    (stock,) = [node for node in nodes if node.label == label]
    entering = [flow.value for flow in flows if flow.target == SUBJECT]
    leaving = [flow.value for flow in flows if flow.source == SUBJECT]
    assert math.fsum(entering) == math.fsum(leaving)
    assert stock.id in {flow.source for flow in flows} | {flow.target for flow in flows}


def test_legend_explains_only_the_colours_in_use():
    svg = inventory_picture(inventory(inflow(1), outflow(1)), "bg", title="т")
    texts = [each.text for each in parsed(svg).iter(f"{SVG}text")]
    assert "първична суровина" in texts
    assert "загубено за кръговрата" in texts
    assert "рециклиране" not in texts


def test_description_tells_both_sides_in_either_language():
    found = inventory(inflow(10), outflow(10, Destination.RECYCLE))
    assert spoken(inventory_description(found, "bg")) == (
        "Пуловер. Входящи потоци: полиестер 10 kg. Изходящи потоци: Рециклиране 10 kg."
    )
    assert "Outflows: Recycling 10 kg" in spoken(inventory_description(found, "en"))


@pytest.mark.parametrize(
    ("mass", "text"),
    [
        (0, "0 kg"),
        (0.00123456, "0,001235 kg"),
        (12.346, "12,35 kg"),
        (9999, "9 999 kg"),
        (1e7, "10 000 t"),
    ],
)
def test_masses_have_four_digits_and_large_ones_are_in_tonnes(mass, text):
    assert spoken(mass_text(mass, "bg")) == text


@pytest.mark.parametrize("language", ["bg", "en"])
@pytest.mark.parametrize("mass", [4.093, 120.2, 9_999])
def test_narrow_picture_says_every_amount_whole(mass, language):
    materials = ("памук, рециклиран от производствен отпадък", "PE-HD, първичен")
    rows = [inflow(mass / 2, material=material) for material in materials]
    found = inventory(*rows, outflow(mass * 0.7, Destination.ENERGY), outflow(mass * 0.3))
    svg = inventory_picture(found, language, title="т", narrow=True)
    texts = [each.text for each in parsed(svg).iter(f"{SVG}text")]
    assert not [text for text in texts if "…" in text]
    assert any(text.endswith("30\u00a0%") for text in texts)

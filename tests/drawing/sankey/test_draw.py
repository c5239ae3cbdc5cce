import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.drawing.errors import NotDrawable
from kragozor.drawing.palette import LIGHT
from kragozor.drawing.sankey import Flow, Node, sankey
from kragozor.drawing.sankey.layout import Step
from kragozor.drawing.sankey.paths import ribbon
from kragozor.words import say
from tests.drawing.samples import PULLOVER, SVG, check_picture, diagrams, parsed

NUMBERS = re.compile(r"-?\d+\.?\d*")


def drawn(diagram, **more):
    return sankey(*diagram, title="Откъде и къде", description="Описание", **more)


@given(diagrams(), st.booleans(), st.sampled_from(["page", "print"]))
def test_every_diagram_is_a_picture(diagram, narrow, palette):
    check_picture(drawn(diagram, narrow=narrow, palette=palette))


def test_page_has_no_colour_but_those_of_the_theme():
    svg = drawn(PULLOVER)
    assert not re.search("#[0-9a-f]{3}", svg)
    used = set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) - {"none"}
    assert used <= {f"var(--{name})" for name in LIGHT}


def test_print_has_no_custom_properties():
    assert "var(" not in drawn(PULLOVER, palette="print")


def test_title_and_description_are_read_in_place_of_the_picture():
    root = parsed(sankey(*PULLOVER, title="A < B", description="C & D", prefix="flows"))
    texts = {each.get("id"): each.text for each in root if each.get("id")}
    assert texts == {"flows-title": "A < B", "flows-desc": "C & D"}
    assert root.get("aria-labelledby") == "flows-title flows-desc"


def test_same_content_gives_the_same_picture_and_another_width_other_ids():
    assert drawn(PULLOVER) == drawn(PULLOVER)
    wide, narrow = (parsed(drawn(PULLOVER, narrow=narrow)) for narrow in (False, True))
    assert wide.get("aria-labelledby") != narrow.get("aria-labelledby")


def test_picture_scales_with_its_place():
    root = parsed(drawn(PULLOVER))
    assert root.get("width") is None
    assert root.get("viewBox").split()[2] == "760"
    assert parsed(drawn(PULLOVER, narrow=True)).get("viewBox").split()[2] == "300"


def test_every_flow_and_node_can_be_pointed_at():
    root = parsed(drawn(PULLOVER, value_format="{:g} kg".format))
    groups = {kind: root.findall(f"{SVG}g[@class='{kind}']") for kind in ("flow", "node")}
    said = [group.find(f"{SVG}title").text for group in groups["flow"]]
    assert "Първичен полиестер → Плетиво: 48 kg ± 3 kg" in said
    assert len(said) == 6
    assert len(groups["node"]) == 7


def test_returning_flow_has_an_arrow_head_and_keeps_its_thickness():
    root = parsed(drawn(PULLOVER))
    (group,) = root.findall(f"{SVG}g[@class='flow returning']")
    line, head = group.findall(f"{SVG}path")
    bars = root.findall(f"{SVG}g[@class='node']/{SVG}rect")
    scale = max(float(bar.get("height")) for bar in bars) / 96
    assert float(line.get("stroke-width")) == pytest.approx(6 * scale, abs=0.01)
    assert head.get("d").endswith("Z")


def test_uncertainty_is_a_lighter_band_behind():
    with_sd = parsed(drawn(PULLOVER))
    spreads = [path for path in with_sd.findall(f"{SVG}path") if path.get("fill-opacity")]
    assert len(spreads) == 1
    band = with_sd.find(f"{SVG}g[@class='flow']/{SVG}path")
    assert float(spreads[0].get("fill-opacity")) < float(band.get("fill-opacity"))
    outer, inner = (
        [float(each) for each in NUMBERS.findall(path.get("d"))] for path in (spreads[0], band)
    )
    above, below = inner[1] - outer[1], outer[-1] - inner[-1]
    assert above == pytest.approx(below, abs=0.02)
    assert (above + below) / (inner[-1] - inner[1]) == pytest.approx(3 / 48, abs=1e-3)


def test_tiny_flow_gets_a_hairline_and_keeps_its_scale():
    nodes = [Node(name, name) for name in "abc"]
    flows = [Flow("a", "c", 1e4, "virgin"), Flow("b", "c", 0.001, "lost")]
    root = parsed(drawn((nodes, flows)))
    strokes = [p.get("stroke-width") for p in root.findall(f"{SVG}g[@class='flow']/{SVG}path")]
    assert strokes == [None, "0.75"]


def test_dashed_node_is_hollow():
    nodes = [Node("a", "a"), Node("gap", "Неотчетена разлика", "amber", dashed=True)]
    root = parsed(drawn((nodes, [Flow("a", "gap", 1, "amber")])))
    solid, hollow = root.findall(f"{SVG}g[@class='node']/{SVG}rect")
    assert (solid.get("fill"), solid.get("stroke-dasharray")) == ("var(--ink)", None)
    assert (hollow.get("fill"), hollow.get("stroke")) == ("none", "var(--amber)")


def test_label_that_is_cut_is_whole_in_its_title():
    name = "Възстановителноустановяване " * 6
    nodes = [Node("a", name.strip()), Node("b", "b"), Node("c", "c")]
    root = parsed(drawn((nodes, [Flow("a", "b", 1, "virgin"), Flow("b", "c", 1, "lost")])))
    group = next(g for g in root.iter(f"{SVG}g") if g.find(f"{SVG}text") is not None)
    assert any((text.text or "").endswith("…") for text in group.findall(f"{SVG}text"))
    assert group.find(f"{SVG}title").text == name.strip()


def test_detail_replaces_the_amount():
    nodes = [Node("a", "a", detail="48 kg · 50 %"), Node("b", "b")]
    root = parsed(drawn((nodes, [Flow("a", "b", 7, "virgin")]), value_format="{} g".format))
    texts = [each.text.replace("\u00a0", " ") for each in root.iter(f"{SVG}text")]
    assert "48 kg · 50 %" in texts
    assert "7.0 g" in texts


def test_legend_stands_below_and_breaks_into_lines():
    legend = [("първична суровина", "virgin"), ("рециклиране", "recycled")] * 4
    bare, keyed = (parsed(drawn(PULLOVER, legend=each)) for each in ((), legend))
    heights = [float(each.get("viewBox").split()[3]) for each in (bare, keyed)]
    swatches = keyed.findall(f"{SVG}rect")
    assert len(swatches) == 8
    assert heights[1] > heights[0]
    assert all(heights[0] < float(each.get("y")) < heights[1] for each in swatches)
    assert len({each.get("y") for each in swatches}) > 1


def test_named_order_is_kept():
    def tops(order):
        root = parsed(drawn(PULLOVER, order=order))
        groups = root.findall(f"{SVG}g[@class='node']")
        return {g.find(f"{SVG}title").text: float(g.find(f"{SVG}rect").get("y")) for g in groups}

    assert tops(())["Рециклиране"] < tops(())["Депо"]
    turned = tops(("L", "R"))
    assert turned["Депо"] < turned["Рециклиране"]


@given(
    st.floats(0.5, 80), st.floats(-300, 300), st.floats(60, 400), st.sampled_from([0.22, 0.5, 0.78])
)
def test_ribbon_is_as_thick_as_its_flow_at_both_ends(thickness, rise, run, bend):
    path = ribbon([Step(10, 400, 10 + run, 400 + rise, bend)], thickness)
    assert "nan" not in path
    numbers = [float(each) for each in NUMBERS.findall(path)]
    start_top, end_top, turn, end = numbers[1], numbers[8], numbers[9], numbers[-1]
    assert start_top == pytest.approx(400, abs=0.01)
    assert turn - end_top == pytest.approx(thickness, abs=0.02)
    assert end - start_top == pytest.approx(thickness, abs=0.02)


NODES = [Node("a", "a"), Node("b", "b")]


@pytest.mark.parametrize(
    ("nodes", "flows", "more", "english", "bulgarian"),
    [
        ([], [], {}, "there is nothing to draw", "няма какво да се начертае"),
        (NODES, [Flow("a", "b", 0, "green")], {}, "there is nothing to draw", "Нито един"),
        ([*NODES, NODES[0]], [], {}, "'a' is given twice", "„a“ е зададен два пъти"),
        (NODES, [Flow("a", "z", 1, "green")], {}, "names the node 'z'", "сочи към възел „z“"),
        (NODES, [Flow("a", "b", -1, "green")], {}, "a → b has value -1", "value -1"),
        (NODES, [Flow("a", "b", math.nan, "green")], {}, "value nan", "value nan"),
        (NODES, [Flow("a", "b", 1, "green", math.inf)], {}, "sd inf", "sd inf"),
        (NODES, [Flow("a", "b", 1, "pink")], {}, "no colour 'pink'", "Няма цвят „pink“"),
        (NODES, [Flow("a", "b", 1, "green")], {"order": "z"}, "order names", "Подредбата сочи"),
        (NODES, [Flow("a", "b", 1, "green")], {"height": 20}, "too small", "е малка"),
    ],
)
def test_what_cannot_be_drawn_is_refused(nodes, flows, more, english, bulgarian):
    with pytest.raises(NotDrawable) as caught:
        drawn((nodes, flows), **more)
    assert english in str(caught.value)
    assert bulgarian in say(caught.value.messages[0], "bg")


def test_refused_height_names_one_that_is_enough():
    with pytest.raises(NotDrawable) as caught:
        drawn(PULLOVER, height=20)
    least = caught.value.messages[0].values["least"]
    check_picture(drawn(PULLOVER, height=least))

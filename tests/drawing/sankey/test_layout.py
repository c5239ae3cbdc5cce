"""What holds for every layout: mass to scale, and nothing on top of a label."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.drawing.sankey import Flow, Node
from kragozor.drawing.sankey.layout import Layout, layout
from kragozor.drawing.sankey.model import graph_of
from tests.drawing.samples import PULLOVER, diagrams

CLOSE = 1e-6
PLACES = st.sampled_from([(760.0, False), (300.0, True), (1000.0, False)])


def laid(diagram, place=(760.0, False), **more) -> Layout:
    width, narrow = place
    graph = graph_of(*diagram)
    return layout(graph, width=width, narrow=narrow, value_format="{:.3g} kg".format, **more)


def overlap(one, other) -> bool:
    return (
        one[0] < other[2] - CLOSE
        and other[0] < one[2] - CLOSE
        and one[1] < other[3] - CLOSE
        and other[1] < one[3] - CLOSE
    )


def bar_box(bar):
    return bar.x, bar.y, bar.x + bar.width, bar.y + bar.height


def runs(loop):
    """Return the straight runs of a loop as boxes: out, down, back, up, in."""
    (x0, y0), (x1, y1) = loop.start, loop.end
    corners = [(x0, y0), (loop.right, y0), (loop.right, loop.lane), (loop.left, loop.lane)]
    corners += [(loop.left, y1), (x1, y1)]
    half = loop.thickness / 2
    for (ax, ay), (bx, by) in pairwise(corners):
        level = ay == by
        across, along = (0.0, half) if level else (half, 0.0)
        yield min(ax, bx) - across, min(ay, by) - along, max(ax, bx) + across, max(ay, by) + along


@given(diagrams(), PLACES)
def test_every_flow_is_drawn_once_and_to_scale(diagram, place):
    picture = laid(diagram, place)
    drawn = [*picture.bands, *picture.loops]
    seen = [flow for flow in diagram[1] if flow.value > 0]
    assert sorted(map(repr, seen)) == sorted(repr(each.flow) for each in drawn)
    for each in drawn:
        assert each.thickness == pytest.approx(each.flow.value * picture.scale)


@given(diagrams(), PLACES)
def test_bars_are_as_high_as_what_passes_them(diagram, place):
    picture = laid(diagram, place)
    enters, leaves = defaultdict(float), defaultdict(float)
    for flow in diagram[1]:
        leaves[flow.source] += flow.value
        enters[flow.target] += flow.value
    for bar in picture.bars:
        through = max(enters[bar.node.id], leaves[bar.node.id])
        assert bar.height == pytest.approx(through * picture.scale)


@given(diagrams(), PLACES)
def test_flows_fill_their_side_of_a_bar_without_overlap(diagram, place):
    picture = laid(diagram, place)
    sides = defaultdict(list)
    for band in picture.bands:
        sides[band.flow.source, "out"].append((band.steps[0].y0, band.thickness))
        sides[band.flow.target, "in"].append((band.steps[-1].y1, band.thickness))
    for loop in picture.loops:
        half = loop.thickness / 2
        sides[loop.flow.source, "out"].append((loop.start[1] - half, loop.thickness))
        sides[loop.flow.target, "in"].append((loop.end[1] - half, loop.thickness))
    tops = {bar.node.id: bar.y for bar in picture.bars}
    for (node, _), ports in sides.items():
        edge = tops[node]
        for top, thickness in sorted(ports):
            assert top == pytest.approx(edge, abs=1e-4)
            edge += thickness


@given(diagrams(), PLACES)
def test_forward_bands_run_from_left_to_right_and_stay_joined(diagram, place):
    for band in laid(diagram, place).bands:
        for step in band.steps:
            assert step.x1 > step.x0
        for before, after in pairwise(band.steps):
            assert before.y1 == after.y0
            assert before.x1 < after.x0


@given(diagrams(), PLACES)
def test_everything_lies_inside_the_picture(diagram, place):
    picture = laid(diagram, place)
    boxes = [bar_box(bar) for bar in picture.bars] + [label.box for label in picture.labels]
    boxes += [box for loop in picture.loops for box in runs(loop)]
    for left, top, right, bottom in boxes:
        assert left >= -CLOSE
        assert top >= -CLOSE
        assert right <= picture.width + CLOSE
        assert bottom <= picture.height + CLOSE


@given(diagrams(), PLACES)
def test_labels_lie_on_no_bar_and_no_other_label(diagram, place):
    picture = laid(diagram, place)
    boxes = [label.box for label in picture.labels]
    for number, box in enumerate(boxes):
        assert not any(overlap(box, other) for other in boxes[:number])
        assert not any(overlap(box, bar_box(bar)) for bar in picture.bars)


@given(diagrams(), PLACES)
def test_returning_flows_are_clear_of_labels(diagram, place):
    picture = laid(diagram, place)
    for loop in picture.loops:
        for run in runs(loop):
            assert not any(overlap(run, label.box) for label in picture.labels)


@given(diagrams(), PLACES)
def test_lanes_lie_below_all_bars_and_on_no_other_lane(diagram, place):
    picture = laid(diagram, place)
    loops = [each for each in picture.loops if each.flow.source != each.flow.target]
    floor = max(bar.y + bar.height for bar in picture.bars)
    lanes = [list(runs(loop))[2] for loop in loops]
    for number, lane in enumerate(lanes):
        assert lane[1] > floor
        assert not any(overlap(lane, other) for other in lanes[:number])


@given(diagrams(), PLACES)
def test_bars_of_a_column_do_not_overlap(diagram, place):
    bars = laid(diagram, place).bars
    for number, bar in enumerate(bars):
        assert not any(overlap(bar_box(bar), bar_box(other)) for other in bars[:number])


@given(diagrams(), st.floats(700, 3000))
def test_given_height_is_kept(diagram, height):
    picture = laid(diagram, height=height)
    assert picture.height == height
    assert max(bar.y + bar.height for bar in picture.bars) <= height


@given(diagrams(), st.floats(0.01, 100))
def test_unit_of_the_amounts_does_not_change_the_picture(diagram, factor):
    nodes, flows = diagram
    nodes = [Node(node.id, node.label, detail="x") for node in nodes]
    times = [Flow(f.source, f.target, f.value * factor, f.colour) for f in flows]
    one, other = laid((nodes, flows)), laid((nodes, times))
    assert other.height == pytest.approx(one.height)
    assert other.scale * factor == pytest.approx(one.scale)


def test_sketch_has_three_columns_and_one_loop():
    picture = laid(PULLOVER)
    assert len({bar.x for bar in picture.bars}) == 3
    (loop,) = picture.loops
    assert (loop.flow.source, loop.flow.target) == ("U", "c")
    assert picture.width == 760


def test_lanes_nest_so_that_the_outer_is_deeper_and_wider():
    nodes = [Node(name, name) for name in ("a", "b", "c", "x", "y")]
    flows = [Flow(name, "c", 5, "virgin") for name in "ab"]
    flows += [Flow("c", name, 5, "green") for name in "xy"]
    flows += [Flow("x", "a", 1, "reused"), Flow("y", "b", 1, "reused")]
    outer, inner = sorted(laid((nodes, flows)).loops, key=lambda loop: -loop.lane)
    assert (outer.flow.source, inner.flow.source) == ("x", "y")
    assert outer.right > inner.right
    assert outer.left < inner.left


def test_flows_that_return_from_one_node_leave_it_outermost_on_top():
    nodes = [Node(name, name) for name in ("a", "b", "c", "d")]
    flows = [Flow(*ends, 9, "virgin") for ends in ("ab", "bc", "cd")]
    flows += [Flow("d", "a", 1, "reused"), Flow("d", "b", 1, "reused")]
    outer, inner = sorted(laid((nodes, flows)).loops, key=lambda loop: -loop.lane)
    assert outer.flow.target == "a"
    assert outer.start[1] < inner.start[1]
    assert outer.right > inner.right


def test_returning_flow_passes_the_labels_of_nodes_below():
    nodes = [Node("in", "in"), Node("x", "x"), Node("y", "Възел с дълго име"), Node("out", "out")]
    flows = [Flow(*ends, 9, "virgin") for ends in (("in", "x"), ("in", "y"), ("x", "out"))]
    flows += [Flow("y", "out", 9, "virgin"), Flow("x", "in", 1, "reused")]
    picture = laid((nodes, flows), order=("x", "y"))
    (loop,) = picture.loops
    left, _, right, _ = next(label.box for label in picture.labels if label.node.id == "y")
    assert loop.start[0] < right < loop.right - loop.thickness / 2
    assert not any(overlap(run, label.box) for run in runs(loop) for label in picture.labels)
    assert right - left > 100


def test_last_recipients_share_the_last_column():
    nodes = [Node(name, name) for name in ("a", "b", "c", "scrap")]
    flows = [Flow(*ends, 1, "lost") for ends in (("a", "b"), ("b", "c"), ("a", "scrap"))]
    picture = laid((nodes, flows))
    places = {bar.node.id: bar.x for bar in picture.bars}
    assert places["scrap"] == places["c"] > places["b"] > places["a"]


def test_label_of_the_one_node_between_heads_a_narrow_picture():
    picture = laid(PULLOVER, (300.0, True))
    heading = next(label for label in picture.labels if label.node.id == "p")
    others = [label for label in picture.labels if label.node.id != "p"]
    assert heading.box[3] <= min(label.top for label in others)
    assert heading.box[3] <= min(bar.y for bar in picture.bars)


def test_outer_flows_of_a_narrow_picture_bend_beyond_their_labels():
    picture = laid(PULLOVER, (300.0, True))
    places = {label.node.id: label.box for label in picture.labels}
    for band in picture.bands:
        (step,) = band.steps
        turn = step.x0 + step.bend * (step.x1 - step.x0)
        if band.flow.target == "p":
            assert places[band.flow.source][2] <= turn + 12
        else:
            assert places[band.flow.target][0] >= turn - 12


def test_amounts_that_fit_no_line_stand_on_two():
    nodes = [Node("a", "a", detail="123456 kg · 99,99 %"), Node("b", "b"), Node("c", "c")]
    flows = [Flow("a", "b", 1, "virgin"), Flow("b", "c", 1, "lost")]
    picture = laid((nodes, flows), (240.0, True))
    first = next(label for label in picture.labels if label.node.id == "a")
    assert [line.replace("\u00a0", " ") for line in first.wording.detail] == [
        "123456 kg",
        "99,99 %",
    ]


def test_crowded_columns_drop_details_and_packed_ones_labels():
    def star(count):
        nodes = [Node(str(number), f"Материал {number}") for number in range(count)]
        flows = [Flow(str(number), "hub", 1 + number, "virgin") for number in range(count)]
        return laid(([*nodes, Node("hub", "Възел")], flows))

    assert all(label.wording.detail for label in star(10).labels)
    crowded = [label for label in star(40).labels if label.node.id != "hub"]
    assert len(crowded) == 40
    assert not any(label.wording.detail for label in crowded)
    assert [label.node.id for label in star(90).labels] == ["hub"]


def test_imbalanced_node_is_as_high_as_its_larger_side():
    nodes = [Node(name, name) for name in "abc"]
    picture = laid((nodes, [Flow("a", "b", 10, "virgin"), Flow("b", "c", 4, "lost")]))
    heights = {bar.node.id: bar.height for bar in picture.bars}
    assert heights["b"] == pytest.approx(heights["a"])
    assert heights["c"] == pytest.approx(0.4 * heights["b"])

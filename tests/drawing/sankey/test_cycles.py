from itertools import permutations

import numpy as np
from hypothesis import given

from kragozor.drawing.sankey import Flow, Node
from kragozor.drawing.sankey.cycles import better_place, returning_flows, strong_parts
from kragozor.drawing.sankey.layers import settled
from kragozor.drawing.sankey.model import graph_of
from tests.drawing.samples import PULLOVER, diagrams


def graph(*flows):
    names = dict.fromkeys(end for source, target, _ in flows for end in (source, target))
    nodes = [Node(name, name) for name in names]
    return graph_of(nodes, [Flow(*ends, value, "green") for *ends, value in flows])


def test_nothing_returns_where_there_is_no_cycle():
    assert not returning_flows(graph(("a", "b", 1), ("a", "c", 1), ("b", "c", 9))).any()


def test_flow_to_its_own_node_returns():
    assert returning_flows(graph(("a", "b", 1), ("a", "a", 1))).tolist() == [False, True]


def test_lightest_flow_of_a_cycle_returns():
    flows = [("a", "b", 9), ("b", "c", 5), ("c", "a", 2)]
    for turned in permutations(flows):
        found = returning_flows(graph(*turned))
        assert [turned[n] for n in np.flatnonzero(found)] == [("c", "a", 2)]


def test_declared_order_decides_between_equal_flows():
    there = graph(("reuse", "bottle", 1), ("bottle", "reuse", 1))
    assert returning_flows(there).tolist() == [False, True]


def test_reuse_returns_to_its_material():
    nodes, flows = PULLOVER
    found = returning_flows(graph_of(nodes, flows))
    assert [flows[n] for n in np.flatnonzero(found)] == [flows[-1]]


@given(diagrams())
def test_what_does_not_return_has_no_cycle(diagram):
    drawn = graph_of(*diagram)
    layer, returning = settled(drawn)
    forward = ~returning
    assert (layer[drawn.sources[forward]] < layer[drawn.targets[forward]]).all()
    assert (layer[drawn.sources[returning]] >= layer[drawn.targets[returning]]).all()


@given(diagrams())
def test_returning_flows_lie_within_a_strongly_connected_part(diagram):
    drawn = graph_of(*diagram)
    part = strong_parts(len(drawn.nodes), drawn.sources, drawn.targets)
    found = returning_flows(drawn)
    assert (part[drawn.sources[found]] == part[drawn.targets[found]]).all()


@given(diagrams(most=6))
def test_strong_parts_are_mutually_reachable(diagram):
    drawn = graph_of(*diagram)
    count = len(drawn.nodes)
    reach = np.eye(count, dtype=bool)
    reach[drawn.sources, drawn.targets] = True
    for _ in range(count):
        reach |= (reach.astype(int) @ reach.astype(int)) > 0
    part = strong_parts(count, drawn.sources, drawn.targets)
    assert (np.equal.outer(part, part) == (reach & reach.T)).all()


@given(diagrams(most=5))
def test_row_leaves_little_more_backwards_than_the_best_of_all_rows(diagram):
    drawn = graph_of(*diagram)
    count = len(drawn.nodes)
    best = min(
        drawn.values[np.array(row)[drawn.sources] >= np.array(row)[drawn.targets]].sum()
        for row in permutations(range(count))
    )
    found = drawn.values[returning_flows(drawn)].sum()
    assert found >= best * (1 - 1e-9)
    assert found <= drawn.values.sum() / 2 + drawn.values[drawn.sources == drawn.targets].sum() / 2


def test_better_place_stays_between_equals():
    assert better_place({0: 0.0, 1: 0.0}, now=1) == 1
    assert better_place({0: 5.0}, now=1) == 0
    assert better_place({0: -5.0}, now=0) == 1

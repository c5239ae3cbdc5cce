import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.drawing.sankey import Flow, Node
from kragozor.drawing.sankey.crossings import Segments, crossed_weight, item_ranks, segments_of
from kragozor.drawing.sankey.layers import items_of, settled
from kragozor.drawing.sankey.model import graph_of
from tests.drawing.samples import diagrams

STEP = st.tuples(st.integers(0, 5), st.integers(0, 5), st.floats(0.1, 10), st.integers(0, 2))


def crossed_pair_by_pair(segments, rank):
    total = 0.0
    for one in range(len(segments.tail)):
        for other in range(one):
            if segments.column[one] != segments.column[other]:
                continue
            tails = rank[segments.tail[one]] - rank[segments.tail[other]]
            heads = rank[segments.head[one]] - rank[segments.head[other]]
            if tails * heads < 0:
                total += segments.weight[one] * segments.weight[other]
    return total


@given(st.lists(STEP, min_size=1, max_size=25))
def test_crossings_are_those_counted_pair_by_pair(steps):
    tail, head, weight, column = map(np.array, zip(*steps, strict=True))
    segments = Segments(tail, head, weight.astype(float), column)
    rank = np.arange(6)
    assert crossed_weight(segments, rank) == pytest.approx(crossed_pair_by_pair(segments, rank))


def arranged(nodes, flows, fixed=()):
    graph = graph_of(nodes, flows)
    layer, returning = settled(graph)
    items = items_of(graph, layer, returning)
    return graph, items, returning, item_ranks(graph, items, returning, fixed)


@given(diagrams())
def test_ranks_number_the_items_of_each_column(diagram):
    _, items, _, rank = arranged(*diagram)
    for column in range(items.depth):
        places = rank[items.layer == column]
        assert sorted(places) == list(range(len(places)))


@given(diagrams())
def test_order_crosses_no_more_than_the_declared_one(diagram):
    graph, items, returning, rank = arranged(*diagram)
    segments = segments_of(graph, items, returning)
    floor = np.full(items.depth + 2, 10**6)
    count = len(graph.nodes)
    midway = (graph.sources + graph.targets) / 2
    wish = np.concatenate([np.arange(count), midway[items.flow[count:]]])
    declared = np.empty(len(wish), dtype=np.int64)
    declared[np.lexsort((wish, items.layer))] = np.arange(len(wish))
    before = crossed_weight(segments, np.concatenate([declared, floor]))
    assert crossed_weight(segments, np.concatenate([rank, floor])) <= before + 1e-12


def test_crossed_pair_is_untangled():
    nodes = [Node(name, name) for name in "abcd"]
    flows = [Flow("a", "d", 5, "green"), Flow("b", "c", 5, "green")]
    _, _, _, rank = arranged(nodes, flows)
    assert (rank[0] - rank[1]) * (rank[3] - rank[2]) > 0


def test_declared_order_stays_where_nothing_crosses():
    nodes = [Node(name, name) for name in ("z", "y", "x", "hub")]
    flows = [Flow(name, "hub", 1, "green") for name in "xyz"]
    assert arranged(nodes, flows)[-1].tolist() == [0, 1, 2, 0]


def test_fixed_order_stays_even_where_it_crosses():
    nodes = [Node(name, name) for name in "abcd"]
    flows = [Flow("a", "d", 5, "green"), Flow("b", "c", 5, "green")]
    assert arranged(nodes, flows, fixed=[1, 0, 3, 2])[-1].tolist() == [1, 0, 1, 0]


def test_returning_flow_draws_its_node_to_the_bottom():
    nodes = [Node(name, name) for name in ("in", "loop", "x", "y")]
    flows = [
        Flow("in", "loop", 5, "green"),
        Flow("in", "x", 5, "green"),
        Flow("loop", "y", 3, "green"),
        Flow("x", "y", 5, "green"),
        Flow("loop", "in", 2, "green"),
    ]
    rank = arranged(nodes, flows)[-1]
    assert rank[1] > rank[2]

import pytest
from hypothesis import given

from kragozor.drawing.errors import NotDrawable
from kragozor.drawing.sankey import Flow, Node, flow_table
from tests.drawing.samples import PULLOVER, diagrams


def test_table_says_what_the_picture_shows():
    rows = flow_table(*PULLOVER)
    assert [row.source for row in rows[:2]] == ["Първичен полиестер", "Рециклиран полиестер"]
    assert rows[0].sd == 3
    assert rows[3].share == pytest.approx(40 / 96)
    assert [row.returns for row in rows] == [False] * 6 + [True]


@given(diagrams())
def test_table_has_a_row_for_every_flow_and_shares_add_up(diagram):
    nodes, flows = diagram
    rows = flow_table(nodes, flows)
    assert [row.value for row in rows] == [flow.value for flow in flows]
    for node in nodes:
        shares = [
            row.share for row, flow in zip(rows, flows, strict=True) if flow.source == node.id
        ]
        ways = [flow for flow in flows if flow.source == node.id and flow.value > 0]
        known = [share for share in shares if share is not None]
        assert all(0 <= share <= 1 for share in known)
        if len(ways) > 1:
            assert sum(known) == pytest.approx(1)


def test_what_all_goes_one_way_has_its_share_of_what_arrives():
    nodes = [Node(name, name) for name in ("wool", "acrylic", "cardigan", "reuse", "landfill")]
    flows = [
        Flow("wool", "cardigan", 3, "renewable"),
        Flow("acrylic", "cardigan", 1, "virgin"),
        Flow("cardigan", "reuse", 1, "reused"),
        Flow("cardigan", "landfill", 3, "lost"),
    ]
    assert [row.share for row in flow_table(nodes, flows)] == [0.75, 0.25, 0.25, 0.75]


def test_flow_of_nothing_has_a_row_without_a_share():
    nodes = [Node("a", "a"), Node("b", "b")]
    (row,) = flow_table(nodes, [Flow("a", "b", 0, "green")])
    assert (row.value, row.share, row.returns) == (0, None, False)


def test_table_refuses_what_the_picture_refuses():
    with pytest.raises(NotDrawable, match="'z'"):
        flow_table([Node("a", "a")], [Flow("a", "z", 1, "green")])

"""Diagrams to draw in tests: named ones, and random ones with loops for Hypothesis."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from hypothesis import strategies as st

from kragozor.drawing.palette import LIGHT
from kragozor.drawing.sankey import Flow, Node

SVG = "{http://www.w3.org/2000/svg}"

PULLOVER = (
    [
        Node("v", "Първичен полиестер", "virgin"),
        Node("r", "Рециклиран полиестер", "recycled"),
        Node("c", "Памук, устойчив", "renewable"),
        Node("p", "Плетиво"),
        Node("R", "Рециклиране", "recycled"),
        Node("L", "Депо", "lost"),
        Node("U", "Повторна употреба", "reused"),
    ],
    [
        Flow("v", "p", 48, "virgin", sd=3),
        Flow("r", "p", 37, "recycled"),
        Flow("c", "p", 11, "renewable"),
        Flow("p", "R", 40, "recycled"),
        Flow("p", "L", 36, "lost"),
        Flow("p", "U", 20, "reused"),
        Flow("U", "c", 6, "reused"),
    ],
)


@st.composite
def diagrams(draw: st.DrawFn, most: int = 9) -> tuple[list[Node], list[Flow]]:
    """Return a few nodes and flows between any of them, loops and flows of 0 included."""
    count = draw(st.integers(2, most))
    words = st.text("абвгд жзикл", min_size=1, max_size=30)
    nodes = [Node(f"n{number}", draw(words), "ink") for number in range(count)]
    ends = st.integers(0, count - 1).map(lambda number: f"n{number}")
    amounts = st.one_of(st.floats(0.001, 1e4), st.just(0.0), st.just(1.0))
    colours = st.sampled_from(sorted(LIGHT))
    spreads = st.one_of(st.none(), st.floats(0, 10))
    flow = st.builds(Flow, ends, ends, amounts, colours, spreads)
    flows = draw(st.lists(flow, min_size=1, max_size=18))
    return nodes, [*flows, Flow("n0", "n1", 1.0, "green")]


def parsed(svg: str) -> Element:
    """Return the root of a picture, which must be well-formed XML."""
    root: Element = fromstring(svg)
    return root


def check_picture(svg: str) -> None:
    """Assert what holds for every picture: it is named, safe for the policy, and has numbers."""
    root = parsed(svg)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.get("viewBox")
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    labelled = (root.get("aria-labelledby") or "").split()
    assert labelled
    assert set(labelled) <= set(ids)
    for each in root.iter():
        assert each.tag not in (f"{SVG}style", f"{SVG}script", f"{SVG}foreignObject")
        assert each.get("font-weight") in (None, "400", "600", "700", "800"), "not vendored"
        for name, value in each.items():
            assert name != "style"
            assert not name.startswith("on")
            assert "nan" not in value.lower().replace("sans", "")
            assert "inf" not in value.lower()

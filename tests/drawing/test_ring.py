import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.drawing.errors import NotDrawable
from kragozor.drawing.ring import CENTRE, RADIUS, arc, ring
from tests.drawing.samples import SVG, check_picture, parsed

SHARES = st.floats(0, 1)


@given(st.lists(SHARES, min_size=3, max_size=3).map(sorted), st.sampled_from(["page", "print"]))
def test_every_ring_is_a_picture(shares, palette):
    low, value, high = shares
    svg = ring(value, low=low, high=high, text="0,50", caption="к", label="л", palette=palette)
    check_picture(svg)


@given(st.floats(0.01, 0.99))
def test_arc_ends_where_the_share_is(share):
    x, y = map(float, re.findall(r"[\d.]+", arc(0.0, share))[-2:])
    angle = math.atan2(x - CENTRE, CENTRE - y) % (2 * math.pi)
    assert angle / (2 * math.pi) == pytest.approx(share, abs=1e-4)
    assert math.hypot(x - CENTRE, y - CENTRE) == pytest.approx(RADIUS, abs=0.02)


def test_arc_takes_the_long_way_above_a_half():
    assert " 0 0 1 " in arc(0.0, 0.4)
    assert " 0 1 1 " in arc(0.0, 0.6)


def test_full_ring_is_closed():
    assert arc(0.0, 1.0).count("A") == 2


def test_undefined_is_an_empty_ring_and_not_zero():
    empty = parsed(ring(None, text="0,00", caption="няма данни", label="MCI: неопределен"))
    assert [each.get("stroke-dasharray") for each in empty.iter(f"{SVG}circle")] == ["7 7"]
    assert not list(empty.iter(f"{SVG}path"))
    assert [each.text for each in empty.iter(f"{SVG}text")] == ["—", "няма данни"]
    zero = parsed(ring(0.0, text="0,00", label="MCI 0,00"))
    assert zero.find(f".//{SVG}text").text == "0,00"
    assert not zero.findall(f".//{SVG}circle[@stroke-dasharray]")


def test_interval_is_lighter_and_has_a_tick():
    plain = parsed(ring(0.5, text="0,50", label="a"))
    assert len(list(plain.iter(f"{SVG}path"))) == 1
    assert not list(plain.iter(f"{SVG}line"))
    spread = parsed(ring(0.5, low=0.4, high=0.7, text="0,50", label="a"))
    closed, lighter = spread.iter(f"{SVG}path")
    assert (closed.get("d"), lighter.get("d")) == (arc(0.0, 0.4), arc(0.4, 0.7))
    assert closed.get("stroke-opacity") is None
    assert float(lighter.get("stroke-opacity")) < 0.5
    assert len(list(spread.iter(f"{SVG}line"))) == 1


def test_long_text_is_set_smaller():
    short, long = (
        float(parsed(ring(0.5, text=text, label="a")).find(f".//{SVG}text").get("font-size"))
        for text in ("0,53", "1234,56 kg")
    )
    assert long < short


def test_size_is_given_in_pixels_or_left_to_the_page():
    assert parsed(ring(0.5, text="a", label="a")).get("width") is None
    assert parsed(ring(0.5, text="a", label="a", size=44)).get("width") == "44"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"value": 1.2}, "value is 1.2"),
        ({"value": math.nan}, "value is nan"),
        ({"value": 0.5, "low": -0.1}, "low is -0.1"),
        ({"value": 0.5, "high": math.inf}, "high is inf"),
        ({"value": 0.5, "low": 0.6, "high": 0.7}, "does not hold 0.5"),
        ({"value": 0.5, "low": 0.1, "high": 0.4}, "does not hold 0.5"),
    ],
)
def test_impossible_shares_are_refused(arguments, said):
    with pytest.raises(NotDrawable, match=said):
        ring(**arguments, text="", label="")

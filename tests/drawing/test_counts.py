"""Pictures of counts: how one went from month to month, and rows put together from parts."""

import re
from xml.etree import ElementTree as ET

import pytest

from kragozor.drawing.charts.stacks import Stack, stacks
from kragozor.drawing.charts.trend import trend
from kragozor.drawing.errors import NotDrawable

MONTHS = ["May", "June", "July", "August"]


def drawn(values, **told):
    points = list(zip(MONTHS, values, strict=False))
    return trend(points, **({"language": "en", "title": "Members"} | told))


def lines(picture):
    return [node.get("points").split() for node in tags(picture, "polyline")]


def tags(picture, name):
    return list(ET.fromstring(picture).iter(f"{{http://www.w3.org/2000/svg}}{name}"))


def words(picture):
    return [node.text for node in tags(picture, "text")]


def test_trend_has_a_gap_where_there_is_no_value():
    first, second = lines(drawn([1, 2, None, 4]))
    assert (len(first), len(second)) == (2, 1)


def test_trend_keeps_zero_apart_from_nothing():
    assert drawn([None, None]) == ""
    assert len(lines(drawn([0, 0]))) == 1


def test_higher_value_stands_higher():
    (line,) = lines(drawn([1, 3]))
    low, high = (float(point.split(",")[1]) for point in line)
    assert high < low


def test_trend_shows_the_target_when_there_is_one():
    assert "stroke-dasharray" not in drawn([1, 2])
    assert "stroke-dasharray" in drawn([1, 2], target=5)


def test_labelled_trend_tells_its_ends_its_last_value_and_the_target():
    assert words(drawn([1, 2], target=20, labelled=True)) == ["May", "June", "2", "20"]
    assert words(drawn([1, None], labelled=True)) == ["May", "June"]
    assert words(drawn([7], labelled=True)) == ["May", "7"]
    assert words(drawn([1, 2])) == []


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1.0])
def test_trend_refuses_what_is_no_count(value):
    with pytest.raises(NotDrawable):
        drawn([1, value])


def stacked(*rows, **told):
    legend = ["Business", "Academia", "Others"]
    return stacks(rows, legend, **({"language": "en", "title": "Members"} | told))


def test_stack_is_as_long_as_its_parts_together():
    picture = stacked(Stack("Textiles", (10, 5, 0)), Stack("Plastics", (5, 0, 0)))
    bars = [float(node.get("width")) for node in tags(picture, "rect")][3:]
    assert bars[0] == pytest.approx(2 * bars[1], abs=0.1)
    assert bars[2] == pytest.approx(bars[1], abs=0.1)
    assert len(bars) == 3


def test_stack_marks_its_aim_and_writes_its_total():
    plain, aimed = stacked(Stack("T", (3, 1, 0))), stacked(Stack("T", (3, 1, 0), 20))
    assert (len(tags(plain, "line")), len(tags(aimed, "line"))) == (0, 1)
    assert words(plain)[-1] == words(aimed)[-1] == "4"


def test_total_never_stands_on_the_mark():
    (picture,) = [stacked(Stack("T", (19, 0, 0), 20))]
    mark = float(tags(picture, "line")[0].get("x1"))
    assert float(tags(picture, "text")[-1].get("x")) > mark


def test_stacks_have_no_inline_style_and_follow_the_palette():
    page, paper = (stacked(Stack("T", (1, 0, 0)), palette=palette) for palette in ("page", "print"))
    assert "var(--green)" in page
    assert "var(" not in paper
    assert not re.search(r"\sstyle=", page)


def test_narrow_stacks_fit_a_phone():
    wide, narrow = stacked(Stack("T", (1, 0, 0))), stacked(Stack("T", (1, 0, 0)), narrow=True)
    assert "0 0 310 " in narrow
    assert "0 0 520 " in wide


@pytest.mark.parametrize("rows", [(), (Stack("T", (-1, 0, 0)),), (Stack("T", (1,), float("nan")),)])
def test_stacks_refuse_what_cannot_be_drawn(rows):
    with pytest.raises(NotDrawable):
        stacked(*rows)

import math
import re

import pytest

from kragozor.drawing.charts import (
    Amount,
    HistoryPoint,
    Part,
    TornadoBar,
    comparison,
    history,
    quality_bar,
    tornado,
)
from kragozor.drawing.charts.board import NARROW
from kragozor.drawing.charts.tornado import heading_of
from kragozor.drawing.errors import NotDrawable
from kragozor.drawing.palette import LIGHT
from tests.drawing.samples import SVG, check_picture, parsed

BARS = [
    TornadoBar("Рециклиран вход", 0.45, 0.60),
    TornadoBar("Събиране за рециклиране", 0.43, 0.62, "42 % → 65 %"),
    TornadoBar("Интензивност на употреба", 0.53, 0.55),
]
PARTS = [
    Part("измерено", 0.75, "green"),
    Part("оценено", 0.25, "amber"),
    Part("друго", 0.0, "rose"),
]
POINTS = [
    HistoryPoint("2022", 0.31),
    HistoryPoint("2023", 0.36, 0.3, 0.41),
    HistoryPoint("2024", None),
    HistoryPoint("2025", 0.53),
]
AMOUNTS = [
    Amount("Входящи потоци", 96, "96 kg", "ink-2"),
    Amount("Изходящи потоци", 48, "48 kg"),
    Amount("Вода", None, "?"),
]


def charts(palette="page", language="bg", *, narrow=False):
    shared = {"title": "З", "description": "О", "palette": palette}
    yield tornado(BARS, base=0.53, language=language, narrow=narrow, **shared)
    yield quality_bar(PARTS, language=language, narrow=narrow, **shared)
    yield history(POINTS, language=language, narrow=narrow, **shared)
    yield comparison(AMOUNTS, **shared)


def texts(svg):
    return [each.text for each in parsed(svg).iter(f"{SVG}text")]


def fills(svg, colour):
    return [e for e in parsed(svg).iter(f"{SVG}path") if e.get("fill") == f"var(--{colour})"]


def widths(svg, colour):
    found = []
    for each in fills(svg, colour):
        xs = [float(x) for x in re.findall(r"-?[\d.]+", each.get("d"))]
        found.append(abs(xs[2]))
    return found


def test_every_chart_is_a_picture():
    for svg in (*charts(), *charts("print"), *charts(narrow=True)):
        check_picture(svg)


def test_narrow_charts_fit_a_phone_with_words_that_can_be_read():
    for svg, wide in zip(list(charts(narrow=True))[:3], charts(), strict=False):
        picture = parsed(svg)
        assert float(picture.get("viewBox").split()[2]) == 290
        sizes = [float(each.get("font-size").rstrip("px")) for each in picture.iter(f"{SVG}text")]
        assert min(sizes) >= 13
        assert sorted(texts(svg)) == sorted(texts(wide))


def test_detail_goes_below_a_label_that_leaves_it_no_room():
    short = heading_of(TornadoBar("Маса", 0, 1, "от 1 до 2"), 290)
    assert (short.lines, short.is_below, short.more) == (("Маса",), False, 0)
    long = heading_of(TornadoBar("Ефективност на рециклирането на суровината", 0, 1, "до 2"), 290)
    assert (long.is_below, long.more) == (True, 36)
    assert " ".join(long.lines) == "Ефективност на рециклирането на суровината"
    bare = heading_of(TornadoBar("Ефективност на рециклирането на суровината", 0, 1), 290)
    assert (bare.is_below, bare.more) == (False, 18)


def test_every_colour_of_a_page_follows_the_theme():
    for svg in charts():
        assert not re.search("#[0-9a-f]{3}", svg)
        assert set(re.findall(r"var\(--([\w-]+)\)", svg)) <= set(LIGHT)


def test_print_has_values_in_place_of_properties():
    assert not any("var(" in svg for svg in charts("print"))


def test_no_english_of_the_library_is_left():
    for svg in charts():
        assert not re.search("role-|titled|mark container|aria-roledescription", svg)


def test_texts_are_in_our_font_alone():
    for svg in charts():
        families = {each.get("font-family") for each in parsed(svg).iter()} - {None}
        assert families == {"Sofia Sans, system-ui, sans-serif"}


def test_numbers_are_those_of_the_language():
    for language, number in (("bg", "0,53"), ("en", "0.53")):
        drawn = list(charts(language=language))
        assert number in texts(drawn[0])
        assert number in texts(drawn[2])


def test_tornado_falls_in_rose_and_rises_in_green_by_span():
    svg = next(charts())
    labels = [text for text in texts(svg) if text in {bar.label for bar in BARS}]
    assert labels == ["Събиране за рециклиране", "Рециклиран вход", "Интензивност на употреба"]
    assert len(fills(svg, "rose")) == 2
    assert len(fills(svg, "green")) == 3
    assert "42 % → 65 %" in texts(svg)


def test_tornado_bars_are_to_scale():
    svg = next(charts())
    first, second, third = widths(svg, "green")
    assert first / second == pytest.approx(0.09 / 0.07, rel=0.01)
    assert first / third == pytest.approx(0.09 / 0.02, rel=0.01)


def test_long_label_of_a_narrow_tornado_is_whole():
    label = "Ефективност на рециклирането на суровината: памук, рециклиран от производствен отпадък"
    bar = TornadoBar(label, 0.1, 0.9, "от 63,1 % до 99,2 %")
    svg = tornado([bar], base=0.5, language="bg", title="т", narrow=True)
    assert "…" not in svg
    assert len(heading_of(bar, NARROW).lines) == 3


def test_unit_of_a_tornado_stands_beside_its_base():
    assert ">53,0\u00a0%<" in tornado(
        [TornadoBar("а", 40, 60)], base=53, digits=1, unit="%", language="bg", title="т"
    )


def test_tornado_without_any_span_is_drawn():
    check_picture(tornado([TornadoBar("а", 1, 1)], base=1, language="bg", title="т"))


def test_quality_parts_are_to_scale_and_named_with_their_share():
    svg = list(charts())[1]
    key, bar = sorted(widths(svg, "green"))
    assert key == 11
    assert bar / max(widths(svg, "amber")) == pytest.approx(3, rel=0.01)
    assert {"измерено 75\u00a0%", "оценено 25\u00a0%", "друго 0\u00a0%"} <= set(texts(svg))


def test_history_has_a_gap_where_there_is_no_value():
    svg = list(charts())[2]
    lines = [e for e in parsed(svg).iter(f"{SVG}path") if e.get("stroke-width") == "2.5"]
    assert len(lines) == 2
    assert lines[0].get("d").count("L") == 1
    assert "L" not in lines[1].get("d")
    assert "—" in texts(svg)
    assert {"2022", "2023", "2024", "2025"} <= set(texts(svg))


def test_history_leaves_out_periods_that_would_touch():
    points = [HistoryPoint(f"януари {year} г.", 0.5) for year in range(2000, 2020)]
    shown = [t for t in texts(history(points, language="bg", title="т")) if "януари" in t]
    assert 1 < len(shown) < 20
    assert "януари 2019 г." in shown


def test_history_makes_room_for_values_beyond_its_scale():
    assert "4,00" in texts(history([HistoryPoint("2025", 4.0)], language="bg", title="т"))


def test_comparison_is_to_scale_and_undefined_is_a_dash():
    svg = list(charts())[3]
    (whole,), (half,) = widths(svg, "ink-2"), widths(svg, "green")
    assert whole == 2 * half
    assert "—" in texts(svg)
    assert "?" not in texts(svg)


def test_comparison_can_be_drawn_against_a_whole():
    svg = comparison([Amount("а", 1, "1")], whole=4, title="т")
    assert widths(svg, "green")[0] * 4 == widths(svg, "sunken")[0]


@pytest.mark.parametrize(
    ("chart", "said"),
    [
        (lambda: tornado([], base=0, language="bg", title=""), "no data"),
        (lambda: tornado(BARS, base=math.nan, language="bg", title=""), "base is nan"),
        (lambda: tornado(BARS, base=0.1, language="bg", title=""), "does not hold 0.1"),
        (lambda: quality_bar([], language="bg", title=""), "no data"),
        (lambda: quality_bar([Part("а", 1.5, "green")], language="bg", title=""), "а is 1.5"),
        (lambda: history([], language="bg", title=""), "no data"),
        (lambda: history([HistoryPoint("2025", math.inf)], language="bg", title=""), "2025"),
        (lambda: comparison([], title=""), "no data"),
        (lambda: comparison([Amount("маса", -1, "")], title=""), "маса is -1"),
    ],
)
def test_what_is_no_chart_is_refused(chart, said):
    with pytest.raises(NotDrawable, match=said):
        chart()

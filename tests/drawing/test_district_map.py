import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.drawing.district_map import district_map, geometry
from kragozor.drawing.district_map.bands import MOST, bands
from kragozor.drawing.district_map.draw import NARROW, STRENGTHS, WIDE
from kragozor.drawing.errors import NotDrawable
from kragozor.drawing.palette import LIGHT
from kragozor.drawing.text import text_width
from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.reference.territory import districts, regions
from kragozor.words.numbers import share_text
from tests.drawing.samples import SVG, check_picture, parsed

CODES = [each.code for each in districts()]
AMOUNTS = st.one_of(st.none(), st.just(0), st.integers(1, 30), st.floats(0, 1e12))
VALUES = st.dictionaries(st.sampled_from(CODES), AMOUNTS)
NUMBERS = st.lists(st.integers(1, 60) | st.floats(1e-6, 1e9), max_size=14)

SAMPLE = {"BG421": 21, "BG411": 34, "BG331": 8, "BG311": 0, "BG312": None, "BG313": 1, "BG314": 1}


def drawn(values=SAMPLE, language="bg", **more):
    return district_map(values, language, title="Членове", **more)


def shapes(svg):
    """Return the path of each district by what it tells a pointer."""
    paths = parsed(svg).iter(f"{SVG}path")
    return {path.find(f"{SVG}title").text: path for path in paths if len(path)}


def texts(svg):
    return [each.text for each in parsed(svg).iter(f"{SVG}text")]


def points(path):
    numbers = iter(map(float, re.findall(r"-?\d+(?:\.\d+)?", path)))
    return list(zip(numbers, numbers, strict=True))


def area(path):
    ring = points(path)
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a * d - b * c for (a, b), (c, d) in pairs)) / 2


@given(
    VALUES,
    st.sampled_from(["bg", "en"]),
    st.booleans(),
    st.sampled_from(["page", "print"]),
    st.sampled_from([None, *CODES, *(each.code for each in regions())]),
)
def test_every_map_is_a_picture_of_all_districts(values, language, narrow, palette, selected):
    svg = drawn(values, language, narrow=narrow, palette=palette, selected=selected)
    check_picture(svg)
    assert len(shapes(svg)) == 28


def test_no_data_is_hatched_and_zero_is_plain():
    found = shapes(drawn())
    unknown, zero = found["Монтана: няма данни"], found["Видин: 0"]
    assert unknown.get("fill").startswith("url(#")
    assert not zero.get("fill").startswith("url(#")
    assert zero.get("fill") != found["Враца: 1"].get("fill")


def test_district_that_is_not_given_is_as_one_without_data():
    found = shapes(drawn())
    unknown, missing = found["Монтана: няма данни"], found["Русе: няма данни"]
    assert unknown.get("fill") == missing.get("fill")


def test_hatch_is_within_the_picture():
    root = parsed(drawn())
    (pattern,) = root.iter(f"{SVG}pattern")
    assert {each.get("fill") for each in root.iter(f"{SVG}path")} >= {f"url(#{pattern.get('id')})"}


def test_more_is_darker():
    found = shapes(drawn())
    places = ("Враца: 1", "Варна: 8", "Пловдив: 21", "София (столица): 34")
    assert [float(found[place].get("fill-opacity")) for place in places] == list(STRENGTHS)


def test_label_on_the_darkest_class_is_light():
    root = parsed(drawn(palette="print"))
    groups = {
        each.find(f"{SVG}text").text: each for each in root.iter(f"{SVG}g") if each.get("fill")
    }
    assert groups["София"].get("fill") == LIGHT["surface"]
    assert groups["Пловдив"].get("fill") == LIGHT["ink"]


def test_key_explains_what_occurs():
    assert texts(drawn())[-6:] == ["0", "1", "8", "21", "34", "няма данни"]
    everywhere = dict.fromkeys(CODES, 3)
    assert texts(drawn(everywhere))[-1:] == ["3"]
    assert "no data" not in texts(drawn(everywhere, "en"))


def test_key_gives_the_bounds_of_a_class():
    values = dict(zip(CODES, [1, 2, 40, 41, 80, 81, 160], strict=False))
    assert "40 – 41" in texts(drawn(values))


def test_no_data_at_all_is_still_a_map():
    svg = drawn({})
    check_picture(svg)
    assert texts(svg)[-1] == "няма данни"
    assert "Без данни са 28 от 28 области." in svg


def test_description_says_where_most_is_and_what_is_not_known():
    description = parsed(drawn()).find(f"{SVG}desc").text
    assert description == (
        "Най-много: София (столица): 34; Пловдив: 21; Варна: 8. Без данни са 22 от 28 области."
    )
    assert "Most: Sofia (capital): 34" in drawn(language="en")


def test_nothing_is_most_where_all_is_zero():
    description = parsed(drawn(dict.fromkeys(CODES, 0))).find(f"{SVG}desc")
    assert description is None


def test_values_are_written_as_asked():
    svg = drawn({"BG421": 0.255}, text=lambda value: share_text(value, "bg"))
    assert any(text.startswith("25,5") for text in texts(svg))


def test_links_are_named_and_can_be_reached():
    root = parsed(drawn(links={"BG421": "/regions/BG421/", "BG312": "/regions/BG312/"}))
    links = {each.get("href"): each.get("aria-label") for each in root.iter(f"{SVG}a")}
    assert links == {
        "/regions/BG421/": "Пловдив: 21",
        "/regions/BG312/": "Монтана: няма данни",
    }
    assert root.get("role") == "group"
    assert parsed(drawn()).get("role") == "img"


def test_address_is_escaped():
    root = parsed(drawn(links={"BG421": '/?a=1&b="2"'}))
    assert [each.get("href") for each in root.iter(f"{SVG}a")] == ['/?a=1&b="2"']


def test_narrow_map_has_values_without_names():
    wide, narrow = (texts(drawn(narrow=each)) for each in (False, True))
    assert "Пловдив" in wide
    assert "Пловдив" not in narrow
    assert "21" in narrow


def test_value_too_long_for_its_district_is_left_to_the_table():
    narrow = drawn({"BG411": 123456789.5, "BG413": 7}, narrow=True)
    assert texts(narrow)[0] == "7"
    assert "София (столица): 123" in narrow


@pytest.mark.parametrize("language", ["bg", "en"])
def test_labels_fit_their_districts(language):
    scale = WIDE / geometry.WIDTH
    room = {each.district: each.room * scale for each in geometry.shapes().values()}
    root = parsed(drawn(dict.fromkeys(CODES, 7), language))
    labels = [each for each in root.iter(f"{SVG}g") if each.get("fill")]
    for each, code in zip(labels, CODES, strict=True):
        for line in each.iter(f"{SVG}text"):
            assert text_width(line.text, float(line.get("font-size"))) <= room[code]


def test_size_is_given_in_pixels_or_left_to_the_page():
    assert parsed(drawn()).get("width") is None
    assert parsed(drawn(width=300)).get("width") == "300"
    assert parsed(drawn()).get("viewBox").split()[2] == str(int(WIDE))
    assert parsed(drawn(narrow=True)).get("viewBox").split()[2] == str(int(NARROW))


def test_selected_region_is_outlined_without_the_borders_inside():
    plain = len(list(parsed(drawn()).iter(f"{SVG}path")))
    outlined = parsed(drawn(selected="BG42"))
    last = [each for each in outlined.iter(f"{SVG}path") if each.get("stroke") == "var(--ink)"]
    assert len(list(outlined.iter(f"{SVG}path"))) == plain + 1
    assert [each.get("d") for each in last] == [
        geometry.outline([code for code in CODES if code.startswith("BG42")])
    ]


@pytest.mark.parametrize("arguments", [{"values": {"BG999": 1}}, {"selected": "BG9"}])
def test_unknown_place_is_refused(arguments):
    with pytest.raises(OutOfRange, match="BG9"):
        drawn(**arguments)


@pytest.mark.parametrize(
    ("value", "said"), [(math.nan, "nan"), (math.inf, "inf"), (-1, "at least 0")]
)
def test_value_that_is_no_amount_is_refused(value, said):
    with pytest.raises(NotDrawable, match=f"Vidin is .*{said}") as refused:
        drawn({"BG311": value})
    assert refused.value.lines("bg")[0].startswith("Видин е")


# --- geometry ---------------------------------------------------------------------------------


def test_geometry_has_every_district_once():
    assert list(geometry.shapes()) == CODES


def test_districts_fill_the_country():
    inside = sum(area(each.path) for each in geometry.shapes().values())
    # 111 000 km² on a map on which 1000 units are the 507 km from west to east.
    assert inside == pytest.approx(111_000 / (507 / 1000) ** 2, rel=0.03)


def test_capital_is_the_smallest_district():
    by_area = sorted(geometry.shapes().values(), key=lambda each: area(each.path))
    assert by_area[0].district == "BG411"


def test_borders_and_outline_are_all_lines_once():
    every = {line for arc in geometry.arcs() for line in [f"M{'L'.join(arc.points)}"]}
    lines = [
        "M" + line
        for path in (geometry.borders(CODES), geometry.outline(CODES))
        for line in path.split("M")[1:]
    ]
    assert sorted(lines) == sorted(every)


def test_everything_is_within_the_map():
    for each in geometry.shapes().values():
        for x, y in [*points(each.path), (each.x, each.y)]:
            assert 0 <= x <= geometry.WIDTH
            assert 0 <= y <= geometry.height()


# --- classes ----------------------------------------------------------------------------------


@given(NUMBERS)
def test_every_value_is_in_one_class(values):
    found = bands(values)
    assert len(found) == min(MOST, len(set(values)))
    for value in values:
        assert sum(low <= value <= high for low, high in found) == 1
    assert list(found) == sorted(found)


@given(NUMBERS, st.sampled_from([0.5, 2, 1024]))
def test_classes_do_not_depend_on_the_unit(values, unit):
    scaled = bands([value * unit for value in values])
    assert scaled == tuple((low * unit, high * unit) for low, high in bands(values))


@pytest.mark.parametrize(
    ("values", "classes"),
    [
        ([], ()),
        ([3], ((3, 3),)),
        ([5, 5, 5], ((5, 5),)),
        ([1, 2, 3, 100, 101, 500, 900], ((1, 3), (100, 101), (500, 500), (900, 900))),
        ([1e300, 1e-300], ((1e-300, 1e-300), (1e300, 1e300))),
    ],
)
def test_classes_hold_values_that_are_alike(values, classes):
    assert bands(values) == classes

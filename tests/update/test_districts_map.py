"""The rules by which borders become arcs, shown on two squares side by side."""

import csv
import math
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from update import districts_map as update

LEFT = [(0.0, 0.0), (50.0, 0.0), (50.0, 30.0), (50.0, 60.0), (0.0, 60.0), (0.0, 0.0)]
RIGHT = [(50.0, 0.0), (90.0, 0.0), (90.0, 60.0), (50.0, 60.0), (50.0, 30.0), (50.0, 0.0)]
ALONE = [(200.0, 0.0), (210.0, 0.0), (210.0, 10.0), (200.0, 0.0)]
SQUARES = {"L": LEFT, "R": RIGHT}
POINTS = st.tuples(st.floats(0, 100), st.floats(0, 100))


def walked(arcs, numbers):
    return [
        arcs[number].points if number >= 0 else arcs[-1 - number].points[::-1] for number in numbers
    ]


def test_shared_border_is_one_arc():
    arcs, _ = update.arcs_of(SQUARES)
    shared = [arc for arc in arcs if len(arc.districts) == 2]
    assert len(arcs) == 3
    assert [(arc.districts, set(arc.points)) for arc in shared] == [
        (("L", "R"), {(50.0, 0.0), (50.0, 30.0), (50.0, 60.0)})
    ]


@pytest.mark.parametrize("rings", [SQUARES, {"A": ALONE}, {**SQUARES, "A": ALONE}])
def test_arcs_give_the_lines_back(rings):
    arcs, walks = update.arcs_of(rings)
    for code, ring in rings.items():
        pieces = walked(arcs, walks[code])
        ends = zip(pieces, [*pieces[1:], pieces[0]], strict=True)
        assert all(one[-1] == other[0] for one, other in ends)
        assert sum(len(piece) - 1 for piece in pieces) == len(ring) - 1
        assert {point for piece in pieces for point in piece} == set(ring)


def test_points_on_the_way_are_left_out_and_bends_stay():
    line = [(0.0, 0.0), (10.0, 0.4), (20.0, 0.0), (30.0, 40.0), (40.0, 0.0)]
    assert update.simplified(line) == [line[0], *line[2:]]


def test_closed_line_is_not_reduced_to_a_point():
    assert len(update.simplified(LEFT)) == 5


@given(st.lists(POINTS, min_size=2, max_size=12))
@example([(0.0, 0.0), (0.0, 1e-309)])
@example([(0.0, 0.0), (3.0, 4.0), (1e-200, 0.0)])
def test_simplified_line_stays_within_the_tolerance(line):
    kept = update.simplified(line)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    for point in line:
        near = min(update.distance(point, one, other) for one, other in pairwise(kept))
        assert near <= update.TOLERANCE


def test_place_of_a_label_is_the_widest_box():
    (x, y), width = update.label_place([(0, 0), (240, 0), (240, 100), (0, 100), (0, 0)])
    assert (x, y) == pytest.approx((120, 50), abs=update.GRID)
    assert width == pytest.approx(240, rel=0.06)


@pytest.mark.parametrize(
    ("point", "inside"), [((10, 10), True), ((60, 10), False), ((-1, 5), False)]
)
def test_within(point, inside):
    assert update.within(point, LEFT) is inside


def test_map_is_as_wide_as_it_should_be_and_north_is_up():
    degrees = {"S": [(22.0, 41.0), (28.0, 41.0), (28.0, 42.0), (22.0, 44.0)]}
    (ring,) = update.on_the_plane(degrees).values()
    assert ring[1][0] - ring[0][0] == pytest.approx(update.WIDTH)
    assert min(y for _, y in ring) == ring[3][1] == 0
    tall = update.WIDTH * 3 / (6 * math.cos(update.MIDDLE))
    assert ring[0][1] == pytest.approx(tall)


def test_coordinates_are_whole_and_not_repeated():
    assert update.written([(0.2, 0.0), (0.4, 0.3), (7.6, 1.0)]) == "0 0 8 1"


def test_tables_are_small_and_name_their_source():
    for name in ("arcs", "shapes"):
        path = update.FOLDER / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            assert all(row["source"] == update.SOURCE for row in csv.DictReader(file))
    assert sum(path.stat().st_size for path in update.FOLDER.glob("*.csv")) < 60_000

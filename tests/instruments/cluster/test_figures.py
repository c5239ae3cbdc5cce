"""Figures of a cluster: worked by hand, withheld where the rule says so, attacked together."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.instruments.cluster import MEASURES, Contribution, figure, releases

FIVE = {name: Contribution(0.1 + n / 10, 10, n, 20, 2 * n) for n, name in enumerate("abcde")}


def published(contributions, *scopes):
    """Publish every figure of each scope, one after another, as far as the rule lets it."""
    given, found = [], {}
    for members in scopes:
        own = {name: contributions[name] for name in members}
        for measure in MEASURES:
            one = figure(measure, own, period="2025", published=given)
            given += one.releases
            found[members, measure] = one
    return found


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("mean_mci", 0.3),
        ("circularity", 20 / 100),
        ("total_inflow", 50),
        ("circular_inflow_share", 10 / 50),
    ],
)
def test_figure_of_five(measure, value):
    one = figure(measure, FIVE, period="2025")
    assert one.value == pytest.approx(value)
    assert one.withheld is None
    assert one.members == set("abcde")


def test_member_without_the_number_is_not_counted():
    one = figure("mean_mci", FIVE | {"f": Contribution(inflow=1)}, period="2025")
    assert one.members == set("abcde")
    few = figure("mean_mci", {**FIVE, "e": Contribution(inflow=1)}, period="2025")
    assert few.withheld.key == "disclosure.few"
    assert few.releases == ()


def test_weights_of_a_share_are_looked_at():
    large = FIVE | {"a": Contribution(0.1, 1000, 3, 2000, 3)}
    assert figure("total_inflow", large, period="2025").withheld.key == "disclosure.tells"
    share = figure("circular_inflow_share", large, period="2025")
    assert share.withheld.key == "disclosure.tells"
    assert figure("mean_mci", large, period="2025").value == pytest.approx(0.3)


def test_share_of_nothing_is_withheld_and_not_zero():
    nothing = {name: Contribution(0.5, 0, 0, 0, 0) for name in "abcde"}
    assert figure("circular_inflow_share", nothing, period="2025").value is None


def test_mean_of_equal_bounds_is_withheld():
    linear = {name: Contribution(mci=0.0) for name in "abcdef"}
    assert figure("mean_mci", linear, period="2025").withheld.key == "disclosure.tells"


def test_pillar_withheld_does_not_come_out_of_the_cluster():
    world = {name: Contribution(0.2 + n / 50, 10 + n, 3 + n % 2, 20 + n, 6 + n % 3)
             for n, name in enumerate("abcdefghijkl")}  # fmt: skip
    found = published(world, "abcdefghijkl", "abcde", "fghij", "kl")
    assert all(found["abcdefghijkl", measure].value is not None for measure in MEASURES)
    assert all(found["abcde", measure].value is not None for measure in MEASURES)
    for measure in MEASURES:
        assert found["fghij", measure].withheld.key == "disclosure.subtraction-few"
        assert found["kl", measure].withheld.key == "disclosure.few"


def test_next_year_is_another_quantity_unless_its_numbers_are_copied():
    joined = FIVE | {"f": Contribution(0.5, 10, 2, 20, 4)}
    copied = releases("total_inflow", FIVE, period="2024")
    assert figure("total_inflow", joined, period="2025", published=copied).value is None
    other = {name: replace(own, inflow=own.inflow + 1) for name, own in FIVE.items()}
    before = releases("total_inflow", other, period="2024")
    assert figure("total_inflow", joined, period="2025", published=before).value == 60
    before = releases("total_inflow", other, period="2025")
    assert figure("total_inflow", joined, period="2025", published=before).value is None


numbers = st.floats(1, 2)


@st.composite
def members(draw):
    world = {}
    for name in "abcdefghijkl":
        inflow, outflow = draw(numbers), draw(numbers)
        entering, leaving = inflow * draw(st.floats(0.1, 0.9)), outflow * draw(st.floats(0.1, 0.9))
        mci = draw(st.floats(0.3, 0.6))
        world[name] = Contribution(mci, inflow, entering, inflow + outflow, entering + leaving)
    return world


scopes = st.lists(
    st.sets(st.sampled_from("abcdefghijkl"), min_size=1).map(lambda s: "".join(sorted(s))),
    min_size=1,
    max_size=5,
    unique=True,
)


@settings(max_examples=60, deadline=None)
@given(world=members(), scopes=scopes, own=st.sampled_from("abcdefghijkl"))
def test_member_who_reads_every_figure_recovers_no_other(world, scopes, own):
    """Sums are formed of means and counts, and of shares and totals; then everything is solved."""
    found = published(world, "abcdefghijkl", *scopes)
    for measure in MEASURES:
        sets = [scope for scope in ("abcdefghijkl", *scopes) if found[scope, measure].releases]
        rows = [[float(name in scope) for name in "abcdefghijkl"] for scope in sets]
        rows.append([float(name == own) for name in "abcdefghijkl"])
        _, singular, directions = np.linalg.svd(np.array(rows))
        free = np.abs(directions[int((singular > 1e-9).sum()) :]).max(axis=0)
        open_to_attack = {
            name for name, spread in zip("abcdefghijkl", free, strict=True) if spread < 1e-9
        }
        assert open_to_attack <= {own}

"""Somebody who reads every published figure, and knows their own, tries to learn another's.

The attacker knows who contributed to each figure, solves the equations by least squares, and has
won where a member's number is the same in every solution. Numbers here are floats, and the
arithmetic is not the one of the rule.
"""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kragozor.instruments.disclosure import Part, Release, reason_to_withhold

MEMBERS = tuple("abcdefghijkl")
TEXTILES, PLASTICS, AGRIFOOD = MEMBERS[:5], MEMBERS[5:10], MEMBERS[10:]

amounts = st.floats(1, 3)
worlds = st.fixed_dictionaries(dict.fromkeys(MEMBERS, amounts))


@st.composite
def histories(draw):
    """Sets that come one after another as members join, leave, and pillars are told apart."""
    current = set(draw(st.sets(st.sampled_from(MEMBERS), min_size=5)))
    wanted = [current.copy()]
    for _step in range(draw(st.integers(1, 7))):
        changed = draw(st.sets(st.sampled_from(MEMBERS), min_size=0, max_size=6))
        current ^= changed
        pillar = set(draw(st.sampled_from([MEMBERS, TEXTILES, PLASTICS, AGRIFOOD])))
        wanted.append(current & pillar)
    return wanted


def release(world, members, quantity="inflow 2025"):
    return Release(quantity, {name: Part(world[name]) for name in sorted(members)})


def published(figures):
    """Publish what the rule lets through, one after another."""
    out = []
    for figure in figures:
        if figure.parts and reason_to_withhold([figure], out) is None:
            out.append(figure)
    return out


def equations(figures, known=()):
    rows = [[float(name in figure.parts) for name in MEMBERS] for figure in figures]
    totals = [sum(part.amount for part in figure.parts.values()) for figure in figures]
    rows += [[float(name == member) for name in MEMBERS] for member, _ in known]
    return np.array(rows), np.array(totals + [amount for _, amount in known])


def recovered(figures, known=()):
    """Return whose numbers the equations leave no choice about, with the numbers."""
    matrix, totals = equations(figures, known)
    solution, *_ = np.linalg.lstsq(matrix, totals, rcond=None)
    _, singular, directions = np.linalg.svd(matrix)
    rank = int((singular > 1e-9).sum())
    free = np.abs(directions[rank:]).max(axis=0, initial=0.0)
    known_names = {name for name, _ in known}
    return {
        name: number
        for name, number, spread in zip(MEMBERS, solution, free, strict=True)
        if spread < 1e-9 and name not in known_names
    }


@settings(max_examples=200, deadline=None)
@given(world=worlds, wanted=histories())
def test_nobody_who_reads_everything_recovers_a_member(world, wanted):
    figures = published(release(world, members) for members in wanted)
    assume(figures)
    assert recovered(figures) == {}


@settings(max_examples=150, deadline=None)
@given(world=worlds, wanted=histories(), data=st.data())
def test_up_to_three_members_who_put_their_numbers_together_recover_no_fourth(world, wanted, data):
    figures = published(release(world, members) for members in wanted)
    assume(figures)
    allied = data.draw(st.sets(st.sampled_from(MEMBERS), min_size=1, max_size=3))
    assert recovered(figures, [(name, world[name]) for name in sorted(allied)]) == {}


@settings(max_examples=100, deadline=None)
@given(world=worlds, wanted=histories(), changes=st.data())
def test_numbers_measured_anew_are_not_recovered_by_who_takes_them_for_unchanged(
    world, wanted, changes
):
    figures, current = [], dict(world)
    for members in wanted:
        anew = changes.draw(st.sets(st.sampled_from(MEMBERS), max_size=4))
        current |= {name: changes.draw(amounts) for name in sorted(anew)}
        candidate = release(current, members)
        if candidate.parts and reason_to_withhold([candidate], figures) is None:
            figures.append(candidate)
    assume(figures)
    matrix, _ = equations(figures)
    rank = np.linalg.matrix_rank(matrix)
    for number in range(len(MEMBERS)):
        alone = np.eye(len(MEMBERS))[number]
        assert np.linalg.matrix_rank(np.vstack([matrix, alone])) == rank + 1


def groups_in(matrix, size):
    """The groups of so many members whose sum, however weighted, the rows tell."""
    rank = np.linalg.matrix_rank(matrix)
    for group in combinations(range(len(MEMBERS)), size):
        others = np.delete(matrix, group, axis=1)
        if np.linalg.matrix_rank(others) < rank:
            yield group


@settings(max_examples=40, deadline=None)
@given(world=worlds, wanted=histories())
def test_no_combination_touches_fewer_than_five(world, wanted):
    figures = published(release(world, members) for members in wanted)
    assume(figures)
    assert list(groups_in(equations(figures)[0], 4)) == []


def touched(figures, group):
    """Whether a combination of figures touches nobody outside a group of members.

    A number that is the very same in two periods is one unknown, any other is another.
    """
    unknowns = sorted({unknown for figure in figures for unknown in figure.unknowns})
    matrix = np.array([[float(one in figure.unknowns) for one in unknowns] for figure in figures])
    others = matrix[:, [name not in group for name, _ in unknowns]]
    return np.linalg.matrix_rank(others) < np.linalg.matrix_rank(matrix)


few_numbers = st.fixed_dictionaries(dict.fromkeys(MEMBERS, st.sampled_from([1.0, 2.0, 3.0])))


@settings(max_examples=40, deadline=None)
@given(
    world=few_numbers,
    wanted=st.lists(st.sets(st.sampled_from(MEMBERS), min_size=5), min_size=2, max_size=6),
    changes=st.data(),
)
def test_no_combination_over_the_years_touches_fewer_than_five(world, wanted, changes):
    current, figures = dict(world), []
    for year, members in enumerate(wanted):
        anew = changes.draw(st.dictionaries(st.sampled_from(MEMBERS), st.sampled_from([1.0, 4.0])))
        current |= anew
        figures.append(replace(release(current, members, "inflow"), period=str(year // 2)))
    out = published(figures)
    assume(out)
    assert not any(touched(out, group) for group in combinations(MEMBERS, 4))


def test_attack_recovers_the_member_where_the_rule_is_not_asked():
    world = {name: 1.0 + number / 7 for number, name in enumerate(MEMBERS)}
    before, after = release(world, MEMBERS[:11]), release(world, MEMBERS)
    assert recovered([before, after]) == {"l": pytest.approx(world["l"])}
    assert published([before, after]) == [before]
    assert recovered(published([before, after])) == {}


def test_attacker_who_knows_itself_recovers_its_only_companion_where_the_rule_is_not_asked():
    world = {name: 1.0 + number / 7 for number, name in enumerate(MEMBERS)}
    cluster = release(world, MEMBERS)
    pillars = [release(world, TEXTILES), release(world, PLASTICS)]
    known = [("k", world["k"])]
    assert recovered([cluster, *pillars], known) == {"l": pytest.approx(world["l"])}
    through = published([cluster, *pillars])
    assert through == [cluster, pillars[0]]
    assert recovered(through, known) == {}

"""What is published and what is withheld, and why."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.instruments.disclosure import Part, Release, reason_to_withhold
from kragozor.instruments.disclosure.subtraction import reveals
from kragozor.instruments.errors import OutOfRange
from kragozor.words import LANGUAGES, say


def release(quantity="mass", **amounts):
    return Release(quantity, {name: Part(float(amount)) for name, amount in amounts.items()})


def reason(figure, *published, **rule):
    found = reason_to_withhold([figure], published, **rule)
    return found and found.key.removeprefix("disclosure.")


def equal(names, amount=1.0, **facts):
    return Release("mass", {name: Part(amount, **facts) for name in names})


def test_five_are_enough_and_four_are_not():
    assert reason(equal("abcde")) is None
    assert reason(equal("abcd")) == "few"
    assert reason(Release("mass", {})) == "few"


def test_half_is_let_through_and_more_is_not():
    assert reason(release(a=4, b=1, c=1, d=1, e=1)) is None
    assert reason(release(a=4.001, b=1, c=1, d=1, e=1)) == "tells"


def test_weights_of_a_mean_are_looked_at_too():
    numerator = equal("abcde", at_most=90.0)
    weights = Release("weight", {"a": Part(90.0)} | {name: Part(1.0) for name in "bcde"})
    assert reason(numerator) is None
    found = reason_to_withhold([numerator, weights])
    assert found is not None
    assert found.key == "disclosure.tells"


@pytest.mark.parametrize("amount", [0.0, 1.0])
def test_mean_at_its_bound_tells_everybodys_value(amount):
    assert reason(equal("abcdefgh", amount, at_most=1.0)) == "tells"


@pytest.mark.parametrize("language", LANGUAGES)
def test_reason_does_not_tell_that_everybody_has_nothing(language):
    """A total of 0 that says why it is withheld would be as good as published."""
    nothing = reason_to_withhold([equal("abcdefgh", 0.0)])
    large = reason_to_withhold([release(a=9, b=1, c=1, d=1, e=1)])
    assert say(nothing, language) == say(large, language)
    joined = {**dict.fromkeys("abcde", 10), **dict.fromkeys("fghij", 0)}
    earlier = release(**dict.fromkeys("abcde", 10))
    nothing = reason_to_withhold([release(**joined)], [earlier])
    large = reason_to_withhold([release(**{**joined, "f": 9})], [earlier])
    assert say(nothing, language) == say(large, language)
    assert " 50 %" in say(nothing, language)
    assert " 50 %" in say(reason_to_withhold([equal("abcdefgh", 0.0)]), language)


def test_mean_one_step_from_its_bound_is_let_through():
    parts = {name: Part(1.0, at_most=1.0) for name in "abcde"} | {"f": Part(0.9, at_most=1.0)}
    assert reason(Release("mci", parts)) is None


def test_one_who_joins_is_not_told_apart():
    assert reason(equal("abcdef"), equal("abcde")) == "subtraction-few"


def test_one_who_leaves_is_not_told_apart():
    assert reason(equal("abcde"), equal("abcdef")) == "subtraction-few"


def test_five_who_join_together_are_let_through():
    assert reason(equal("abcdefghij"), equal("abcde")) is None


def test_five_who_join_of_whom_one_is_large_are_not():
    later = release(**dict.fromkeys("abcde", 10), f=9, g=1, h=1, i=1, j=1)
    assert reason(later, release(**dict.fromkeys("abcde", 10))) == "subtraction-tells"


def test_five_who_join_with_nothing_are_not():
    later = release(**dict.fromkeys("abcde", 10), **dict.fromkeys("fghij", 0))
    assert reason(later, release(**dict.fromkeys("abcde", 10))) == "subtraction-tells"


def test_one_who_takes_the_place_of_another_is_not_told_apart():
    assert reason(equal("abcdef"), equal("abcdeg")) == "subtraction-few"


def test_pillar_whose_complement_is_small_is_withheld():
    cluster = equal("abcdefghijkl")
    assert reason(equal("abcdefgh"), cluster) == "subtraction-few"
    assert reason(equal("abcdefg"), cluster) is None


def test_pillars_that_leave_a_small_third_are_withheld():
    cluster, first, second = equal("abcdefghijkl"), equal("abcde"), equal("fghij")
    assert reason(second, cluster) is None
    assert reason(second, cluster, first) == "subtraction-few"


def test_pillars_that_leave_a_dominated_third_are_withheld():
    small = dict.fromkeys("abcdefghij", 10)
    third = {"k": 9, "l": 1, "m": 1, "n": 1, "o": 1}
    cluster = release(**small, **third)
    first, second = equal("abcde", 10.0), equal("fghij", 10.0)
    assert reason(second, cluster) is None
    assert reason(second, cluster, first) == "subtraction-tells"
    assert reason(cluster, first, second) == "subtraction-tells"


def test_pillar_that_completes_a_partition_is_looked_at_from_the_whole():
    whole, part = equal("abcdefghijklmno"), equal("fghij")
    assert reason(equal("abcde"), whole, part) is None
    dominated = {"k": 9.0, "l": 1.0, "m": 1.0, "n": 1.0, "o": 1.0}
    whole = Release("mass", {**whole.parts, **{n: Part(a) for n, a in dominated.items()}})
    assert reason(equal("abcde"), whole, part) == "subtraction-tells"


def test_members_of_two_pillars_do_not_open_a_way_around():
    first, second = equal("abcdef"), equal("efghij")
    assert reason(equal("abcdefghij"), first, second) == "subtraction-few"


def test_number_measured_anew_is_not_told_by_its_change():
    later = release(**dict.fromkeys("abcde", 1), f=2)
    assert reason(later, equal("abcdef")) == "subtraction-few"


def test_one_large_change_among_many_small_ones_is_not_told():
    before = dict.fromkeys("abcdef", 1.0)
    later = dict.fromkeys("abcde", 1.001) | {"f": 2.0}
    assert reason(release(**later), release(**before)) == "subtraction-tells"


def test_small_changes_do_not_hide_who_joined():
    later = {name: 1.0 + number / 10 for number, name in enumerate("bcdefa")} | {"g": 1.0}
    assert reason(release(**later), equal("abcdef")) == "subtraction-few"


def test_what_is_known_already_may_be_published_again():
    assert reason(equal("abcdef"), equal("abcdef")) is None
    assert reason(equal("abcdefghij"), equal("abcde"), equal("fghij")) is None


def in_period(figure, period):
    return replace(figure, period=period)


def test_other_quantities_do_not_count():
    assert reason(equal("abcdef"), release("inflow", a=1, b=1, c=1, d=1, e=1)) is None


def test_other_periods_do_not_count_where_numbers_differ():
    then = in_period(release(a=2, b=2, c=2, d=2, e=2), "2024")
    assert reason(in_period(equal("abcdef"), "2025"), then) is None


def test_numbers_that_stay_the_same_into_another_period_do_not_tell_who_joined():
    then = in_period(equal("abcde"), "2024")
    assert reason(in_period(equal("abcdef"), "2025"), then) == "subtraction-few"
    changed = in_period(release(a=2, b=1, c=1, d=1, e=1), "2025")
    assert reason(changed, then) == "subtraction-few"
    assert reason(in_period(equal("abcde"), "2025"), then) is None


def test_figures_of_three_periods_tell_nothing_together():
    """The first less the two others leaves what a, e and j have."""
    first = {"a": 2, "b": 1, "c": 1, "d": 2, "f": 4, "g": 4, "h": 4, "i": 2, "j": 3}
    second = {"a": 1, "c": 1, "e": 3, "f": 4, "g": 4}
    third = {"a": 3, "b": 1, "d": 2, "h": 4, "i": 2}
    earlier = in_period(release(**first), "0"), in_period(release(**second), "1")
    assert reason(earlier[1], earlier[0]) is None
    assert reason(in_period(release(**third), "2"), *earlier) == "subtraction-few"


def test_stricter_rule_withholds_more():
    assert reason(equal("abcdef"), least=7) == "few"
    assert reason(release(a=3, b=2, c=2, d=2, e=1), most=0.25) == "tells"


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ({"least": 1}, "least is 1; it must be at least 2."),
        ({"most": 0}, "most is 0; it must be between 0 and 1."),
        ({"most": 1}, "most is 1; it must be between 0 and 1."),
    ],
)
def test_rule_that_protects_nobody_is_refused(rule, line):
    with pytest.raises(OutOfRange) as refused:
        reason_to_withhold([equal("abcde")], **rule)
    assert refused.value.lines("en") == [line]


@pytest.mark.parametrize(
    ("part", "line"),
    [
        (Part(-1.0), "mass[a] is −1; it must be at least 0."),
        (Part(float("nan")), "mass[a] is nan; it must be at least 0."),
        (Part(2.0, at_most=1.0), "mass[a] is 2; it must be at most 1."),
    ],
)
def test_part_outside_its_domain_is_refused(part, line):
    with pytest.raises(OutOfRange) as refused:
        Release("mass", {"a": part})
    assert refused.value.lines("en") == [line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_reason_names_no_member(language):
    names = ["Альфа", "Бета", "Гама", "Делта", "Епсилон", "Зета"]
    found = reason_to_withhold([equal(names)], [equal(names[:5])])
    assert found is not None
    assert not any(name in say(found, language) for name in names)


rows = st.lists(st.frozensets(st.sampled_from("abcdefgh"), min_size=1), min_size=1, max_size=5)


def within(matrix, group):
    """How many independent combinations of the rows touch the group alone."""
    others = np.delete(matrix, group, axis=1)
    return np.linalg.matrix_rank(matrix) - np.linalg.matrix_rank(others)


@settings(max_examples=200, deadline=None)
@given(rows=rows, fewer_than=st.integers(2, 6))
def test_search_finds_what_ranks_of_every_group_find(rows, fewer_than):
    matrix = np.array([[float(name in row) for name in "abcdefgh"] for row in rows])
    earlier = np.vstack([matrix[:-1], np.zeros(8)])
    groups = combinations(range(8), fewer_than - 1)
    expected = any(within(matrix, group) > within(earlier, group) for group in groups)
    assert reveals([[(name, 0) for name in row] for row in rows], fewer_than) is expected


def test_search_tells_apart_every_small_group():
    everybody = [(name, 0) for name in "abcdefgh"]
    for size in (3, 4, 5):
        for group in combinations(everybody, size):
            assert reveals([everybody, group], 5) is (size < 5 or 8 - size < 5)

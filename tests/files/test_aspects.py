"""Distributions as people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.files.aspects import distribution_read, distribution_text
from kragozor.files.fields import section
from kragozor.files.problems import Unreadable
from kragozor.instruments.uncertainty.distributions import Distribution

MASS = section("inflows").field("mass")
SHARE = section("inflows").field("dry_matter")

ordered = st.lists(st.floats(0.001, 1e6), min_size=3, max_size=3).map(sorted)
distributions = st.one_of(
    ordered.map(lambda n: Distribution("uniform", {"low": n[0], "high": n[2]})),
    ordered.map(lambda n: Distribution("triangular", {"low": n[0], "mode": n[1], "high": n[2]})),
    ordered.map(lambda n: Distribution("normal", {"mean": n[1], "sd": n[0]})),
    ordered.map(lambda n: Distribution("lognormal", {"mean": n[2], "sd": n[0]})),
    ordered.map(
        lambda n: Distribution("beta", {"alpha": n[0], "beta": n[2], "low": 0, "high": n[1]})
    ),
)


@settings(deadline=None)
@given(distributions, st.sampled_from(["bg", "en"]))
def test_distribution_is_read_back(distribution, language):
    assert distribution_read(MASS, distribution_text(distribution, language)) == distribution


def test_named_parameters_are_read():
    raw = {"distribution": "uniform", "low": 1, "high": 2}
    assert distribution_read(MASS, raw) == Distribution("uniform", {"low": 1.0, "high": 2.0})


@pytest.mark.parametrize(
    ("raw", "family", "parameters"),
    [
        ("логнормално 12; 0,5", "lognormal", {"mean": 12, "sd": 0.5}),
        ("бета 2; 5", "beta", {"alpha": 2, "beta": 5}),
        ("beta: 2; 5; 10; 15", "beta", {"alpha": 2, "beta": 5, "low": 10, "high": 15}),
        ({"distribution": "normal", "mean": 12, "cv": 0.1}, "normal", {"mean": 12, "cv": 0.1}),
        (
            {"distribution": "lognormal", "median": 12, "gsd": 1.1},
            "lognormal",
            {"median": 12, "gsd": 1.1},
        ),
    ],
)
def test_each_form_is_read(raw, family, parameters):
    assert distribution_read(MASS, raw) == Distribution(family, parameters)


def test_shares_may_be_written_in_percent():
    expected = Distribution("normal", {"mean": 0.85, "sd": 0.05})
    assert distribution_read(SHARE, "нормално 85 %; 5 %") == expected


def test_low_bound_may_be_where_the_domain_ends():
    assert MASS.positive
    assert distribution_read(MASS, "uniform 0; 2").support == (0, 2)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("равномерно 15; 10", "горната граница е поне 15"),
        ("triangular 1; 5; 3", "най-вероятната стойност е от 1 до 3"),
        ("beta 0; 1", "α е над 0"),
        ({"distribution": "lognormal", "median": 1, "gsd": 0.5}, "отклонение е от 1 до 1"),
    ],
)
def test_parameters_that_do_not_fit_are_refused_with_the_bound(raw, reason):
    with pytest.raises(Unreadable) as refused:
        distribution_read(MASS, raw)
    assert reason in refused.value.problem.text("bg")


@pytest.mark.parametrize(
    "raw",
    [
        "10; 15",
        "наклонено 10; 15",
        "равномерно 10",
        "равномерно ; 10",
        "бета 1; 2; 3",
        {"distribution": "uniform", "low": 1},
        {"distribution": "uniform", "low": 1, "high": 2, "sd": 3},
        {"distribution": "oblique", "low": 1, "high": 2},
    ],
)
def test_what_is_no_distribution_is_refused(raw):
    with pytest.raises(Unreadable, match="a distribution such as “uniform 10; 15”"):
        distribution_read(MASS, raw)


@pytest.mark.parametrize(
    "raw",
    [
        "uniform -1; 2",
        "triangular 0.5; 0.7; 1.2",
        "нормално 0,5; -1",
        "normal 1.5; 2",
        "beta -1; 2",
        "uniform 0.1; x",
        {"distribution": "uniform", "low": 0.1, "high": "2m"},
        {"distribution": "uniform", "low": 0.1, "high": True},
    ],
)
def test_parameter_the_field_does_not_take_is_refused(raw):
    with pytest.raises(Unreadable, match=r"expected a (share|number)"):
        distribution_read(SHARE, raw)

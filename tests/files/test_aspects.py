"""Distributions as people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.files.aspects import distribution_read, distribution_text
from kragozor.files.fields import section
from kragozor.files.problems import Unreadable
from kragozor.instruments.inventory import Distribution

MASS = section("inflows").field("mass")
SHARE = section("inflows").field("dry_matter")

ordered = st.lists(st.floats(0.001, 1e6), min_size=3, max_size=3).map(sorted)
distributions = st.one_of(
    ordered.map(lambda n: Distribution("uniform", {"low": n[0], "high": n[2]})),
    ordered.map(lambda n: Distribution("triangular", {"low": n[0], "mode": n[1], "high": n[2]})),
    ordered.map(lambda n: Distribution("normal", {"mean": n[1], "sd": n[0]})),
)


@settings(deadline=None)
@given(distributions, st.sampled_from(["bg", "en"]))
def test_distribution_is_read_back(distribution, language):
    assert distribution_read(MASS, distribution_text(distribution, language)) == distribution


def test_named_parameters_are_read():
    raw = {"distribution": "uniform", "low": 1, "high": 2}
    assert distribution_read(MASS, raw) == Distribution("uniform", {"low": 1.0, "high": 2.0})


@pytest.mark.parametrize(
    "raw",
    [
        "10; 15",
        "наклонено 10; 15",
        "равномерно 10",
        "равномерно 15; 10",
        "равномерно 10; x",
        "нормално 10; -1",
        {"distribution": "uniform", "low": 1},
        {"distribution": "uniform", "low": 1, "high": 2, "sd": 3},
        {"distribution": "uniform", "low": 1, "high": "2m"},
        {"distribution": "uniform", "low": 1, "high": True},
        {"distribution": "oblique", "low": 1, "high": 2},
        {"distribution": "normal", "mean": 1.5, "sd": -2},
    ],
)
def test_what_is_no_distribution_is_refused(raw):
    with pytest.raises(Unreadable, match="a distribution such as “uniform 10; 15”"):
        distribution_read(MASS, raw)


@pytest.mark.parametrize("raw", ["uniform -1; 2", "triangular 0.5; 0.7; 1.2"])
def test_parameter_the_field_does_not_take_is_refused(raw):
    with pytest.raises(Unreadable, match=r"expected a (share|number)"):
        distribution_read(SHARE, raw)

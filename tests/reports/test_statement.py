"""One honest sentence stands beside the headline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.instruments.assess import assess
from kragozor.instruments.inventory import Destination, Kind, Origin, Quantity, Use
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.reports.statement import band, bands, statement
from kragozor.words import LANGUAGES, entry, say
from tests.inventories import inflow, inventory, known, outflow


def spoken(facts):
    """The keys of the statement: of its use or sentence, and of the share that it tells."""
    message = statement(assess(facts))
    part = message.values.get("part")
    return message.key.partition(".")[2], part and part.key.rpartition(".")[2]


def said(facts, language="en"):
    return say(statement(assess(facts)), language).replace("\u00a0", " ")


def product(use=None, *, linear=True):
    origin = Origin.VIRGIN if linear else Origin.REUSED
    destination = Destination.LANDFILL if linear else Destination.REUSE
    return inventory(inflow(10, origin), outflow(10, destination), use=use or Use())


@given(st.floats(0, 1))
def test_every_share_has_a_band_with_words(share):
    assert all(entry(f"statements.part.{band(share)}", language) for language in LANGUAGES)


def test_bands_fall_from_all_to_nothing():
    starts = [start for _, start in bands()]
    assert starts == sorted(starts, reverse=True)
    assert (starts[0], starts[-1]) == (1, 0)


@pytest.mark.parametrize(
    ("share", "name"),
    [(0, "none"), (0.01, "hardly"), (0.5, "half"), (0.53, "over-half"), (0.9999, "nearly-all")],
)
def test_band_of_a_share(share, name):
    assert band(share) == name


def test_linear_product_of_unknown_use_says_both():
    assert spoken(product()) == ("use.assumed", "none")


def test_product_used_longer_says_how_much():
    facts = product(Use(lifetime=known(6), industry_lifetime=known(4)))
    assert spoken(facts) == ("use.more", "none")
    assert "1.5" in said(facts)
    assert "1,5" in said(facts, "bg")


@pytest.mark.parametrize(
    ("lifetime", "half", "told"),
    [
        (5.08, 0.004, "1.27 times"),
        (5.08, 1, "1.3 times"),
        (40.8, 12, "10 times"),
        (4.1, 2.2, "1.02 times"),
        (3.01, 0.002, "75.2 %"),
        (3.01, 0.6, "75 %"),
        (0.1, 0.09, "3 %"),
    ],
)
def test_use_is_told_with_the_digits_that_its_interval_supports(lifetime, half, told):
    ends = {"low": lifetime - half, "high": lifetime + half}
    own = Quantity(lifetime, distribution=Distribution("uniform", ends))
    industry = Quantity(4.0, distribution=Distribution("uniform", {"low": 4.0, "high": 4.0}))
    assert f" {told}" in said(product(Use(lifetime=own, industry_lifetime=industry)))


def test_product_used_as_others_says_so():
    use = Use(lifetime=known(4), industry_lifetime=known(4))
    assert spoken(product(use, linear=False)) == ("use.average", "all")


def test_product_used_less_falls_below_zero_and_says_so():
    facts = product(Use(lifetime=known(1), industry_lifetime=known(4)))
    assert spoken(facts) == ("use.cut-off", None)
    assert "25 %" in said(facts)


def test_organisation_is_spoken_of_by_mass():
    facts = inventory(
        inflow(10, Origin.VIRGIN), outflow(10, Destination.REUSE), kind=Kind.ORGANISATION
    )
    assert spoken(facts) == ("sentence.plain", "half")
    assert all(
        entry("statements.whole.cti", language) in said(facts, language) for language in LANGUAGES
    )


def test_undefined_headline_is_its_reason():
    facts = inventory(inflow(10), kind=Kind.PRODUCT)
    assessment = assess(facts)
    assert statement(assessment) == assessment.headline_value.undefined

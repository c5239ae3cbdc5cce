"""Each picture is drawn once for page and print, and has words that stand for it."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from kragozor.drawing.ring import arc
from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import Destination, Kind, Origin
from kragozor.reports.pictures import BARS, pictures
from kragozor.reports.view import assessment_view
from kragozor.words import LANGUAGES
from tests.inventories import inflow, inventories, inventory, outflow


def drawn(facts, language="bg", palette="page"):
    return pictures(assessment_view(assess(facts), language), facts, palette)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("palette", ["page", "print"])
def test_every_picture_is_well_formed_and_has_words(language, palette):
    for picture in drawn(bottle(), language, palette).values():
        assert ET.fromstring(picture.svg).tag.endswith("svg")
        assert picture.text
        assert ("var(--" in picture.svg) == (palette == "page")


def test_ring_says_name_and_number():
    text = drawn(bottle())["ring"].text
    assert "Индикатор за материална кръговост" in text
    assert "0,42" in text


def test_ring_shows_the_interval_of_its_number():
    view = assessment_view(assess(bottle()), "bg")
    low, high = view.headline.figure.ends
    assert 0 < low < view.headline.share < high < 1
    certain, spread = (arc(0.0, low), arc(low, high))
    svg = pictures(view, bottle())["ring"].svg
    assert certain in svg
    assert spread in svg


def test_ring_without_draws_has_no_interval():
    view = assessment_view(assess(bottle(), draws=0), "bg")
    svg = pictures(view, bottle())["ring"].svg
    assert arc(0.0, view.headline.share) in svg
    assert "stroke-opacity" not in svg


@settings(max_examples=20, deadline=None)
@given(inventories)
def test_every_inventory_has_a_ring(facts):
    assert "ring" in drawn(facts)


def test_words_of_the_tornado_name_its_bars_and_their_results():
    view = assessment_view(assess(bottle()), "en")
    text = pictures(view, bottle())["influences"].text
    shown = view.influences[:BARS]
    assert all(one.label in text and one.results in text for one in shown)


def test_shares_are_drawn_in_percent():
    facts = inventory(
        inflow(10, Origin.REUSED), outflow(10, Destination.LANDFILL), kind=Kind.ORGANISATION
    )
    assert "50,0\u00a0%" in drawn(facts)["influences"].svg


def test_what_cannot_be_drawn_is_left_out():
    assert set(drawn(inventory(inflow(1)))) == {"ring", "flows", "quality"}
    assert set(drawn(inventory())) == {"ring"}

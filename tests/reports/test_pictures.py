"""Each picture is drawn once for page and print, and has words that stand for it."""

from xml.etree import ElementTree as ET

import pytest

from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import Destination, Kind, Origin
from kragozor.reports.pictures import BARS, pictures
from kragozor.reports.view import assessment_view
from kragozor.words import LANGUAGES
from tests.inventories import inflow, inventory, outflow


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


def test_words_of_the_tornado_name_its_bars_and_their_results():
    view = assessment_view(assess(bottle()), "en")
    text = pictures(view, bottle())["influences"].text
    shown = view.influences[:BARS]
    assert all(one.label in text and one.results in text for one in shown)


def test_shares_are_drawn_in_percent():
    facts = inventory(
        inflow(10, Origin.REUSED), outflow(10, Destination.LANDFILL), kind=Kind.ORGANISATION
    )
    assert "50,0" in drawn(facts)["influences"].svg


def test_what_cannot_be_drawn_is_left_out():
    assert set(drawn(inventory(inflow(1)))) == {"ring", "flows", "quality"}
    assert set(drawn(inventory())) == {"ring"}

"""What drives the headline, in words: from where to where, with its unit once."""

import pytest

from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import Grade, Origin, Use
from kragozor.reports.influences import influence_views
from tests.inventories import inflow, inventory, known, outflow


def ranges(facts, language):
    views, _method = influence_views(assess(facts, draws=0), language)
    return [view.range.replace("\u00a0", " ") for view in views]


@pytest.mark.parametrize("language", ["bg", "en"])
def test_unit_that_both_ends_have_stands_once(language):
    found = ranges(bottle(), language)
    assert any(text.endswith(" kg") for text in found)
    assert all(text.count("kg") + text.count("%") == 1 for text in found)


def test_unit_of_words_and_numbers_of_thousands_stand_once():
    rows = [inflow(30_000, Origin.REUSED), inflow(30_000), outflow(60_000)]
    use = Use(use_intensity=known(1000, Grade.PROXY), industry_use_intensity=known(900))
    found = ranges(inventory(*rows, use=use), "bg")
    assert any(text.endswith(" на година") and text.count("на година") == 1 for text in found)
    assert any(text.endswith(" t") and text.count(" t") == 1 for text in found)

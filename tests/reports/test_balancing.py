"""A balance that does not close says by how much and where to look."""

import pytest

from kragozor.files.fields import section
from kragozor.instruments.assess import assess
from kragozor.reports.balancing import balance_phrase, balance_view
from kragozor.words import LANGUAGES, Message, entry, say
from tests.inventories import inflow, inventory, known, outflow


def view(*rows, language="en", **facts):
    return balance_view(assess(inventory(*rows, **facts)), language)


def plain(text):
    return text.replace("\u00a0", " ")


def advised(language="en"):
    """What each advice says, by its key."""
    keys = ("unnamed-losses", "stock-rise", "unnamed-inflows", "stock-fall", "twice", "units")
    names = {
        "inflows": section("inflows").labels[language],
        "outflows": section("outflows").labels[language],
        "stock_change": section("subject").field("stock_change").labels[language],
    }
    return {key: say(Message(f"reports.balance.advice.{key}", names), language) for key in keys}


def test_balance_that_closes_needs_no_advice():
    found = view(inflow(100), outflow(99.5))
    assert found.closes
    assert found.advice == ()
    assert "0.5 kg (0.5 %)" in plain(found.verdict)
    assert "1 %" in plain(found.verdict)


def test_missing_mass_asks_for_losses_and_stock():
    found, words = view(inflow(100), outflow(60)), advised()
    assert "40 kg (40 %)" in plain(found.verdict)
    assert found.advice == (words["unnamed-losses"], words["stock-rise"], words["units"])


def test_surplus_asks_for_inflows_and_doubles():
    found, words = view(inflow(60), outflow(100), language="bg"), advised("bg")
    assert "40 kg (40 %)" in plain(found.verdict)
    assert words["twice"] in found.advice
    assert words["unnamed-losses"] not in found.advice


def test_row_as_heavy_as_the_gap_is_named_first():
    found = view(inflow(70, material="памук"), inflow(30, material="багрило"), outflow(70))
    assert "Inflows, row 2 (багрило)" in found.advice[0]


def test_nothing_to_balance_is_said_and_is_not_a_gap():
    found = view()
    assert not found.closes
    assert found.advice == ()
    assert found.verdict == entry("reports.balance.no-mass", "en")


def test_rounding_of_the_declared_masses_is_no_gap():
    found = view(inflow(100), outflow(100.01))
    assert (plain(found.gap), plain(found.gap_share)) == ("0 kg", "0 %")


def test_stock_change_is_part_of_the_balance():
    found = view(inflow(100), outflow(60), stock_change=known(40))
    assert found.closes
    assert plain(found.stock_change) == "40 kg"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("mass", "key"), [(100, "closes-exactly"), (99.5, "closes"), (50, "open")])
def test_short_phrase_beside_the_headline(language, mass, key):
    balance = assess(inventory(inflow(100), outflow(mass))).balance
    phrase = balance_phrase(balance, language)
    assert phrase.key == f"reports.rests-on.{key}"
    assert say(phrase, language).endswith(".")


def test_short_phrase_where_there_is_no_mass():
    balance = assess(inventory()).balance
    assert balance_phrase(balance, "en").key == "reports.rests-on.no-mass"

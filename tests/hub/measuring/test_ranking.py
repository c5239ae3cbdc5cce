"""How surely one of two results is better: to whom the page says it, and with which digits."""

import re
from dataclasses import replace

import pytest

from kragozor.hub.measuring.comparison import comparison
from kragozor.hub.measuring.ranking import ranking
from kragozor.instruments.inventory import Origin, Quantity
from kragozor.instruments.uncertainty.distributions import Distribution
from tests.files.books import SWEATER
from tests.hub.measuring.making import assessment_make, inventory_make
from tests.hub.measuring.test_history import REDESIGNED, compare, make, of_year
from tests.hub.pages import assert_page
from tests.inventories import inflow, known, outflow
from tests.inventories import inventory as declared


def test_shares_of_draws_tell_how_surely_one_is_better(cast, assessment):
    compared = comparison(assessment, make(cast, REDESIGNED), "en")
    figures = {one.label: one for one in compared.ranking.figures}
    inflow = next(one for label, one in figures.items() if "inflow" in label.lower())
    assert (inflow.before, inflow.after, inflow.tied) == ("0\xa0%", "100\xa0%", "0\xa0%")


def test_the_same_facts_are_the_same_in_every_draw(cast, assessment):
    compared = comparison(assessment, assessment, "en")
    assert compared.ranking.figures
    for one in compared.ranking.figures:
        assert (one.before, one.after, one.tied) == ("0\xa0%", "0\xa0%", "100\xa0%")


@pytest.mark.parametrize(
    ("prefix", "heading"),
    [("", "Колко сигурно единият е по-добър"), ("/en", "How surely one is better")],
)
def test_page_tells_how_surely_one_is_better(cast, client_of, assessment, prefix, heading):
    page = client_of(cast.owner).get(prefix + compare(make(cast, REDESIGNED)))
    assert_page(page, language="en" if prefix else "bg")
    assert heading in page.text


def test_share_of_the_draws_is_told_to_the_percent(cast, assessment):
    """A thousand draws do not know its tenths."""
    wool, *others = SWEATER.inflows
    nearly = replace(SWEATER, inflows=(replace(wool, mass=known(61)), *others))
    shares = [
        share
        for one in comparison(assessment, make(cast, nearly), "bg").ranking.figures
        for share in (one.before, one.after)
    ]
    unsure = [share for share in shares if share not in {"0\u00a0%", "100\u00a0%"}]
    assert unsure
    assert not [share for share in unsure if "," in share]


def test_draws_in_which_a_figure_is_undefined_are_told():
    """An efficiency so close to nothing is nothing in some draws, and divides."""
    spread = Distribution("beta", {"alpha": 0.002, "beta": 1.0})
    row = inflow(10, Origin.RECYCLED_POST_CONSUMER)
    row = replace(row, feedstock_recycling_efficiency=Quantity(0.002, distribution=spread))
    facts = declared(row, outflow(10))
    found = ranking(facts, declared(inflow(10), outflow(10)), "en")
    (mci,) = (one for one in found.figures if "Material Circularity" in one.label)
    assert re.fullmatch(r"undefined in \d+(\.\d)?\u00a0% of the draws", mci.note)
    (other, *_more) = (one for one in found.figures if one is not mci)
    assert other.note == ""


def test_too_many_facts_are_not_drawn_on_the_page(cast, client_of, assessment, monkeypatch):
    second = make(cast, REDESIGNED)
    monkeypatch.setattr("kragozor.hub.measuring.ranking.MOST_FACTS", 3)
    page = client_of(cast.owner).get(compare(second))
    assert_page(page)
    assert "заедно повече от 3 числа" in page.text
    assert "по-добър е в" not in page.text


def test_difference_has_no_digit_that_the_figures_do_not_support(cast, assessment):
    compared = comparison(assessment, make(cast, REDESIGNED), "en")
    lines = [line for one in compared.frameworks for line in one.changed if line.text]
    shares = [line for line in lines if line.after.display == "share" and line.after.ends]
    assert shares
    for line in shares:
        digits = max(len(one.value_text.partition(".")[2]) for one in (line.before, line.after))
        assert len(line.text.partition(".")[2]) <= digits + len("pp") - len("%") + 1


@pytest.mark.parametrize(
    ("part", "status"),
    [
        ("owner", 200),
        ("editor", 200),
        ("reader", 200),
        ("granted", 200),
        ("stranger", 404),
        ("staff", 404),
        ("board", 404),
        ("administrator", 404),
    ],
)
def test_ranking_is_for_who_sees_the_numbers_of_both(cast, client_of, assessment, part, status):
    second = make(cast, REDESIGNED)
    address = compare(second)
    page = client_of(cast.people[part]).get(address, {"with": str(assessment.pk)})
    assert page.status_code == status
    assert ("Колко сигурно единият е по-добър" in page.text) is (status == 200)


def test_visitor_is_led_to_sign_in_before_any_ranking(client, assessment):
    assert "/login" in client.get(compare(assessment)).url


def test_result_of_another_company_is_not_set_beside_ones_own(cast, client_of, assessment):
    inventory = inventory_make(cast.stranger, cast.other_company, of_year(2024))
    foreign = assessment_make(cast.stranger, inventory, of_year(2024))
    page = client_of(cast.owner).get(compare(assessment), {"with": str(foreign.pk)})
    assert page.status_code == 404

"""The result as a page: every number with its working, every picture with its words."""

import json
import re
from dataclasses import replace
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kragozor.hub.measuring.declaration import fact_id
from kragozor.hub.measuring.glance import glance
from kragozor.instruments.assess import assess
from kragozor.instruments.inventory import Destination, Kind, Origin
from kragozor.reports.view import assessment_view
from tests.files.books import SWEATER
from tests.hub.measuring.making import assessment_make, inventory_make, measured
from tests.hub.pages import assert_page
from tests.inventories import inflow, outflow
from tests.inventories import inventory as declared


def result(assessment):
    return reverse("measuring:result", args=[assessment.pk])


@pytest.mark.parametrize("language", ["bg", "en"])
def test_result_shows_all_that_was_measured(cast, client_of, assessment, language):
    page = client_of(cast.reader).get(("" if language == "bg" else "/en") + result(assessment))
    assert_page(page, language=language)
    view = assessment_view(measured(), language)
    text = page.text.replace("&#x27;", "'").replace("&quot;", '"')
    assert view.headline.statement in text
    for framework in view.frameworks:
        assert framework.title in text
        assert framework.silence in text
        for figure in framework.figures if not framework.silence else ():
            assert figure.label in text
            assert (figure.value_text if figure.is_defined else figure.undefined_text) in text
    assert page.text.count('class="figure"') == sum(len(f.defined) for f in view.frameworks)


def test_headline_says_which_figure_of_the_framework_it_is(cast, client_of):
    site = declared(*SWEATER.inflows, *SWEATER.outflows, name="Цех", kind=Kind.SITE)
    assessment = assessment_make(cast.owner, inventory_make(cast.owner, cast.company, site), site)
    page = client_of(cast.owner).get(result(assessment))
    assert "Материална кръговост<br>Индикатори за кръгов преход (CTI), 4.0" in page.text


def test_every_number_opens_into_its_formula(cast, client_of, assessment):
    page = client_of(cast.owner).get(result(assessment))
    assert page.text.count("<math") >= 2 * len(assessment_view(measured(), "bg").frameworks)
    assert "Вход, ред 1" in page.text


def test_inputs_open_into_how_they_were_made_of_facts(cast, client_of, assessment):
    page = client_of(cast.owner).get(result(assessment))
    figures = [f for one in assessment_view(measured(), "bg").frameworks for f in one.defined]
    used = [one for figure in figures if figure.working for one in figure.working.inputs]
    made = {one.made.mathml for one in used if one.made and one.made.is_told}
    assert made
    for one in made:
        assert one in page.text


def test_pictures_have_words(cast, client_of, assessment):
    page = client_of(cast.owner).get(result(assessment))
    assert page.text.count('role="img"') >= 5
    assert "Потоците като таблица" in page.text


def test_result_stays_within_its_queries(cast, client_of, assessment):
    client = client_of(cast.granted)
    client.get(result(assessment))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(result(assessment)).status_code == 200
    assert len(captured) <= 15


@pytest.mark.parametrize(("part", "edits"), [("owner", True), ("editor", True), ("reader", False)])
def test_only_who_edits_is_offered_to_change(cast, client_of, assessment, part, edits):
    page = client_of(cast.people[part]).get(result(assessment))
    assert (reverse("measuring:share", args=[assessment.pk]) in page.text) is edits
    facts = reverse("measuring:facts", args=[assessment.inventory_id, "subject"])
    assert (facts in page.text) is edits


def test_page_says_who_sees_it(cast, client_of, assessment):
    page = client_of(cast.owner).get(result(assessment))
    assert "Кой вижда това" in page.text
    assert str(cast.granted) in page.text


def test_older_result_points_to_the_newest(cast, client_of, assessment):
    heavier = replace(SWEATER, inflows=(inflow(100, Origin.VIRGIN),))
    newer = assessment_make(cast.owner, inventory_make(cast.owner, cast.company, heavier), heavier)
    assert newer.number == 2
    page = client_of(cast.owner).get(result(assessment))
    assert result(newer) in page.text
    assert "не е най-новият" in page.text


def test_names_are_text_and_never_code(cast, client_of):
    """A name reaches the page through words, tables and four drawings."""
    name = "<script>alert(1)</script>"
    hostile = declared(
        inflow(10, Origin.VIRGIN, material=name, part=name),
        inflow(3, Origin.REUSED, material="</svg>" + name),
        outflow(13, Destination.LANDFILL, material=name),
        name=f"{name}\"'",
        functional_unit=name,
    )
    inventory = inventory_make(cast.owner, cast.company, hostile)
    page = client_of(cast.owner).get(result(assessment_make(cast.owner, inventory, hostile)))
    assert_page(page)
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert" in page.text


def test_open_balance_says_where_to_look(cast, client_of):
    leaking = declared(inflow(10), outflow(6), name="Шал")
    inventory = inventory_make(cast.owner, cast.company, leaking)
    page = client_of(cast.owner).get(result(assessment_make(cast.owner, inventory, leaking)))
    assert "не се затваря" in page.text
    assert "Къде да погледнете" in page.text


def test_glance_leaves_no_figure_out():
    for framework in assessment_view(measured(), "bg").frameworks:
        seen = glance(framework)
        shown = {figure.id for part in (seen.chief, seen.others, seen.undefined) for figure in part}
        assert shown == {figure.id for figure in framework.figures}
        assert not {f.id for f in seen.chief} & {f.id for f in seen.others}
        assert seen.chief or framework.silence


def test_result_is_kept_as_data(assessment):
    assert json.loads(json.dumps(assessment.result)) == assessment.result
    assert set(assessment.pictures) == {"bg", "en"}
    drawn = {"flows", "influences", "quality"}
    expected = {"ring", *drawn, *(f"{name}_narrow" for name in drawn)}
    assert set(assessment.pictures["bg"]) == expected


@pytest.mark.parametrize("language", ["bg", "en"])
def test_page_leads_to_the_facts_to_be_known_better(cast, client_of, assessment, language):
    page = client_of(cast.reader).get(("" if language == "bg" else "/en") + result(assessment))
    shown = assessment_view(measured(), language).contributions
    assert len(shown) > 1
    for one in shown:
        assert one.where in page.text
        assert one.interval in page.text
        section = reverse("measuring:facts", args=[assessment.inventory_id, one.place.section])
        (address,) = {
            found
            for found in re.findall(r'href="([^"]+)"', page.text)
            if found.endswith(f"{section}#{fact_id(one.place)}")
        }
        facts = client_of(cast.reader).get(address.partition("#")[0])
        assert f'id="{fact_id(one.place)}"' in facts.text


def test_whoever_holds_a_link_is_not_led_to_the_facts(cast, client, assessment, link):
    page = client.get(reverse("measuring:shared", args=[link.token]))
    shown = assessment_view(measured(), "bg").contributions
    assert all(one.where in page.text and one.share_text in page.text for one in shown)
    assert "/facts/" not in page.text
    assert str(assessment.inventory_id) not in page.text


def test_nothing_is_to_be_known_better_where_all_is_exact(cast, client_of, monkeypatch):
    exact = declared(inflow(10), outflow(6), name="Шал")
    inventory = inventory_make(cast.owner, cast.company, exact)
    monkeypatch.setattr("tests.hub.measuring.making.assess", partial(assess, draws=0))
    page = client_of(cast.owner).get(result(assessment_make(cast.owner, inventory, exact)))
    assert "Откъде идва неопределеността" not in page.text

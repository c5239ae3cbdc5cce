"""An inventory through time, beside another, put away and taken out."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kragozor.hub.measuring.comparison import comparison
from kragozor.hub.measuring.models import Inventory
from kragozor.hub.measuring.services.inventories import inventory_archive
from kragozor.hub.measuring.sparkline import sparkline
from tests.files.books import SWEATER
from tests.hub.measuring.making import assessment_make, inventory_make
from tests.hub.pages import assert_page
from tests.inventories import inventory as declared
from tests.inventories import known

REDESIGNED = replace(
    SWEATER, inflows=(replace(SWEATER.inflows[0], mass=known(80)), SWEATER.inflows[0])
)


def of_year(year, whole=SWEATER):
    days = {"period_start": dt.date(year, 1, 1), "period_end": dt.date(year, 12, 31)}
    return replace(whole, subject=replace(whole.subject, **days))


def make(cast, whole):
    return assessment_make(cast.owner, inventory_make(cast.owner, cast.company, whole), whole)


def page_of(inventory):
    return reverse("measuring:inventory", args=[inventory.pk])


@pytest.mark.parametrize("language", ["bg", "en"])
def test_history_is_a_line_and_a_table(cast, client_of, assessment, language):
    earlier = make(cast, of_year(2024))
    prefix = "" if language == "bg" else "/en"
    page = client_of(cast.reader).get(prefix + page_of(assessment.inventory))
    assert_page(page, language=language)
    for one in (earlier, assessment):
        assert reverse("measuring:result", args=[one.pk]) in page.text
    assert page.text.count("<svg") >= 3


def test_one_period_needs_no_line(cast, client_of, assessment):
    page = client_of(cast.owner).get(page_of(assessment.inventory))
    assert "Направете опис със същото наименование" in page.text


def test_not_measured_yet_says_so(cast, client_of, inventory):
    page = client_of(cast.owner).get(page_of(inventory))
    assert_page(page)
    assert "Още не е измерен." in page.text


def test_versions_stay_beside_each_other(cast, client_of, assessment):
    second = make(cast, REDESIGNED)
    assert second.inventory == assessment.inventory
    page = client_of(cast.owner).get(page_of(assessment.inventory))
    assert "Версия 1" in page.text
    assert "Версия 2" in page.text


def test_queries_do_not_grow_with_versions_and_periods(cast, client_of, assessment):
    client, counts = client_of(cast.owner), []
    for year in (2024, 2023, 2022):
        make(cast, of_year(year))
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page_of(assessment.inventory)).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[2]
    assert counts[0] <= 15


def test_staff_without_a_grant_see_that_it_exists(cast, client_of, assessment):
    page = client_of(cast.staff).get(page_of(assessment.inventory))
    assert_page(page)
    assert "Числата са на фирмата" in page.text
    assert "2025" in page.text
    assert reverse("measuring:result", args=[assessment.pk]) not in page.text


def test_archive_is_undone_from_the_page(cast, client_of, inventory):
    client = client_of(cast.editor)
    page = client.post(reverse("measuring:archive", args=[inventory.pk]), follow=True)
    assert_page(page)
    assert Inventory.objects.get().is_archived
    client.post(reverse("measuring:restore", args=[inventory.pk]))
    assert not Inventory.objects.get().is_archived


def test_restore_says_why_not(cast, client_of, inventory):
    inventory_archive(actor=cast.owner, inventory=inventory)
    inventory_make(cast.owner, cast.company)
    page = client_of(cast.owner).post(
        reverse("measuring:restore", args=[inventory.pk]), follow=True
    )
    assert "по-нов опис със същото наименование" in page.text
    assert Inventory.objects.get(pk=inventory.pk).is_archived


def test_archived_inventory_leaves_the_history_of_others(cast, client_of, assessment):
    earlier = make(cast, of_year(2024))
    inventory_archive(actor=cast.owner, inventory=earlier.inventory)
    page = client_of(cast.owner).get(page_of(assessment.inventory))
    assert reverse("measuring:result", args=[earlier.pk]) not in page.text


def compare(assessment):
    return reverse("measuring:compare", args=[assessment.pk])


@pytest.mark.parametrize("language", ["bg", "en"])
def test_two_results_stand_side_by_side(cast, client_of, assessment, language):
    second = make(cast, REDESIGNED)
    prefix = "" if language == "bg" else "/en"
    page = client_of(cast.reader).get(prefix + compare(second))
    assert_page(page, language=language)
    assert {"bg": "40\u00a0kg", "en": "40\u00a0kg"}[language] in page.text
    assert reverse("measuring:result", args=[assessment.pk]) in page.text


def test_rings_with_the_same_number_have_their_own_ids(cast, client_of, assessment):
    same = make(cast, of_year(2024))
    assert same.value == assessment.value
    assert_page(client_of(cast.owner).get(compare(same)))


def test_other_result_is_chosen(cast, client_of, assessment):
    second, third = make(cast, REDESIGNED), make(cast, of_year(2023))
    page = client_of(cast.owner).get(compare(second), {"with": str(third.pk)})
    assert f'value="{third.pk}" selected' in page.text


def test_nothing_to_compare_with_says_so(cast, client_of, assessment):
    page = client_of(cast.owner).get(compare(assessment))
    assert_page(page)
    assert "Още няма с какво да се сравни" in page.text


def test_result_of_another_company_is_never_beside(cast, client_of, assessment):
    foreign = assessment_make(cast.stranger, inventory_make(cast.stranger, cast.other_company))
    page = client_of(cast.owner).get(compare(assessment), {"with": str(foreign.pk)})
    assert page.status_code == 404


def test_choice_that_is_none_shows_the_likeliest(cast, client_of, assessment):
    second = make(cast, REDESIGNED)
    page = client_of(cast.owner).get(compare(second), {"with": "x"})
    assert f'value="{assessment.pk}" selected' in page.text


def test_difference_is_after_less_before(cast, assessment):
    compared = comparison(assessment, make(cast, REDESIGNED), "en")
    figures = {
        figure.after.id: figure for framework in compared.frameworks for figure in framework.figures
    }
    circular = figures["cti.circular_inflow"]
    assert circular.before.value == pytest.approx(0.6)
    assert circular.after.value == pytest.approx(1.0)
    assert (circular.text, circular.is_same) == ("+\u00a040\u00a0pp", False)
    assert figures["mci.utility"].is_same
    assert figures["mci.virgin_feedstock"].text == "−\u00a040\u00a0kg"


def test_changed_facts_are_listed_and_the_rest_is_not(cast, assessment):
    compared = comparison(assessment, make(cast, REDESIGNED), "en")
    told = [(change.where, change.label, change.before, change.after) for change in compared.facts]
    assert ("Inflows, row 1", "Mass", "60\u00a0kg", "80\u00a0kg") in told
    assert not any(where.startswith("Outflows") for where, *_rest in told)


def test_sparkline_needs_two_points():
    assert sparkline([0.4], "x") == sparkline([None, 0.4], "x") == ""
    assert sparkline([0.0, None, 1.0], 'a"b').count(",") == 2
    assert "&quot;" in sparkline([0.0, 1.0], 'a"b')


def test_name_of_a_subject_is_its_own(cast, client_of, assessment):
    other = declared(*SWEATER.inflows, *SWEATER.outflows, name="Шал")
    scarf = make(cast, other)
    page = client_of(cast.owner).get(page_of(assessment.inventory))
    assert reverse("measuring:result", args=[scarf.pk]) not in page.text

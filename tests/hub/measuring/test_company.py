"""The page of a company as a whole: from its products, by a factor, with what is left out."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from kragozor.hub.measuring.models import Assessment
from kragozor.hub.measuring.services.inventories import inventory_archive
from kragozor.instruments.inventory import Kind, Money, Origin
from tests.hub.measuring.making import assessment_make, inventory_make
from tests.hub.pages import assert_page
from tests.inventories import inflow, inventory, known, outflow


def measured(person, company, name, mass, recycled=0.0, *, kind=Kind.PRODUCT, revenue=None):
    """Measure something of so many kilograms, so much of it recycled."""
    rows = [inflow(mass - recycled)]
    rows += [inflow(recycled, Origin.RECYCLED_POST_CONSUMER)] if recycled else []
    money = Money(None if revenue is None else known(revenue))
    declared = inventory(*rows, outflow(mass), name=name, kind=kind, money=money)
    return assessment_make(person, inventory_make(person, company, declared), declared)


@pytest.fixture
def products(owner, cast) -> list[Assessment]:
    """Two products: MCI 0.1 by 900 kg, and 0.325 by 300 kg."""
    return [
        measured(owner, cast.company, "Гама А", 900, revenue=100),
        measured(owner, cast.company, "Гама Б", 300, 150, revenue=300),
    ]


def page(client, company, language="bg", view="company", **query):
    with override(language):
        return client.get(reverse(f"measuring:{view}", args=[company.pk]), query)


@pytest.mark.parametrize(
    ("language", "index", "share"), [("bg", "0,16", "75\u00a0%"), ("en", "0.16", "75\u00a0%")]
)
def test_company_is_the_mean_of_its_products_by_mass(
    client_of, owner, cast, products, language, index, share
):
    response = page(client_of(owner), cast.company, language)
    assert_page(response, language=language)
    # (900 * 0.1 + 300 * 0.325) / 1200 = 0.15625
    assert response.context["company"].index == index
    assert share in [one.share for one in response.context["company"].ranges]
    assert 'id="working-mci-company.mci"' in response.text


def test_company_by_revenue(client_of, owner, cast, products):
    response = page(client_of(owner), cast.company, factor="revenue")
    # (100 * 0.1 + 300 * 0.325) / 400 = 0.26875
    assert response.context["company"].index == "0,27"


def test_shares_are_formed_of_sums(client_of, owner, cast, products):
    response = page(client_of(owner), cast.company, view="company_json")
    told = json.loads(response.content)
    iso = next(one for one in told["readings"] if one["indicator"] == "iso59020")
    assert iso["values"]["recycled_inflow_share"]["value"] == pytest.approx(0.125)
    assert [one["share"] for one in told["ranges"]] == pytest.approx([0.75, 0.25])
    assert response["Content-Disposition"].startswith("attachment")


def test_what_is_left_out_is_explained_or_refused(client_of, owner, cast, products):
    client, part = client_of(owner), {f"part-{products[1].pk}": "left-out"}
    refused = page(client, cast.company, **part)
    assert_page(refused)
    assert refused.context["company"] is None
    assert "de minimis" in refused.text
    assert page(client, cast.company, view="company_json", **part).status_code == 404
    told = page(client, cast.company, explanation="Проба", **part)
    assert told.context["company"].index == "0,10"
    assert told.context["company"].omitted == "25\u00a0%"


@pytest.mark.parametrize("unmeasured", ["-1", "100", "x"])
def test_share_that_cannot_be_is_told(client_of, owner, cast, products, unmeasured):
    response = page(client_of(owner), cast.company, unmeasured=unmeasured)
    assert_page(response)
    assert response.context["company"] is None
    assert response.context["form"].errors["unmeasured"]


@pytest.mark.parametrize("query", [{"factor": "weight"}, {"year": "1999"}, {"year": "²"}])
def test_odd_addresses_are_answered(client_of, owner, cast, products, query):
    assert_page(page(client_of(owner), cast.company, **query))


def test_product_without_revenue_leaves_it_undefined_by_name(client_of, owner, cast, products):
    measured(owner, cast.company, "Гама В", 10)
    response = page(client_of(owner), cast.company, factor="revenue")
    assert_page(response)
    assert response.context["company"].index == "—"
    assert "Гама В" in response.context["company"].undefined


def test_site_is_no_part_of_it_beside_products(client_of, owner, cast, products):
    site = measured(owner, cast.company, "Площадка", 5000, kind=Kind.SITE)
    response = page(client_of(owner), cast.company)
    assert response.context["company"].index == "0,16"
    counted = page(client_of(owner), cast.company, **{f"part-{site.pk}": "counted"})
    assert "два пъти" in counted.text


def test_archived_subject_is_not_there(client_of, owner, cast, products):
    inventory_archive(actor=owner, inventory=products[0].inventory)
    response = page(client_of(owner), cast.company)
    assert [one.name for one in response.context["company"].ranges] == ["Гама Б"]


@pytest.mark.parametrize("language", ["bg", "en"])
def test_page_guides_where_nothing_is_measured(client_of, owner, cast, language):
    response = page(client_of(owner), cast.company, language)
    assert_page(response, language=language)
    assert f"/work/{cast.company.pk}/start/" in response.text
    assert page(client_of(owner), cast.company, view="company_json").status_code == 404


def test_home_leads_to_it(client_of, owner, cast, products):
    response = client_of(owner).get(reverse("measuring:home"))
    assert reverse("measuring:company", args=[cast.company.pk]) in response.text


def test_page_asks_as_often_for_many_products_as_for_one(client_of, owner, cast, products):
    client = client_of(owner)

    def asked():
        with CaptureQueriesContext(connection) as captured:
            page(client, cast.company)
        return len(captured)

    asked()
    once = asked()
    for number in range(3):
        measured(owner, cast.company, f"Още {number}", 10)
    assert asked() == once

"""What the tables change elsewhere: what is measured, and how waste is named."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from kragozor.hub.common import jobs
from kragozor.hub.measuring.services.measuring import inventory_measure
from kragozor.hub.measuring.services.sharing import link_create
from kragozor.hub.reference import queries, services
from kragozor.hub.reference.enums import Kind
from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import (
    Destination,
    Impact,
    ImpactCategory,
    Inflow,
    Origin,
    Outflow,
    OutflowKind,
)
from kragozor.instruments.parameters import Name, Status, packaged_parameters
from kragozor.instruments.reference.waste import OfficialTitles, official_titles, waste
from kragozor.words import say
from tests.hub.measuring.making import drawn, inventory_make
from tests.hub.reference.making import TITLES
from tests.inventories import known

STEEL = packaged_parameters().lookup("steel", Name.ALLOCATION_FACTOR)
CODE = "150102"
with official_titles(lambda: OfficialTitles({CODE: "пластмасови опаковки"})):
    TITLE_NAMED = say(waste(CODE).named, "bg")


@pytest.fixture
def inventory(cast, monkeypatch):
    """Steel, of which the impacts are declared and the parameters are not."""
    monkeypatch.setattr(
        "kragozor.hub.measuring.services.measuring.pictures", lambda result: drawn()
    )
    burdens = ("virgin_burden", "recycled_burden", "end_of_life_recycling_burden")
    declared = replace(
        bottle(),
        inflows=(Inflow("Стомана", known(1.0), Origin.RECYCLED_POST_CONSUMER),),
        outflows=(
            Outflow(
                OutflowKind.PRODUCT,
                "Стомана",
                known(1.0),
                Destination.LANDFILL,
                low_code=CODE,
            ),
        ),
        impacts=(
            Impact(
                "Стомана",
                ImpactCategory.CLIMATE_CHANGE,
                **{name: known(2.0 - 0.5 * n) for n, name in enumerate(burdens)},
                disposal_burden=known(0.1),
            ),
        ),
    )
    return inventory_make(cast.owner, cast.company, declared)


def used(facts):
    """Yield every allocation factor that a stored result names as taken from the table."""
    if isinstance(facts, dict):
        if facts.get("parameter") == Name.ALLOCATION_FACTOR and "status" in facts:
            yield facts["value"], facts["status"], facts["source"]
        facts = list(facts.values())
    if isinstance(facts, list):
        for each in facts:
            yield from used(each)


def set_steel(staff, value):
    found = queries.standing(STEEL.key)
    return services.parameter_set(
        actor=staff,
        parameter=replace(STEEL, value=value, source="Протокол 5", status=Status.SOURCED),
        reason="ново измерване",
        seen=found.change.pk if found.change else 0,
    )


def test_result_keeps_the_parameters_it_used(cast, staff, inventory):
    old = inventory_measure(actor=cast.owner, inventory=inventory)
    kept = old.result
    assert set(used(kept)) == {(STEEL.value, STEEL.status, STEEL.source)}
    set_steel(staff, 0.9)
    new = inventory_measure(actor=cast.owner, inventory=inventory)
    assert set(used(new.result)) == {(0.9, "sourced", "Протокол 5")}
    assert new.number == 2
    old.refresh_from_db()
    assert old.result == kept


def test_change_that_a_result_does_not_use_makes_no_new_one(cast, staff, inventory):
    first = inventory_measure(actor=cast.owner, inventory=inventory)
    other = packaged_parameters().lookup("glass", Name.ALLOCATION_FACTOR)
    services.parameter_withdraw(actor=staff, key=other.key, reason="оспорена")
    assert inventory_measure(actor=cast.owner, inventory=inventory) == first


def test_page_says_where_a_parameter_comes_from(client_of, cast, staff, inventory):
    set_steel(staff, 0.9)
    result = inventory_measure(actor=cast.owner, inventory=inventory)
    address = reverse("measuring:result", args=[result.pk])
    assert "Протокол 5" in client_of(cast.owner).get(address).text


@pytest.fixture
def annex(staff):
    """The annex with the titles of waste, not applied yet."""
    return services.batch_take(
        actor=staff, kind=Kind.TITLES, name="t.csv", origin="Приложение", content=TITLES
    )


def page_text(client, view, key):
    return client.get(reverse(f"measuring:{view}", args=key)).text


def book_text(client, view, key):
    book = load_workbook(BytesIO(client.get(reverse(f"measuring:{view}", args=key)).content))
    return " ".join(str(c.value) for sheet in book for row in sheet for c in row if c.value)


@pytest.mark.parametrize(
    ("read", "view", "of"),
    [
        (page_text, "result", "result"),
        (page_text, "facts", "facts"),
        (page_text, "shared", "link"),
        (book_text, "report_xlsx", "result"),
    ],
)
def test_waste_bears_its_official_title_everywhere_once_the_annex_is_in(
    client_of, cast, staff, inventory, annex, read, view, of
):
    """What was rendered before the annex is not shown after it, nor the other way round."""
    result = inventory_measure(actor=cast.owner, inventory=inventory)
    until = timezone.localdate() + timedelta(days=9)
    link = link_create(actor=cast.owner, assessment=result, expires_on=until)
    key = {"result": [result.pk], "facts": [inventory.pk, "outflows"], "link": [link.token]}[of]
    client = client_of(cast.owner)
    working = say(waste(CODE).named, "bg")
    assert working != TITLE_NAMED
    assert working in read(client, view, key)
    services.batch_apply(actor=staff, batch=annex, seen=0)
    text = read(client, view, key)
    assert TITLE_NAMED in text
    assert working not in text
    services.batch_undo(actor=staff, batch=annex, reason="грешка")
    assert working in read(client, view, key)


def test_paper_is_typeset_anew_with_the_titles_in_force(client_of, cast, staff, inventory, annex):
    """The same result gives the same bytes, unless something in it is called otherwise."""
    result = inventory_measure(actor=cast.owner, inventory=inventory)
    address = reverse("measuring:report_pdf", args=[result.pk])
    before = client_of(cast.owner).get(address).content
    services.batch_apply(actor=staff, batch=annex, seen=0)
    assert client_of(cast.owner).get(address).content != before
    services.batch_undo(actor=staff, batch=annex, reason="грешка")
    assert client_of(cast.owner).get(address).content == before


@jobs.job
def waste_name(progress, *, code):
    """Work that says what a code stands for."""
    return {"named": say(waste(code).named, "bg")}


def test_waste_bears_its_official_title_in_the_queue_too(staff, annex):
    services.batch_apply(actor=staff, batch=annex, seen=0)
    asked = jobs.enqueue(waste_name, owner=staff, code=CODE)
    assert jobs.job_of(staff, asked.pk).result == {"named": TITLE_NAMED}

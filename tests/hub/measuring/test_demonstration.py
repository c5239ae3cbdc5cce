"""The demonstration: real figures, invented companies, loaded once."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from kragozor.hub.common.demonstration import PASSWORD
from kragozor.hub.common.models import AuditEntry
from kragozor.hub.measuring.desk import example_address
from kragozor.hub.measuring.examples import inventories, packaging
from kragozor.hub.measuring.models import Assessment, Inventory, ShareLink
from kragozor.hub.members.queries import member_counts, memberships_ending
from kragozor.hub.people.models import Person
from kragozor.hub.pipeline.enums import OPEN, Stage
from kragozor.hub.pipeline.models import Card
from kragozor.hub.pipeline.queries import cards
from kragozor.hub.programme.enums import State
from kragozor.hub.programme.queries import readings
from kragozor.hub.programme.reporting import activity_report, report_document
from tests.hub.measuring.making import drawn
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def _loaded(monkeypatch, settings):
    """Load it with one set of pictures: six would take ten times as long."""
    settings.DEMO = True
    monkeypatch.setattr(
        "kragozor.hub.measuring.services.measuring.pictures", lambda result: drawn()
    )
    return call_command("demo", stdout=io.StringIO())


@pytest.fixture
def said(_loaded):
    """What the command says when it is run a second time."""
    output = io.StringIO()
    call_command("demo", stdout=output)
    return output.getvalue()


def test_command_says_who_to_sign_in_as(said, client):
    assert PASSWORD in said
    guests = [person for person in Person.objects.all() if person.has_usable_password()]
    assert len(guests) == said.count("@demo.example")
    for person in guests:
        assert person.email in said
        assert client.login(email=person.email, password=PASSWORD)


@pytest.mark.usefixtures("_loaded")
def test_most_members_that_end_soon_can_be_written_to():
    ending = memberships_ending(timezone.localdate())
    reached = [one for one in ending if one.has_owner]
    assert len(ending) / 2 < len(reached)


def test_a_real_installation_takes_no_invented_people(db):
    with pytest.raises(CommandError, match="DEMO=true"):
        call_command("demo")
    assert not Person.objects.exists()


@pytest.mark.usefixtures("_loaded")
def test_loading_twice_adds_nothing():
    models = (Person, Inventory, Assessment, ShareLink, AuditEntry)
    before = [model.objects.count() for model in models]
    call_command("demo", stdout=io.StringIO())
    assert [model.objects.count() for model in models] == before


@pytest.mark.usefixtures("_loaded")
def test_every_company_and_inventory_says_what_it_is():
    for inventory in Inventory.objects.select_related("organisation"):
        assert "демонстрация" in inventory.name
        assert inventory.organisation.is_demonstration
        assert "демо" in inventory.organisation.name.casefold()


@pytest.mark.usefixtures("_loaded")
def test_each_sector_is_measured_and_one_has_a_history():
    measured = Assessment.objects.exclude(value=None)
    assert {one.inventory.pillar for one in measured} == {"textiles", "plastics", "agrifood"}
    names = list(measured.values_list("name", flat=True))
    assert any(names.count(name) == 2 for name in names)


@pytest.mark.usefixtures("_loaded")
def test_three_pillars_stand_at_different_stages():
    totals = {count.pillar: count.total for count in member_counts(timezone.localdate())}
    assert totals["plastics"] > 20 > totals["textiles"] > totals["agrifood"] > 0
    for count in member_counts(timezone.localdate()):
        assert count.business
        assert count.academia


@pytest.mark.usefixtures("_loaded")
def test_pipeline_is_filled_at_every_stage():
    stages = set(Card.objects.filter(is_demonstration=True).values_list("stage", flat=True))
    assert stages >= set(OPEN)
    assert set(cards().values_list("shown_stage", flat=True)) == set(Stage)
    assert Card.objects.filter(next_on__lt=timezone.localdate()).exists()


@pytest.mark.usefixtures("_loaded")
def test_scoreboard_shows_activities_in_every_state():
    found = readings(timezone.localdate())
    assert {reading.state for reading in found} == set(State)
    for reading in found:
        assert reading.activity.responsible
        assert reading.activity.next_step
        assert reading.activity.next_step_en
        assert all(one.title_en for one in reading.evidence)


@pytest.mark.usefixtures("_loaded")
@pytest.mark.parametrize("language", ["bg", "en"])
def test_annual_report_has_something_of_both_years(language):
    year = timezone.localdate().year
    with override(language):
        report = activity_report(year)
    assert report.now.members > report.before.members > 0
    assert report.now.joined
    assert report.before.evidence
    assert len(report_document(year, language).blocks) > 60


@pytest.mark.usefixtures("_loaded")
def test_front_page_leads_to_an_example(client, rf):
    address = example_address(rf.get("/"))
    assert address in client.get("/").text
    assert_page(client.get(address))


@pytest.mark.usefixtures("_loaded")
@pytest.mark.parametrize("language", ["bg", "en"])
def test_examples_are_a_page_for_everybody(client, language):
    page = client.get("/examples/" if language == "bg" else "/en/examples/")
    assert_page(page, language=language)
    for link in ShareLink.objects.all():
        assert reverse("measuring:shared", args=[link.token]) in page.text


def test_examples_need_no_demonstration(client):
    page = client.get("/examples/")
    assert_page(page)
    assert "Източник: Евростат, env_waspac" in page.text
    assert "Source: Eurostat, env_waspac" in client.get("/en/examples/").text


@pytest.mark.parametrize("language", ["bg", "en"])
def test_packaging_of_a_country_balances(language):
    rows = packaging(language).rows
    whole = rows[0].source
    entering = sum(row.value for row in rows if row.source == whole)
    leaving = sum(row.value for row in rows if row.source != whole)
    assert entering == leaving > 0


def test_every_number_of_an_example_has_a_source():
    def numbers(raw):
        if isinstance(raw, dict):
            if "value" in raw:
                yield raw
            for value in raw.values():
                yield from numbers(value)
        elif isinstance(raw, list):
            for value in raw:
                yield from numbers(value)

    for name, raw in inventories().items():
        found = list(numbers(raw))
        assert found, name
        assert all(number["source"] for number in found), name

"""Facts are measured: at once where that is quick, in the queue where it is not."""

import pytest
from django.urls import reverse

from kragozor.files.problems import FileRefused
from kragozor.hub.common import audit
from kragozor.hub.common.models import Job, JobState
from kragozor.hub.measuring.models import Assessment
from kragozor.hub.measuring.services.inventories import inventory_start
from kragozor.hub.measuring.services.measuring import inventory_measure
from kragozor.hub.measuring.tasks import MEASURING, measuring_ask, row_count
from tests.files.books import SWEATER
from tests.hub.measuring.making import drawn, inventory_make, measured
from tests.hub.pages import assert_page
from tests.inventories import inventory as declared


@pytest.fixture(autouse=True)
def _drawn_once(monkeypatch):
    """Drawing is the drawings' own test; here the same pictures serve again."""
    monkeypatch.setattr(
        "kragozor.hub.measuring.services.measuring.pictures", lambda result: drawn()
    )


@pytest.fixture
def large(settings):
    """Every inventory is large."""
    settings.MEASURE_ROWS_AT_ONCE = 1


def test_measuring_keeps_the_result_with_its_facts(cast, inventory):
    assessment = inventory_measure(actor=cast.editor, inventory=inventory)
    assert assessment.number == 1
    assert assessment.result["inventory"] == inventory.facts
    assert assessment.value == measured().headline_value.value
    assert (assessment.headline, assessment.created_by) == ("mci.mci", cast.editor)
    assert audit.entries_about(inventory)[0].action == "inventory.measured"


def test_same_facts_are_not_measured_twice(cast, inventory):
    first = inventory_measure(actor=cast.owner, inventory=inventory)
    assert inventory_measure(actor=cast.editor, inventory=inventory) == first
    assert Assessment.objects.count() == 1


def test_changed_facts_become_the_next_version(cast, inventory):
    inventory_measure(actor=cast.owner, inventory=inventory)
    inventory.facts["inflows"][0]["mass"]["value"] = 61
    assert inventory_measure(actor=cast.owner, inventory=inventory).number == 2


def test_progress_is_told(cast, inventory):
    told = []
    inventory_measure(
        actor=cast.owner, inventory=inventory, progress=lambda done, total: told.append(done)
    )
    assert told == [0, 1, 2, 3]


def test_incomplete_facts_are_refused(cast):
    draft = inventory_start(
        actor=cast.owner, organisation=cast.company, kind="product", pillar="textiles"
    )
    with pytest.raises(FileRefused):
        measuring_ask(actor=cast.owner, inventory=draft)
    assert not Assessment.objects.exists()


def test_incomplete_facts_are_not_queued(cast, large):
    draft = inventory_start(
        actor=cast.owner, organisation=cast.company, kind="product", pillar="textiles"
    )
    draft.facts["inflows"] = [{}, {}]
    with pytest.raises(FileRefused):
        measuring_ask(actor=cast.owner, inventory=draft)
    assert not Job.objects.exists()


def test_large_inventory_goes_to_the_queue(cast, inventory, large):
    assert row_count(inventory) == 4
    job = measuring_ask(actor=cast.owner, inventory=inventory)
    assert (job.owner, job.state) == (cast.owner, JobState.DONE)
    assert job.result == {"assessment": str(Assessment.objects.get().pk)}


def test_page_measures_and_leads_to_the_result(cast, client_of, inventory):
    answer = client_of(cast.editor).post(reverse("measuring:measure", args=[inventory.pk]))
    assert answer.url == reverse("measuring:result", args=[Assessment.objects.get().pk])


def test_page_says_what_is_missing(cast, client_of):
    draft = inventory_start(
        actor=cast.owner, organisation=cast.company, kind="product", pillar="textiles"
    )
    page = client_of(cast.owner).post(reverse("measuring:measure", args=[draft.pk]), follow=True)
    assert_page(page)
    assert "Данните още не са пълни" in page.text
    assert not Assessment.objects.exists()


def test_page_leads_to_the_work_of_a_large_inventory(cast, client_of, inventory, large):
    client = client_of(cast.owner)
    answer = client.post(reverse("measuring:measure", args=[inventory.pk]))
    job = Job.objects.get()
    assert answer.url == reverse("measuring:job", args=[inventory.pk, job.pk])
    done = client.get(answer.url)
    assert done.url == reverse("measuring:result", args=[Assessment.objects.get().pk])


@pytest.fixture
def waiting(cast, inventory):
    """Work that nobody has taken up yet."""
    return Job.objects.create(
        owner=cast.owner, work=MEASURING, done=1, total=3, state=JobState.RUNNING
    )


def job_address(inventory, job):
    return reverse("measuring:job", args=[inventory.pk, job.pk])


def test_work_that_goes_on_shows_how_far_it_is(cast, client_of, inventory, waiting):
    page = client_of(cast.owner).get(job_address(inventory, waiting))
    assert_page(page)
    assert '<meta http-equiv="refresh" content="3">' in page.text
    assert 'max="3" value="1"' in page.text


def test_page_that_asks_again_gets_only_its_piece(cast, client_of, inventory, waiting):
    piece = client_of(cast.owner).get(
        job_address(inventory, waiting), headers={"HX-Request": "true"}
    )
    assert "<html" not in piece.text
    assert 'hx-trigger="every 1s"' in piece.text


def test_page_that_asks_is_led_to_the_result(cast, client_of, assessment, waiting):
    Job.objects.update(state=JobState.DONE, result={"assessment": str(assessment.pk)})
    answer = client_of(cast.owner).get(
        job_address(assessment.inventory, waiting), headers={"HX-Request": "true"}
    )
    assert answer.headers["HX-Redirect"] == reverse("measuring:result", args=[assessment.pk])


@pytest.mark.parametrize("result", [None, [1], {"read": 3}])
def test_work_that_is_no_measuring_is_absent(cast, client_of, inventory, waiting, result):
    Job.objects.update(work="a.b", result=result)
    answer = client_of(cast.owner).get(job_address(inventory, waiting))
    assert answer.status_code == 404


def test_measuring_of_another_inventory_is_absent(cast, client_of, assessment, waiting):
    scarf = declared(*SWEATER.inflows, name="Шал")
    other = inventory_make(cast.owner, cast.company, scarf)
    Job.objects.update(state=JobState.DONE, result={"assessment": str(assessment.pk)})
    assert client_of(cast.owner).get(job_address(other, waiting)).status_code == 404


def test_work_that_failed_says_so(cast, client_of, inventory, waiting):
    Job.objects.update(state=JobState.FAILED)
    page = client_of(cast.owner).get(job_address(inventory, waiting))
    assert "Измерването не успя" in page.text
    assert "refresh" not in page.text


@pytest.mark.parametrize(("part", "status"), [("editor", 404), ("stranger", 404), ("visitor", 302)])
def test_work_is_shown_to_who_asked_for_it(cast, client_of, inventory, waiting, part, status):
    answer = client_of(cast.people[part]).get(job_address(inventory, waiting))
    assert answer.status_code == status

"""Jobs: asked for, followed and ended alike on the immediate queue and on that of the database."""

import time

import pytest
from django.db import transaction
from django_tasks_db.management.commands.db_worker import Worker

from kragozor.hub.common import jobs
from kragozor.hub.common.models import Job, JobState

pytestmark = pytest.mark.django_db(transaction=True)

QUEUES = {
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}


@jobs.job
def number_double(progress, *, number):
    progress(1, 2)
    return {"doubled": 2 * number}


@jobs.job
def beats_count(progress, *, job_id):
    """Wait for a sign of life, and return what it changed."""
    Job.objects.filter(id=job_id).update(alive_at=None)
    with jobs.heartbeat(job_id, every=0.01):
        return any(
            Job.objects.filter(id=job_id, alive_at__isnull=False).exists() or time.sleep(0.01)
            for _time in range(1000)
        )


@jobs.job
def number_refuse(progress, *, number):
    progress(1, 4)
    raise ValueError(number)


def number_forget(progress, *, number):
    """Not marked as a job."""


@pytest.fixture(params=QUEUES)
def queue(request, settings):
    """A queue, and the function that works it until it is empty."""
    settings.TASKS = {"default": {"BACKEND": QUEUES[request.param]}}
    return queue_work if request.param == "database" else lambda: None


def queue_work() -> None:
    Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="tests",
        excluded_queue_names=[],
    ).run()


def test_a_job_is_done_with_its_result(queue, owner):
    asked = jobs.enqueue(number_double, owner=owner, number=21)
    queue()
    done = jobs.job_of(owner, asked.id)
    assert (done.state, done.result) == (JobState.DONE, {"doubled": 42})
    assert (done.done, done.total) == (1, 2)
    assert done.is_over
    assert done.ended_at is not None


def test_a_job_that_fails_says_so_and_nothing_of_the_error(queue, owner, caplog):
    asked = jobs.enqueue(number_refuse, owner=owner, number=21)
    queue()
    failed = jobs.job_of(owner, asked.id)
    assert (failed.state, failed.result) == (JobState.FAILED, None)
    assert (failed.done, failed.total) == (1, 4)
    assert "ValueError: 21" in caplog.text


def test_only_what_is_marked_as_a_job_runs(queue, owner):
    asked = jobs.enqueue(number_forget, owner=owner, number=21)
    queue()
    assert jobs.job_of(owner, asked.id).state == JobState.FAILED


def test_a_job_is_its_owners(queue, owner, stranger):
    asked = jobs.enqueue(number_double, owner=owner, number=21)
    assert jobs.job_of(stranger, asked.id) is None
    queue()


def test_a_job_waits_until_somebody_works_the_queue(settings, owner):
    settings.TASKS = {"default": {"BACKEND": QUEUES["database"]}}
    asked = jobs.enqueue(number_double, owner=owner, number=21)
    assert asked.state == JobState.WAITING
    assert not asked.is_over
    queue_work()
    asked.refresh_from_db()
    assert asked.state == JobState.DONE


def test_a_job_asked_for_in_vain_is_never_done(settings, owner):
    settings.TASKS = {"default": {"BACKEND": QUEUES["database"]}}
    with transaction.atomic():
        jobs.enqueue(number_double, owner=owner, number=1)
        transaction.set_rollback(True)
    queue_work()
    assert not Job.objects.exists()


def test_a_job_gives_signs_of_life_while_it_runs(owner):
    asked = Job.objects.create(owner=owner, work="a.b")
    assert beats_count(None, job_id=asked.id) is True


def test_a_job_is_alive_from_its_first_moment(queue, owner):
    asked = jobs.enqueue(number_double, owner=owner, number=21)
    queue()
    asked.refresh_from_db()
    assert asked.asked_at <= asked.alive_at <= asked.ended_at

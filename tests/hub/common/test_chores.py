"""What is put in order regularly: lost jobs, and everything that is over."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kragozor.hub.common import chores
from kragozor.hub.common.apps import CommonConfig
from kragozor.hub.common.jobs import KEPT, SILENCE, jobs_lost_end, jobs_purge
from kragozor.hub.common.management.commands import work
from kragozor.hub.common.models import Job, JobState

pytestmark = pytest.mark.django_db


def job_make(state, **facts):
    return Job.objects.create(work="a.b", state=state, **facts)


@pytest.mark.parametrize("alive_at", [None, timezone.now() - 2 * SILENCE])
def test_a_job_whose_worker_is_gone_has_failed(alive_at):
    lost = job_make(JobState.RUNNING, alive_at=alive_at)
    assert jobs_lost_end() == 1
    lost.refresh_from_db()
    assert (lost.state, lost.is_over) == (JobState.FAILED, True)
    assert lost.ended_at is not None


@pytest.mark.parametrize("state", JobState.values)
def test_a_job_that_lives_waits_or_is_over_stays_as_it_is(state):
    job = job_make(state, alive_at=timezone.now())
    job_make(JobState.WAITING)
    assert jobs_lost_end() == 0
    job.refresh_from_db()
    assert job.state == state


def test_jobs_of_long_ago_are_forgotten():
    now = timezone.now()
    kept = [job_make(JobState.DONE, ended_at=now), job_make(JobState.RUNNING, alive_at=now)]
    job_make(JobState.DONE, ended_at=now - KEPT - timedelta(days=1))
    assert jobs_purge() == 1
    assert set(Job.objects.all()) == set(kept)


@pytest.mark.parametrize(
    ("status", "moment", "left"),
    [
        ("SUCCESSFUL", "finished_at", 0),
        ("FAILED", "finished_at", 0),
        ("RUNNING", "started_at", 0),
        ("READY", "enqueued_at", 1),
    ],
)
def test_the_queue_forgets_what_is_over_and_nothing_that_waits(status, moment, left):
    long_ago = timezone.now() - 2 * KEPT
    DBTaskResult.objects.create(
        args_kwargs={}, task_path="a.b", backend_name="default", run_after=long_ago, status=status
    )
    DBTaskResult.objects.update(**{moment: long_ago})
    jobs_purge()
    assert DBTaskResult.objects.count() == left


def test_sessions_that_are_over_are_deleted():
    for days in (-1, 1):
        when = timezone.now() + timedelta(days=days)
        Session.objects.create(session_key=f"session{days}", expire_date=when)
    assert chores.sessions_purge() == 1
    assert Session.objects.get().session_key == "session1"


def test_the_cache_forgets_what_is_over():
    cache.set("new", 1, timeout=60)
    cache.set("old", 1, timeout=60)
    with connection.cursor() as cursor:
        moment = connection.ops.adapt_datetimefield_value(
            timezone.now().replace(microsecond=0) - timedelta(hours=1)
        )
        cursor.execute(
            "UPDATE common_cache SET expires = %s WHERE cache_key LIKE %s", [moment, "%old"]
        )
    assert chores.cache_purge() == 1
    assert cache.get("new") == 1


def test_every_chore_of_every_room_can_be_done():
    named = [path for app in apps.get_app_configs() for path in getattr(app, "chores", ())]
    assert len(named) >= len(CommonConfig.chores)
    assert len(chores.chores_do()) == len(named)


def test_a_chore_that_fails_leaves_the_others(monkeypatch, caplog):
    broken = "kragozor.hub.common.nowhere.broken"
    monkeypatch.setattr(CommonConfig, "chores", (broken, *CommonConfig.chores))
    lost = job_make(JobState.RUNNING)
    assert chores.chores_do()["jobs_lost_end"] == 1
    assert f"The chore {broken} failed." in caplog.text
    lost.refresh_from_db()
    assert lost.state == JobState.FAILED


def test_tidy_says_what_it_did(capsys):
    job_make(JobState.RUNNING)
    call_command("tidy")
    assert "jobs_lost_end: 1\n" in capsys.readouterr().out


def test_the_worker_keeps_doing_the_chores(monkeypatch):
    rounds = []

    def chores_done():
        rounds.append(len(rounds))
        if len(rounds) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(work, "chores_do", chores_done)
    monkeypatch.setattr(work, "ROUND", 0)
    monkeypatch.setattr(connection, "close", lambda: None)
    with pytest.raises(KeyboardInterrupt):
        work.chores_keep()
    assert rounds == [0, 1, 2]

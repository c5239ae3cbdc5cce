"""Long work: ask for it, follow it, read its result. The one module that knows the queue.

    @jobs.job
    def workbook_read(progress, *, upload_id):
        progress(3, 10)
        return {"inventory": 5}

    asked = jobs.enqueue(workbook_read, owner=person, upload_id=7)
    jobs.job_of(person, asked.id).state

The queue stands in the database of the hub: work asked for in a transaction begins only when
the transaction is through, and not at all when it is rolled back.

An app may name in its ``AppConfig`` what stands around all work, as middleware stands around
requests: ``around_jobs = ("kragozor.hub.reference.titles.official_titles_shown",)``.

A worker may be killed in the middle of a job and then says nothing any more. So it gives a sign
of life while it works, and `jobs_lost_end` ends as failed what has been silent for too long.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import DatabaseError, connection, models
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from kragozor.hub.common.models import Job, JobState

# How often a job that runs gives a sign of life, in seconds, and how long it may be silent.
HEARTBEAT = 10
SILENCE = timedelta(minutes=2)
# How long the record of a job is kept after its end.
KEPT = timedelta(days=30)

Progress = Callable[[int, int], None]
Work = Callable[..., Any]

log = logging.getLogger(__name__)


def job(work: Work) -> Work:
    """Mark a function as work: it takes ``progress`` and JSON values by name."""
    work.is_job = True  # type: ignore[attr-defined]
    return work


def enqueue(work: Work, *, owner: models.Model | None, **arguments: Any) -> Job:
    """Ask for work; its arguments and its result are JSON."""
    path = f"{work.__module__}.{work.__qualname__}"
    asked = Job.objects.create(owner_id=owner.pk if owner else None, work=path)
    job_run.enqueue(str(asked.id), arguments)
    asked.refresh_from_db()
    return asked


def job_of(owner: models.Model, job_id: UUID | str) -> Job | None:
    """Return a job of this person, None when it is not theirs."""
    return Job.objects.filter(owner_id=owner.pk, id=job_id).first()


@task
def job_run(job_id: str, arguments: dict[str, Any]) -> None:
    """Do the work of one job and write down how it ended."""
    asked = Job.objects.get(id=job_id)
    Job.objects.filter(id=job_id).update(state=JobState.RUNNING, alive_at=timezone.now())
    try:
        with heartbeat(job_id), surroundings():
            result = _work_at(asked.work)(_progress_of(job_id), **arguments)
    except BaseException as error:  # a worker that is stopped must not leave the job running
        log.exception("The job %s (%s) failed.", job_id, asked.work)
        _end(job_id, state=JobState.FAILED)
        if not isinstance(error, Exception):
            raise
    else:
        _end(job_id, state=JobState.DONE, result=result)


@contextmanager
def heartbeat(job_id: str, every: float = HEARTBEAT) -> Iterator[None]:
    """Say again and again that a job is alive, in a thread of its own, while its work is done."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(every):
            # A database that is busy for a moment must not silence the rest.
            with suppress(DatabaseError):
                Job.objects.filter(id=job_id).update(alive_at=timezone.now())
            connection.close()

    heart = threading.Thread(target=beat, daemon=True)
    heart.start()
    try:
        yield
    finally:
        over.set()
        heart.join()


@contextmanager
def surroundings() -> Iterator[None]:
    """Enter what each app lets stand around work."""
    with ExitStack() as stack:
        for app in apps.get_app_configs():
            for path in getattr(app, "around_jobs", ()):
                stack.enter_context(import_string(path)())
        yield


def jobs_lost_end() -> int:
    """End as failed the jobs whose worker is gone, and return how many they were."""
    silent = Q(alive_at__isnull=True) | Q(alive_at__lt=timezone.now() - SILENCE)
    lost = Job.objects.filter(silent, state=JobState.RUNNING)
    return lost.update(state=JobState.FAILED, ended_at=timezone.now())


def jobs_purge() -> int:
    """Delete the records of jobs that ended long ago, and return how many they were."""
    long_ago = timezone.now() - KEPT
    over = Q(finished_at__lt=long_ago)
    killed = Q(status=TaskResultStatus.RUNNING, started_at__lt=long_ago)
    DBTaskResult.objects.filter(over | killed).delete()
    return Job.objects.filter(ended_at__lt=long_ago).delete()[0]


def _work_at(path: str) -> Work:
    work: Work = import_string(path)
    if not getattr(work, "is_job", False):
        raise TypeError(f"{path} is not marked as a job.")
    return work


def _progress_of(job_id: str) -> Progress:
    def progress(done: int, total: int) -> None:
        Job.objects.filter(id=job_id).update(done=done, total=total)

    return progress


def _end(job_id: str, **outcome: Any) -> None:
    Job.objects.filter(id=job_id).update(ended_at=timezone.now(), **outcome)

"""Long work: ask for it, follow it, read its result. The one module that knows the queue.

    @jobs.job
    def workbook_read(progress, *, upload_id):
        progress(3, 10)
        return {"inventory": 5}

    asked = jobs.enqueue(workbook_read, owner=person, upload_id=7)
    jobs.job_of(person, asked.id).state

The queue stands in the database of the hub: work asked for in a transaction begins only when
the transaction is through, and not at all when it is rolled back.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import default_task_backend, task

from kragozor.hub.common.models import Job, JobState

Progress = Callable[[int, int], None]
Work = Callable[..., Any]

log = logging.getLogger(__name__)


def job(work: Work) -> Work:
    """Mark a function as work: it takes ``progress`` and JSON values by name."""
    work.is_job = True  # type: ignore[attr-defined]
    return work


def enqueue(
    work: Work, *, owner: models.Model | None, after: timedelta | None = None, **arguments: Any
) -> Job:
    """Ask for work, now or after a while; its arguments and its result are JSON.

    A queue that cannot wait does the work at once.
    """
    path = f"{work.__module__}.{work.__qualname__}"
    asked = Job.objects.create(owner_id=owner.pk if owner else None, work=path)
    waits = after is not None and default_task_backend.supports_defer
    task_run = job_run.using(run_after=timezone.now() + after) if waits else job_run
    task_run.enqueue(str(asked.id), arguments)
    asked.refresh_from_db()
    return asked


def job_of(owner: models.Model, job_id: UUID | str) -> Job | None:
    """Return a job of this person, None when it is not theirs."""
    return Job.objects.filter(owner_id=owner.pk, id=job_id).first()


@task
def job_run(job_id: str, arguments: dict[str, Any]) -> None:
    """Do the work of one job and write down how it ended."""
    asked = Job.objects.get(id=job_id)
    Job.objects.filter(id=job_id).update(state=JobState.RUNNING)
    try:
        result = _work_at(asked.work)(_progress_of(job_id), **arguments)
    except BaseException as error:  # a worker that is stopped must not leave the job running
        log.exception("The job %s (%s) failed.", job_id, asked.work)
        _end(job_id, state=JobState.FAILED)
        if not isinstance(error, Exception):
            raise
    else:
        _end(job_id, state=JobState.DONE, result=result)


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

"""What /healthz answers to those who watch over the hub."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kragozor.hub.common import health

pytestmark = pytest.mark.django_db


def job_enqueue(*, before: timedelta) -> None:
    job = DBTaskResult.objects.create(
        args_kwargs={}, task_path="a.b", backend_name="default", run_after=timezone.now() - before
    )
    DBTaskResult.objects.filter(pk=job.pk).update(enqueued_at=timezone.now() - before)


def test_all_is_well(client):
    job_enqueue(before=timedelta(minutes=1))
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {
        "well": True,
        "database": True,
        "migrations": True,
        "queue": True,
    }


def test_a_queue_that_nobody_works_is_told(client):
    job_enqueue(before=timedelta(hours=1))
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json()["queue"] is False


def test_a_job_for_later_is_not_overdue(client):
    job_enqueue(before=timedelta(hours=1))
    DBTaskResult.objects.update(run_after=timezone.now() + timedelta(days=1))
    assert client.get("/healthz").status_code == 200


def test_a_migration_that_is_missing_is_told(client):
    MigrationRecorder.Migration.objects.filter(app="common").delete()
    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json()["migrations"] is False


def test_a_database_that_is_away_is_not_well():
    def away() -> bool:
        raise DatabaseError

    assert health.is_well(away) is False


def test_a_job_whose_hour_has_just_come_is_not_overdue(client):
    job_enqueue(before=timedelta(days=1))
    DBTaskResult.objects.update(run_after=timezone.now() - timedelta(seconds=5))
    assert client.get("/healthz").status_code == 200

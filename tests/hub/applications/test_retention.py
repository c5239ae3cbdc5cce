"""What is held of applicants goes when its time is over, or when they ask."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.utils import timezone

from kragozor.hub.applications import queries, services
from kragozor.hub.applications.models import Application, Declaration, RepresentativeNamed
from kragozor.hub.common.personal import Subject
from kragozor.hub.privacy.services.erasing import erase
from kragozor.hub.privacy.services.overdue import overdue_purge
from tests.hub.applications.making import EMAIL, TOKEN, approved_make, complete_make, sent_make
from tests.hub.applications.signing import signed

pytestmark = pytest.mark.django_db


def purged(capture) -> None:
    """Let a day begin and the chore be done."""
    cache.clear()
    with capture(execute=True):
        overdue_purge()


def ago(days: int):
    return timezone.now() - timedelta(days=days)


@pytest.mark.parametrize(("days", "left"), [(29, 1), (31, 0)])
def test_a_draft_goes_with_its_file_after_thirty_days(
    days, left, django_capture_on_commit_callbacks
):
    draft = complete_make()
    services.declaration_take(application=draft, content=signed())
    stored = Declaration.objects.get().file.name
    Application.objects.update(changed_at=ago(days))
    purged(django_capture_on_commit_callbacks)
    assert Application.objects.count() == RepresentativeNamed.objects.count() == left
    assert default_storage.exists(stored) == bool(left)


@pytest.mark.parametrize(("days", "left"), [(364, 1), (366, 0)])
@pytest.mark.parametrize("way", ["declined", "withdrawn"])
def test_what_led_to_nothing_goes_after_a_year(
    staff, days, left, way, django_capture_on_commit_callbacks
):
    sent = sent_make()
    services.question_ask(actor=staff, application=sent, text="Защо?")
    if way == "declined":
        services.application_decline(actor=staff, application=sent, reason="Не.")
    else:
        services.application_withdraw(application=sent)
    Application.objects.update(closed_at=ago(days), changed_at=ago(days))
    purged(django_capture_on_commit_callbacks)
    assert Application.objects.count() == left


def test_what_was_approved_stays_without_the_people_it_named(
    staff, django_capture_on_commit_callbacks
):
    approved = approved_make(staff)
    Application.objects.update(closed_at=ago(366), changed_at=ago(366))
    purged(django_capture_on_commit_callbacks)
    assert Application.objects.get() == approved
    assert not RepresentativeNamed.objects.exists()


def test_what_waits_stays_however_long(django_capture_on_commit_callbacks):
    sent_make()
    Application.objects.update(changed_at=ago(800), sent_at=ago(800))
    purged(django_capture_on_commit_callbacks)
    assert RepresentativeNamed.objects.count() == 1


def test_an_applicant_who_asks_is_forgotten(django_capture_on_commit_callbacks):
    complete_make("d" * 43)
    sent = sent_make()
    with django_capture_on_commit_callbacks(execute=True):
        erase(Subject(None, frozenset({EMAIL})))
    left = Application.objects.get()
    assert left == sent
    assert (left.applicant_name, left.name) == ("", "Трета ООД")
    assert left.applicant_email.endswith("@erased.invalid")
    assert queries.application_at(TOKEN) is None
    assert not left.representatives.exists()

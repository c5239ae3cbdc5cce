"""What measuring has put in order regularly."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kragozor.hub.common.chores import chores_do
from kragozor.hub.measuring.enums import UploadState
from kragozor.hub.measuring.models import Upload

pytestmark = pytest.mark.django_db


def test_refused_files_are_a_chore(cast):
    for days in (0, 2):
        sent = Upload.objects.create(
            organisation=cast.company,
            pillar=cast.company.pillar,
            state=UploadState.REFUSED,
            original_name=f"{days}.xlsx",
            sha256="0" * 64,
            size=1,
            created_by=cast.owner,
        )
        when = timezone.now() - timedelta(days=days)
        Upload.objects.filter(pk=sent.pk).update(created_at=when)
    assert chores_do()["uploads_purge"] == 1
    assert Upload.objects.get().original_name == "0.xlsx"

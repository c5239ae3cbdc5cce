"""The file with all that is held about a person, made for them alone and kept for a day."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

KEPT = timedelta(days=1)


def export_path(export: DataExport, name: str) -> str:
    """The name under which a file is stored says nothing."""
    return f"own-data/{export.pk}"


class DataExport(models.Model):
    """Asked for by a person; it has a file when the work is done."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="data_exports",
        verbose_name=_("person"),
    )
    asked_at = models.DateTimeField(pgettext_lazy("export", "asked"), auto_now_add=True)
    file = models.FileField(_("file"), upload_to=export_path, blank=True)
    job = models.ForeignKey(
        "common.Job",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("job"),
    )

    class Meta:
        verbose_name = _("export of own data")
        verbose_name_plural = _("exports of own data")
        ordering = ["-asked_at", "id"]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def expires_at(self):
        return self.asked_at + KEPT

    @property
    def is_ready(self) -> bool:
        return bool(self.file) and self.expires_at > timezone.now()

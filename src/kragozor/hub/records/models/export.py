"""Everything taken out as one file: for who asked, and for a day."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.models import WorkedOn
from kragozor.hub.records.enums import FileForm


def export_path(export: "Export", name: str) -> str:
    """The name under which a file is stored says nothing."""
    return f"exports/{export.pk}"


class Export(WorkedOn, models.Model):
    """A file with the members and prospects on record; with people only for a reason."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form = models.CharField(_("form"), max_length=10, choices=FileForm)
    with_people = models.BooleanField(_("with people"), default=False)
    reason = models.CharField(_("reason"), max_length=200, blank=True, default="")
    # Empty until it is made, and again after a day.
    file = models.FileField(_("file"), upload_to=export_path, blank=True)
    size = models.PositiveBigIntegerField(_("size"), default=0)
    job = models.ForeignKey("common.Job", models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked for by")
    )

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        ordering = ["-asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(with_people=False) | ~Q(reason=""),
                name="export_of_people_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(form__in=FileForm.values), name="export_form_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_form_display()}, {self.asked_at:%Y-%m-%d}"

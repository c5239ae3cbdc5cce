"""A dated proof that something of an activity was done; withdrawn at most, never deleted."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.written import Written, written
from kragozor.hub.programme.models.activity import Activity


def evidence_path(evidence: Evidence, name: str) -> str:
    """The name under which a file is stored says nothing: names come from outside."""
    return f"evidence/{evidence.pk}"


class Evidence(models.Model):
    """What was done on a day, with a number where it counts and with its proof."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    activity = models.ForeignKey(
        Activity, models.PROTECT, related_name="evidence", verbose_name=_("activity")
    )
    on = models.DateField(pgettext_lazy("of evidence", "day"))
    title = models.CharField(_("what was done"), max_length=200)
    value = models.FloatField(pgettext_lazy("of evidence", "number"), null=True, blank=True)
    text = models.TextField(_("more about it"), blank=True, default="")
    title_en = models.CharField(
        _("what was done, in English"), max_length=200, blank=True, default=""
    )
    text_en = models.TextField(_("more about it, in English"), blank=True, default="")
    address = models.URLField(_("web address"), blank=True, default="")
    file = models.FileField(pgettext_lazy("evidence", "file"), upload_to=evidence_path, blank=True)
    file_name = models.CharField(_("name of the file"), max_length=200, blank=True, default="")
    is_public = models.BooleanField(pgettext_lazy("evidence", "shown to everybody"), default=False)
    added_at = models.DateTimeField(pgettext_lazy("evidence", "added"), auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("added by")
    )
    withdrawn_at = models.DateTimeField(
        pgettext_lazy("evidence", "withdrawn"), null=True, blank=True
    )
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("withdrawn by"),
    )
    withdrawn_reason = models.CharField(
        _("why it was withdrawn"), max_length=300, blank=True, default=""
    )

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = pgettext_lazy("pieces of it", "evidence")
        ordering = ["-on", "-added_at", "id"]
        indexes = [models.Index(fields=["activity", "on"], name="evidence_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gte=0),
                name="evidence_number_is_not_below_zero",
            ),
            models.CheckConstraint(
                condition=Q(
                    withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_reason=""
                )
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                & ~Q(withdrawn_reason=""),
                name="evidence_is_withdrawn_by_somebody_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(file="", file_name="") | (~Q(file="") & ~Q(file_name="")),
                name="evidence_file_has_a_name",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def words(self) -> Written:
        """What was done, in the language of the page where it was written in it."""
        return written(self.title, self.title_en)

    @property
    def more(self) -> Written:
        """More about it, in the same way."""
        return written(self.text, self.text_en)

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

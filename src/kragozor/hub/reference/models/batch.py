"""An official file: what its rows say, when it was applied, and whether that was undone."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.reference.enums import Kind


class Batch(models.Model):
    """What was read from a file; the file itself is not kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(pgettext_lazy("of a table", "kind"), max_length=10, choices=Kind)
    original_name = models.CharField(_("name of the file"), max_length=200)
    origin = models.CharField(_("what the file is"), max_length=200)
    # Of parameters a list of rows, of titles a mapping from the codes.
    rows = models.JSONField(_("rows"))
    # One line for each refused value, in both languages.
    refused = models.JSONField(_("refused rows"), default=list, blank=True)
    sent_at = models.DateTimeField(pgettext_lazy("file", "sent"), auto_now_add=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("sent by")
    )
    applied_at = models.DateTimeField(_("applied"), null=True, blank=True)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("official table")
        verbose_name_plural = _("official tables")
        ordering = ["-sent_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values), name="reference_batch_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True) | Q(applied_at__isnull=False),
                name="reference_batch_is_applied_before_undone",
            ),
        ]

    def __str__(self) -> str:
        return self.original_name

    @property
    def is_standing(self) -> bool:
        """Whether it was applied, and not undone."""
        return self.applied_at is not None and self.undone_at is None

"""The archive of everything a member has in the hub, made for one of its owners, kept for a day."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.models import WorkedOn
from kragozor.hub.members.models.organisation import Organisation

KEPT = timedelta(days=1)


def takeaway_path(takeaway: "Takeaway", name: str) -> str:
    """The name under which a file is stored says nothing."""
    return f"takeaways/{takeaway.pk}"


class Takeaway(WorkedOn, models.Model):
    """Asked for by an owner; it has a file when the work is done."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="takeaways", verbose_name=_("organisation")
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("asked for by")
    )
    asked_at = models.DateTimeField(pgettext_lazy("archive", "asked for"), auto_now_add=True)
    file = models.FileField(_("file"), upload_to=takeaway_path, blank=True)
    job = models.ForeignKey("common.Job", models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("archive of a member")
        verbose_name_plural = _("archives of members")
        ordering = ["-asked_at", "id"]

    def __str__(self) -> str:
        return str(self.organisation)

    @property
    def expires_at(self) -> datetime:
        return self.asked_at + KEPT

    @property
    def is_ready(self) -> bool:
        return bool(self.file) and self.expires_at > timezone.now()

    @property
    def is_working(self) -> bool:
        # The file is there a moment before its job is over.
        return not self.file and super().is_working

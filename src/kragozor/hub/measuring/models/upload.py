"""A file that somebody sent: kept beside what it declared, or marked with what is wrong."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.measuring.enums import UploadState
from kragozor.hub.measuring.models.inventory import Inventory
from kragozor.hub.members.enums import PILLARS


def upload_path(upload: "Upload", name: str) -> str:
    """The name under which a file is stored says nothing: names come from outside."""
    return f"uploads/{upload.pk}"


class Upload(models.Model):
    """An accepted file is kept as it came. Of a refused one only the marked copy is, for a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "members.Organisation",
        models.PROTECT,
        related_name="uploads",
        verbose_name=_("organisation"),
    )
    pillar = models.CharField(_("sector"), max_length=20, choices=PILLARS)
    inventory = models.ForeignKey(
        Inventory,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="uploads",
        verbose_name=_("inventory"),
    )
    state = models.CharField(_("state"), max_length=10, choices=UploadState)
    file = models.FileField(_("file"), upload_to=upload_path, blank=True)
    original_name = models.CharField(_("name"), max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("size"))
    problems = models.JSONField(_("problems"), default=list, blank=True)
    created_at = models.DateTimeField(pgettext_lazy("file", "sent"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("sent by")
    )

    class Meta:
        verbose_name = _("uploaded file")
        verbose_name_plural = _("uploaded files")
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "sha256"],
                condition=Q(state=UploadState.ACCEPTED),
                name="upload_accepted_once",
            ),
            models.CheckConstraint(
                condition=Q(state=UploadState.ACCEPTED, inventory__isnull=False)
                | Q(state=UploadState.REFUSED, inventory__isnull=True),
                name="upload_declares_an_inventory_when_accepted",
            ),
        ]

    def __str__(self) -> str:
        return self.original_name

    @property
    def is_accepted(self) -> bool:
        return self.state == UploadState.ACCEPTED

"""Erasures: asked for, waiting to be taken back or carried out, remembered as hashes."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# The worker carries out what is due every minute; what is still open by then is hindered.
LATE = timedelta(hours=1)
OPEN = Q(withdrawn_at__isnull=True, carried_out_at__isnull=True)


class ErasureRequests(models.QuerySet["ErasureRequest"]):
    def open(self) -> ErasureRequests:
        return self.filter(OPEN)


class ErasureRequest(models.Model):
    """Somebody wants to be forgotten: by account, or by an address alone.

    When it is carried out the address and the name go too; what stays is that there was a request.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("account"),
    )
    address = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    # By which else they are to be found: what the records of the address do not say themselves.
    full_name = models.CharField(_("name and surname"), max_length=150, blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    note = models.CharField(_("how the request came"), max_length=300, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    asked_at = models.DateTimeField(pgettext_lazy("erasure", "asked"), auto_now_add=True)
    due_at = models.DateTimeField(pgettext_lazy("erasure", "due"))
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    carried_out_at = models.DateTimeField(_("carried out"), null=True, blank=True)
    records = models.PositiveIntegerField(_("records changed"), default=0)

    objects = ErasureRequests.as_manager()

    class Meta:
        verbose_name = _("request for erasure")
        verbose_name_plural = _("requests for erasure")
        ordering = ["-asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["address"], condition=OPEN, name="erasure_request_open_once"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(carried_out_at__isnull=True),
                name="erasure_request_ends_once",
            ),
            models.CheckConstraint(
                condition=Q(address=Lower("address")), name="erasure_request_address_is_lower_case"
            ),
            # An open request says whose it is.
            models.CheckConstraint(
                condition=~OPEN | ~Q(address=""), name="erasure_request_open_has_an_address"
            ),
        ]

    def __str__(self) -> str:
        return self.address or str(self.pk)

    @property
    def is_open(self) -> bool:
        return self.withdrawn_at is None and self.carried_out_at is None

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due_at < timezone.now() - LATE


class Erasure(models.Model):
    """A line of the replay list: who was erased, as hashes that only this hub can compare.

    The same line stands in a file beside the database, which outlives the restoring of a backup.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(_("carried out"))
    key = models.CharField(max_length=16)
    person_hash = models.CharField(max_length=64, blank=True)
    address_hashes = models.JSONField(default=list)

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ["-at", "id"]

    def __str__(self) -> str:
        return str(self.pk)

"""A link that shows one result to whoever holds it, up to a day."""

import secrets
from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.measuring.models.assessment import Assessment


def token_new() -> str:
    """192 random bits: nobody guesses one."""
    return secrets.token_urlsafe(24)


class ShareLink(models.Model):
    """Leave to read a result without an account.

    The token is stored as it is, so that its owner may copy the link again: it opens nothing
    that does not lie in the same database.
    """

    assessment = models.ForeignKey(
        Assessment, models.PROTECT, related_name="links", verbose_name=_("assessment")
    )
    token = models.CharField(max_length=40, unique=True, default=token_new, editable=False)
    expires_on = models.DateField(_("last day"))
    created_at = models.DateTimeField(pgettext_lazy("link", "created"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("created by")
    )
    revoked_at = models.DateTimeField(pgettext_lazy("link", "revoked"), null=True, blank=True)
    seen = models.PositiveIntegerField(_("times opened"), default=0)
    seen_at = models.DateTimeField(_("last opened"), null=True, blank=True)

    class Meta:
        verbose_name = _("share link")
        verbose_name_plural = _("share links")
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"{self.assessment}, {self.expires_on}"

    def is_open(self, today: date | None = None) -> bool:
        """Whether it still shows its result; its last day is part of it."""
        return self.revoked_at is None and self.expires_on >= (today or timezone.localdate())

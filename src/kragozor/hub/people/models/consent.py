"""What a person consented to, and withdrew: each time a record, none of them ever changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.append_only import AppendOnly
from kragozor.hub.people.enums import Purpose, Source


class Consent(AppendOnly):
    """One word of a person about one purpose; the latest of them counts."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="consents",
        verbose_name=_("person"),
    )
    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose)
    given = models.BooleanField(_("given"))
    at = models.DateTimeField(_("at"), default=timezone.now)
    # The sentence as the person read it, in the language they read it in.
    words = models.TextField(_("words shown"))
    source = models.CharField(_("how"), max_length=20, choices=Source)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["person", "purpose", "-at", "-id"], name="consent_latest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose__in=Purpose.values), name="consent_purpose_is_known"
            ),
            models.CheckConstraint(
                condition=Q(source__in=Source.values), name="consent_source_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_purpose_display()}: {self.given}"

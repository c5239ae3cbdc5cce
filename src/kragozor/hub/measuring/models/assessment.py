"""One measuring of an inventory: made once, and never changed."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kragozor.hub.measuring.models.inventory import Inventory


class Assessment(models.Model):
    """What measuring gave for the facts as they were at that moment.

    ``result`` holds those facts with everything that was computed; ``pictures`` the drawings by
    language, since a page is seen more often than measured. The columns beside them repeat what
    lists and histories show.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    inventory = models.ForeignKey(
        Inventory, models.PROTECT, related_name="assessments", verbose_name=_("inventory")
    )
    number = models.PositiveIntegerField(_("version"))
    name = models.CharField(_("name"), max_length=300)
    period_start = models.DateField(_("period start"))
    period_end = models.DateField(_("period end"))
    result = models.JSONField(_("result"))
    pictures = models.JSONField(_("pictures"), default=dict)
    headline = models.CharField(_("headline figure"), max_length=60)
    value = models.FloatField(_("value"), null=True)
    # In nine of ten draws the value lies between these; where that is not known, both are null.
    low = models.FloatField(_("low value"), null=True)
    high = models.FloatField(_("high value"), null=True)
    version = models.CharField(_("version of the framework"), max_length=20, default="")
    balance_closes = models.BooleanField(_("the balance closes"))
    proxy_share = models.FloatField(_("share of proxies"))
    method = models.CharField(_("method"), max_length=20)
    created_at = models.DateTimeField(_("measured"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("measured by")
    )

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["inventory", "number"], name="assessment_number_once_an_inventory"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="assessment_number_from_1"),
            models.CheckConstraint(
                condition=Q(proxy_share__gte=0, proxy_share__lte=1),
                name="assessment_proxy_share_is_a_share",
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=True, high__isnull=True) | Q(low__lte=F("high")),
                name="assessment_low_is_not_above_high",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.number}"

    def save(self, *args: object, **kwargs: object) -> None:
        if not self._state.adding:
            raise TypeError("An assessment is never changed: measure again.")
        super().save(*args, **kwargs)

    @property
    def ends(self) -> tuple[float, float] | None:
        """Between which numbers the value lies; None where that is not known."""
        return None if self.low is None or self.high is None else (self.low, self.high)

"""The facts an organisation declares about one subject in one period."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.measuring.enums import KINDS
from kragozor.hub.members.enums import PILLARS


class Inventory(models.Model):
    """Facts in the published format; until they are complete they hold what a person typed.

    ``name``, ``kind``, ``pillar`` and the period repeat the subject of the facts, so that lists
    and constraints need not look into them. ``revision`` counts the changes: whoever saves says
    which one they started from, and is refused where somebody else was faster.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "members.Organisation",
        models.PROTECT,
        related_name="inventories",
        verbose_name=_("organisation"),
    )
    name = models.CharField(pgettext_lazy("of an inventory", "name"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=KINDS)
    pillar = models.CharField(_("sector"), max_length=20, choices=PILLARS)
    period_start = models.DateField(_("period start"), null=True, blank=True)
    period_end = models.DateField(_("period end"), null=True, blank=True)
    facts = models.JSONField(_("facts"), default=dict)
    removed_rows = models.JSONField(_("removed rows"), default=list, blank=True)
    revision = models.PositiveIntegerField(_("revision"), default=1)
    created_at = models.DateTimeField(pgettext_lazy("inventory", "created"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("created by")
    )
    updated_at = models.DateTimeField(_("changed"), auto_now=True)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("changed by")
    )
    archived_at = models.DateTimeField(_("archived"), null=True, blank=True)

    class Meta:
        verbose_name = _("inventory")
        verbose_name_plural = _("inventories")
        ordering = ["-updated_at", "id"]
        indexes = [models.Index(fields=["organisation", "name"], name="inventory_subject")]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name", "period_start", "period_end"],
                condition=Q(archived_at__isnull=True) & ~Q(name=""),
                name="inventory_once_for_subject_and_period",
            ),
            models.CheckConstraint(
                condition=Q(period_end__isnull=True)
                | Q(period_start__isnull=True)
                | Q(period_end__gte=F("period_start")),
                name="inventory_period_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[value for value, _label in KINDS]),
                name="inventory_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(pillar__in=[value for value, _label in PILLARS]),
                name="inventory_pillar_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.get_kind_display())

    @property
    def is_archived(self) -> bool:
        return self.archived_at is not None

"""The Council's three pillars, and since when and until when an organisation belongs to one."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.written import written
from kragozor.hub.members.enums import PILLARS
from kragozor.hub.members.models.organisation import Organisation

USUAL_TARGET = 20


class Pillar(models.Model):
    """A pillar: what it is for, who leads it, how many members it aims at."""

    code = models.CharField(_("pillar"), max_length=20, choices=PILLARS, primary_key=True)
    purpose_bg = models.TextField(_("purpose, in Bulgarian"), blank=True, default="")
    purpose_en = models.TextField(_("purpose, in English"), blank=True, default="")
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead"),
    )
    target = models.PositiveSmallIntegerField(_("target"), default=USUAL_TARGET)

    class Meta:
        verbose_name = _("pillar")
        verbose_name_plural = _("pillars")

    def __str__(self) -> str:
        return str(self.get_code_display())

    @property
    def purpose(self) -> str:
        """What it is for, in the language of the page."""
        return written(self.purpose_bg, self.purpose_en)


class PillarMembership(models.Model):
    """An organisation in one pillar, from a day until another."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="pillars", verbose_name=_("organisation")
    )
    pillar = models.CharField(_("pillar"), max_length=20, choices=PILLARS)
    since = models.DateField(_("since"))
    until = models.DateField(_("last day"), null=True, blank=True)

    class Meta:
        verbose_name = _("membership of a pillar")
        verbose_name_plural = _("memberships of pillars")
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "pillar"],
                condition=Q(until__isnull=True),
                name="pillar_membership_current_once",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="pillar_membership_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["pillar", "since"], name="pillar_membership_since")]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_pillar_display()}"

"""A change to one value of the table of parameters: written once, the latest counts."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.append_only import AppendOnly
from kragozor.hub.reference.enums import PARAMETERS, STATUSES, Act
from kragozor.instruments.parameters import Name, Parameter, Status

# A value without a source is unverified, and one with a source is not.
_HAS_SOURCE_OR_IS_UNVERIFIED = Q(status=Status.UNVERIFIED.value, source="") | (
    Q(status__in=[Status.SOURCED.value, Status.PROXY.value]) & ~Q(source="")
)


class ParameterChange(AppendOnly):
    """What somebody made of the value of a material, a parameter and a place."""

    material = models.CharField(_("material"), max_length=100)
    name_bg = models.CharField(_("name in Bulgarian"), max_length=200, blank=True, default="")
    name_en = models.CharField(_("name in English"), max_length=200, blank=True, default="")
    parameter = models.CharField(_("parameter"), max_length=40, choices=PARAMETERS)
    geography = models.CharField(_("geography"), max_length=10, blank=True, default="")
    # The change that was the latest before, 0 where there was none: two never follow the same.
    follows = models.PositiveBigIntegerField(pgettext_lazy("of a change", "follows"), default=0)
    act = models.CharField(pgettext_lazy("of a parameter", "act"), max_length=10, choices=Act)
    value = models.FloatField(_("value"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=400, blank=True, default="")
    status = models.CharField(_("status"), max_length=10, choices=STATUSES, blank=True, default="")
    reason = models.CharField(_("reason"), max_length=300)
    batch = models.ForeignKey(
        "reference.Batch", models.PROTECT, null=True, blank=True, related_name="changes"
    )
    at = models.DateTimeField(pgettext_lazy("of a change", "at"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )

    class Meta:
        verbose_name = _("change of a parameter")
        verbose_name_plural = _("changes of parameters")
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["material", "parameter", "geography", "-id"], name="parameter_latest"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(act__in=Act.values), name="parameter_change_act_is_known"
            ),
            models.CheckConstraint(
                condition=Q(parameter__in=[name for name, _label in PARAMETERS]),
                name="parameter_change_parameter_is_known",
            ),
            models.CheckConstraint(
                condition=Q(act=Act.SET, value__isnull=False) & _HAS_SOURCE_OR_IS_UNVERIFIED
                | ~Q(act=Act.SET) & Q(value__isnull=True, source="", status=""),
                name="parameter_change_sets_a_value_with_its_status",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="parameter_change_has_a_reason"),
            models.UniqueConstraint(
                fields=["material", "parameter", "geography", "follows"],
                name="parameter_change_follows_another_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.material}, {self.parameter}, {self.geography}: {self.get_act_display()}"

    @property
    def key(self) -> tuple[str, Name, str]:
        """What it is the value of."""
        return self.material, Name(self.parameter), self.geography

    @property
    def made(self) -> Parameter | None:
        """The value as the instruments take it; None where the change sets none."""
        if self.value is None:
            return None
        return Parameter(
            material=self.material,
            name_bg=self.name_bg,
            name_en=self.name_en,
            parameter=Name(self.parameter),
            value=self.value,
            geography=self.geography,
            source=self.source,
            status=Status(self.status),
        )

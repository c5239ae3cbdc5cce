"""An activity as the Council carries it out: who answers for it, what comes next, its targets."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.written import Written, written
from kragozor.hub.programme.plans import Plan, plans


class Activity(models.Model):
    """One of the seventeen; what the programme says of it is its `plan`."""

    number = models.PositiveSmallIntegerField(pgettext_lazy("activity", "number"), primary_key=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("responsible"),
    )
    next_step = models.CharField(_("next step"), max_length=300, blank=True, default="")
    next_step_en = models.CharField(
        _("next step, in English"), max_length=300, blank=True, default=""
    )
    next_on = models.DateField(_("by when"), null=True, blank=True)

    class Meta:
        verbose_name = _("activity of the programme")
        verbose_name_plural = _("activities of the programme")
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=17), name="activity_is_one_of_17"
            ),
            models.CheckConstraint(
                condition=Q(next_on__isnull=True) | ~Q(next_step=""),
                name="activity_day_belongs_to_a_step",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.plan.title}"

    @property
    def step(self) -> Written:
        """What comes next, in the language of the page where it was written in it."""
        return written(self.next_step, self.next_step_en)

    @property
    def plan(self) -> Plan:
        return plans()[self.number]


class Target(models.Model):
    """What an activity aims at from a day on; the last one written counts, all are kept."""

    activity = models.ForeignKey(
        Activity, models.PROTECT, related_name="targets", verbose_name=_("activity")
    )
    # Nothing: from that day on there is no target.
    value = models.FloatField(_("target"), null=True, blank=True)
    since = models.DateField(_("in force since"))
    due = models.DateField(_("to be reached by"), null=True, blank=True)
    set_at = models.DateTimeField(pgettext_lazy("target", "set"), auto_now_add=True)
    # Nobody: the programme itself names it.
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("set by"),
    )

    class Meta:
        verbose_name = _("target of an activity")
        verbose_name_plural = _("targets of activities")
        ordering = ["since", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gt=0), name="target_is_above_zero"
            ),
            models.CheckConstraint(
                condition=Q(due__isnull=True) | Q(due__gte=F("since")),
                name="target_is_due_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False) | Q(due__isnull=True),
                name="target_due_has_a_value",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id}: {self.value}"

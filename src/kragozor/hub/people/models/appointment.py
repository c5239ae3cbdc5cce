"""An office that somebody holds: given on a day, ended on another, never deleted."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.people.enums import Office


class Appointments(models.QuerySet["Appointment"]):
    def current(self) -> Appointments:
        return self.filter(until__isnull=True)


class Appointment(models.Model):
    """One person in one office, from a moment until another; all rights derive from these."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="appointments",
        verbose_name=_("person"),
    )
    office = models.CharField(_("office"), max_length=15, choices=Office)
    since = models.DateTimeField(_("since"), default=timezone.now)
    until = models.DateTimeField(_("until"), null=True, blank=True)
    # Nobody: the first administrator is made from the command line.
    appointed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("given by"),
    )
    reason = models.CharField(pgettext_lazy("of an office", "reason"), max_length=300, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ended by"),
    )
    end_reason = models.CharField(_("reason of the end"), max_length=300, blank=True)

    objects = Appointments.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ["-since", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "office"],
                condition=Q(until__isnull=True),
                name="appointment_current_once",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="appointment_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(office__in=Office.values), name="appointment_office_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_office_display()}"

    @property
    def is_current(self) -> bool:
        return self.until is None

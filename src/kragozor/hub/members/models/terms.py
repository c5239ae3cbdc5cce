"""Terms of membership: written once, ended by a further record, never rewritten."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.append_only import AppendOnly
from kragozor.hub.members.enums import Payment
from kragozor.hub.members.models.organisation import Organisation


class Term(AppendOnly):
    """A stretch of membership, for a fee or with a reason why there is none."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="terms", verbose_name=_("organisation")
    )
    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"))
    payment = models.CharField(_("fee or waiver"), max_length=10, choices=Payment)
    fee = models.DecimalField(_("fee"), max_digits=10, decimal_places=2, null=True, blank=True)
    waiver_reason = models.CharField(
        _("reason for the waiver"), max_length=200, blank=True, default=""
    )
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by")
    )

    class Meta:
        verbose_name = _("term of membership")
        verbose_name_plural = _("terms of membership")
        ordering = ["starts", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gte=F("starts")), name="term_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(payment=Payment.FEE, fee__isnull=False, fee__gte=0, waiver_reason="")
                | Q(payment=Payment.WAIVER, fee__isnull=True) & ~Q(waiver_reason=""),
                name="term_has_fee_or_reason_for_waiver",
            ),
        ]
        indexes = [models.Index(fields=["starts", "ends"], name="term_days")]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.starts} – {self.ends}"

    @property
    def last_day(self) -> date:
        """The last day in fact, which is earlier where the term was ended."""
        return self.end.on if hasattr(self, "end") else self.ends


class TermEnd(AppendOnly):
    """That a term ended before its last day: the day it ended, and why."""

    term = models.OneToOneField(Term, models.PROTECT, related_name="end", verbose_name=_("term"))
    on = models.DateField(_("last day in fact"))
    reason = models.CharField(_("reason"), max_length=200)
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by")
    )

    class Meta:
        verbose_name = _("early end of a term")
        verbose_name_plural = _("early ends of terms")

    def __str__(self) -> str:
        return f"{self.term}: {self.on}"


class TermReminder(AppendOnly):
    """That the owners were written to so many days before a term's end; once each."""

    term = models.ForeignKey(Term, models.PROTECT, related_name="reminders")
    days_before = models.PositiveSmallIntegerField(_("days before the end"))
    sent_at = models.DateTimeField(_("sent"), auto_now_add=True)

    class Meta:
        verbose_name = _("reminder of a term")
        verbose_name_plural = _("reminders of terms")
        constraints = [
            models.UniqueConstraint(fields=["term", "days_before"], name="term_reminder_once")
        ]

    def __str__(self) -> str:
        return f"{self.term}: {self.days_before}"

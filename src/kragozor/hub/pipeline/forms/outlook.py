"""Until when the forecast looks."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.forms import DayField

USUAL = timedelta(days=365)
FURTHEST = timedelta(days=5 * 366)


def usual_day() -> date:
    """Return the day a year from now."""
    return timezone.localdate() + USUAL


class UntilForm(forms.Form):
    """The day for which members are forecast."""

    until = DayField(label=pgettext_lazy("a day", "On"), initial=usual_day)

    def clean_until(self) -> date:
        until, today = self.cleaned_data["until"], timezone.localdate()
        if not today < until <= today + FURTHEST:
            raise ValidationError(_("Choose a day after today, and at most five years ahead."))
        return until

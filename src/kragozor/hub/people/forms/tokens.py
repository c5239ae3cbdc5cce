"""What is asked about a new token."""

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.forms import DayField, LineField

USUAL_LIFE = timedelta(days=90)
LONGEST_LIFE = timedelta(days=366)


class TokenForm(forms.Form):
    """A name to know it by, what it may do, and until when."""

    name = LineField(
        label=_("What it is for"),
        help_text=_("For example the program or the machine that will use it."),
        max_length=80,
    )
    may_write = forms.TypedChoiceField(
        label=_("What it may do"),
        choices=[
            ("no", _("Read what I may see")),
            ("yes", _("Read, and change what I may change")),
        ],
        coerce=lambda said: said == "yes",
        initial="no",
        widget=forms.RadioSelect,
    )
    expires_on = DayField(
        label=_("Last day"),
        help_text=_("At most a year from today."),
        initial=lambda: timezone.localdate() + USUAL_LIFE,
    )

    def clean_expires_on(self) -> date:
        day, today = self.cleaned_data["expires_on"], timezone.localdate()
        if not today <= day <= today + LONGEST_LIFE:
            raise ValidationError(_("Choose a day from today on, and at most a year ahead."))
        return day

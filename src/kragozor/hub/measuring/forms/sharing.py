"""Until when a link shows a result."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.forms import DayField
from kragozor.hub.measuring.services.sharing import LONGEST_LIFE, USUAL_LIFE


class ShareForm(forms.Form):
    """A new link."""

    expires_on = DayField(
        label=_("Last day"),
        help_text=_("After it the link shows nothing. At most a year from today."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        field = self.fields["expires_on"]
        field.initial = today + USUAL_LIFE
        field.widget.attrs |= {
            "min": today.isoformat(),
            "max": (today + LONGEST_LIFE).isoformat(),
        }

    def clean_expires_on(self) -> date:
        """Refuse a day that is over, and one that is too far away."""
        day, today = self.cleaned_data["expires_on"], timezone.localdate()
        if not today <= day <= today + LONGEST_LIFE:
            raise forms.ValidationError(_("Choose a day from today to a year from today."))
        return day

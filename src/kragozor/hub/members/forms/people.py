"""Whom an owner invites, in which role, and whom they let see the numbers."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.forms import DayField
from kragozor.hub.members.enums import Role
from kragozor.hub.members.models import Organisation
from kragozor.hub.members.queries import representatives_of
from kragozor.hub.people.queries import staff

USUAL_GRANT = timedelta(days=90)
LONGEST_GRANT = timedelta(days=366)

ROLES = [
    (Role.OWNER, _("Owner: also looks after the company’s facts, people and access")),
    (Role.EDITOR, _("Editor: declares, measures and shares")),
    (Role.READER, _("Reader: sees everything, changes nothing")),
]


class RoleForm(forms.Form):
    """Which role a representative is given."""

    role = forms.ChoiceField(label=_("Role"), choices=ROLES, widget=forms.RadioSelect)


class InvitationForm(forms.Form):
    """Whom to invite, and to what."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("They sign in, or sign up, with this address."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(
        label=_("Role"), choices=ROLES, widget=forms.RadioSelect, initial=Role.EDITOR
    )

    def __init__(self, *args: object, organisation: Organisation, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.organisation = organisation

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if representatives_of(self.organisation).filter(person__email=email).exists():
            raise ValidationError(_("This person acts for the company already."))
        return email


class GrantForm(forms.Form):
    """Which of the Council's staff may see the numbers, and how long."""

    staff = forms.ModelChoiceField(
        label=_("Person of the Council’s staff"),
        queryset=None,
        empty_label=_("Choose a person"),
    )
    until = DayField(
        label=_("Last day"),
        help_text=_("At most a year from today; you can end it any day."),
        initial=lambda: timezone.localdate() + USUAL_GRANT,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff"].queryset = staff()

    def clean_until(self) -> date:
        until, today = self.cleaned_data["until"], timezone.localdate()
        if not today <= until <= today + LONGEST_GRANT:
            raise ValidationError(_("Choose a day from today on, and at most a year ahead."))
        return until

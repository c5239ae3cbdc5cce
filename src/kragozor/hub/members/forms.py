"""What an organisation and its owners are asked."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.forms import LineField
from kragozor.hub.members import eik
from kragozor.hub.members.enums import PILLARS, Role
from kragozor.hub.members.models import Organisation
from kragozor.hub.members.queries import representatives_of
from kragozor.hub.people.queries import staff

USUAL_GRANT = timedelta(days=90)
LONGEST_GRANT = timedelta(days=366)

REGISTERED = _(
    "This company is registered already. Ask its owner in Kragozor, who is a "
    "colleague of yours, to invite you under “People and access”."
)
ROLES = [
    (Role.OWNER, _("Owner: also looks after the company’s facts, people and access")),
    (Role.EDITOR, _("Editor: declares, measures and shares")),
    (Role.READER, _("Reader: sees everything, changes nothing")),
]


class OrganisationForm(forms.ModelForm):
    """The facts that an owner may change."""

    pillar = forms.ChoiceField(
        label=_("Sector"),
        help_text=_("The workbooks and comparisons follow the sector."),
        choices=PILLARS,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Organisation
        fields = ("name", "kind", "pillar", "town")
        field_classes = {"name": LineField, "town": LineField}
        labels = {"name": _("Name as registered"), "kind": _("What it is"), "town": _("Seat")}
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "organization"}),
            "town": forms.TextInput(attrs={"autocomplete": "address-level2"}),
        }


class RegistrationForm(OrganisationForm):
    """A new organisation: its code cannot be changed later, so it is asked here only."""

    eik = forms.CharField(
        label=_("ЕИК"),
        help_text=_("9 digits, or 13 for a branch. Universities and associations: БУЛСТАТ."),
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    field_order = ("eik", "name", "kind", "pillar", "town")

    class Meta(OrganisationForm.Meta):
        fields = ("eik", *OrganisationForm.Meta.fields)

    def clean_eik(self) -> str:
        code = eik.compact(self.cleaned_data["eik"])
        if len(code) == 10 and code.isdigit():
            raise ValidationError(
                _("This has 10 digits, as the number of a person has. We never store those.")
            )
        if not eik.is_valid(code):
            raise ValidationError(
                _("This is no ЕИК: it has 9 or 13 digits, and the last one checks the others.")
            )
        if Organisation.objects.filter(eik=code).exists():
            raise ValidationError(REGISTERED)
        return code


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
    until = forms.DateField(
        label=_("Last day"),
        help_text=_("At most a year from today; you can end it any day."),
        initial=lambda: timezone.localdate() + USUAL_GRANT,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d.%m.%Y"],
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff"].queryset = staff()

    def clean_until(self) -> date:
        until, today = self.cleaned_data["until"], timezone.localdate()
        if not today <= until <= today + LONGEST_GRANT:
            raise ValidationError(_("Choose a day from today on, and at most a year ahead."))
        return until

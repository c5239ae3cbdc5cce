"""What a person is asked about themselves."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.forms import LineField
from kragozor.hub.people.languages import language_names
from kragozor.hub.people.models import Person

TELEPHONE = re.compile(r"\+?[\d\s()/.-]+")
FEWEST_DIGITS = 6


class ProfileForm(forms.ModelForm):
    """What a person may change about themselves; only the name and the language are needed."""

    languages_spoken = forms.MultipleChoiceField(
        label=_("Languages you speak"),
        help_text=_("So that a meeting or a partner abroad finds who can talk to them."),
        choices=language_names,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Person
        fields = ("full_name", "language", "position", "telephone", "languages_spoken")
        field_classes = {"full_name": LineField, "position": LineField, "telephone": LineField}
        widgets = {
            "full_name": forms.TextInput(attrs={"autocomplete": "name"}),
            "language": forms.RadioSelect,
            "position": forms.TextInput(attrs={"autocomplete": "organization-title"}),
            "telephone": forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        }

    def clean_telephone(self) -> str:
        telephone = self.cleaned_data["telephone"]
        digits = re.sub(r"\D", "", telephone)
        if telephone and not (TELEPHONE.fullmatch(telephone) and len(digits) >= FEWEST_DIGITS):
            raise ValidationError(
                _("This is not a telephone number. Write it like this: +359 2 811 7400.")
            )
        return telephone

"""What a person is asked about themselves."""

from django import forms

from kragozor.hub.common.forms import LineField
from kragozor.hub.people.models import Person


class ProfileForm(forms.ModelForm):
    """What a person may change about themselves."""

    class Meta:
        model = Person
        fields = ("full_name", "language")
        field_classes = {"full_name": LineField}
        widgets = {"language": forms.RadioSelect}

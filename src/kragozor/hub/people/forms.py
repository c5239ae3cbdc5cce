"""What a person is asked."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from kragozor.hub.people.models import Person


class SignupFields(forms.Form):
    """What signing up asks beside the address and the password."""

    full_name = forms.CharField(
        label=_("Name and surname"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ("full_name", "email", "password1")

    def signup(self, request: HttpRequest, person: Person) -> None:
        person.full_name = self.cleaned_data["full_name"]
        person.language = request.LANGUAGE_CODE
        person.save(update_fields=["full_name", "language"])


class ProfileForm(forms.ModelForm):
    """What a person may change about themselves."""

    class Meta:
        model = Person
        fields = ("full_name", "language")
        widgets = {"language": forms.RadioSelect}

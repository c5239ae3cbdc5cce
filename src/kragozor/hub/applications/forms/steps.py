"""The steps of an application: what is right is kept at once, what is missing may come later."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.files.limits import MEGABYTE
from kragozor.hub.applications import rules
from kragozor.hub.applications.models import Application
from kragozor.hub.common.forms import LineField
from kragozor.hub.common.uploads import SentFileForm
from kragozor.hub.members.enums import PILLARS, Direction, Role, Topic
from kragozor.hub.members.facts.form import FactsForm, initial_of
from kragozor.hub.people.enums import WORDS, Purpose

LARGEST_DECLARATION = 5 * MEGABYTE
ROLES = [
    (Role.OWNER, _("Owner: also looks after the organisation’s facts, people and access")),
    (Role.EDITOR, _("Editor: declares, measures and shares")),
    (Role.READER, _("Reader: sees everything, changes nothing")),
]


class FactsStep(FactsForm):
    """Some of the facts about the organisation; a subclass takes away those it does not ask."""

    # The browser must let an unfinished step through, since it is kept all the same.
    use_required_attribute = False

    def __init__(self, *args: object, application: Application, **kwargs: object) -> None:
        initial = initial_of(application) | {"eik": application.eik}
        super().__init__(*args, initial=initial, **kwargs)
        kind = self.data.get("kind", application.kind) if self.is_bound else application.kind
        required = rules.required_facts(kind)
        for name, field in self.fields.items():
            field.required = name == "kind" or name in required

    @property
    def is_kept(self) -> bool:
        """Whether nothing that was written is wrong; something may be missing."""
        return all(map(self._is_missing, self.errors))

    def kept(self) -> dict[str, object]:
        """Return what is right, and what was emptied."""
        right = {
            name: self.cleaned_data.get(name) or ""
            for name in self.fields
            if name in self.cleaned_data or self._is_missing(name)
        }
        if "activity_version" in right and not right.get("activity_code"):
            # A code that was not understood leaves both as they were.
            del right["activity_version"]
            right |= {"activity_version": ""} if "activity_code" in right else {}
        return right

    def _is_missing(self, name: str) -> bool:
        return all(error.code == "required" for error in self.errors.as_data().get(name, [None]))


class OrganisationStep(FactsStep):
    """Who applies."""

    activity_code = activity_version = website = town = district = address = None


class PlaceStep(FactsStep):
    """What the organisation does, and where."""

    kind = eik = name = name_latin = legal_form = size_class = None


class NeededInTheEnd(forms.MultipleChoiceField):
    """Choices of which one is needed to send an application, while a draft is kept without."""

    def validate(self, value: list[str]) -> None:
        if value:
            super().validate(value)


class PillarsStep(forms.Form):
    """Which pillars the organisation wants to belong to."""

    pillars = NeededInTheEnd(
        label=_("Pillars"),
        help_text=_("Choose one or more; they can be changed later."),
        choices=PILLARS,
        widget=forms.CheckboxSelectMultiple,
    )


class RepresentativeForm(forms.Form):
    """Somebody who is to act for the organisation."""

    name = LineField(
        label=_("Full name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The invitation goes to it once the organisation is a member."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    phone = LineField(
        label=_("Telephone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel"}),
    )
    position = LineField(label=_("Position"), max_length=120, required=False)
    role = forms.ChoiceField(
        label=_("Role"), choices=ROLES, widget=forms.RadioSelect, initial=Role.OWNER
    )


class OfferForm(forms.Form):
    """One thing that is offered or sought."""

    direction = forms.ChoiceField(
        label=_("Do you have it, or look for it?"), choices=Direction, widget=forms.RadioSelect
    )
    topic = forms.ChoiceField(label=_("Topic"), choices=Topic)
    text = LineField(
        label=_("In a sentence"),
        help_text=_("For example: 2 tonnes of cotton cuttings a month, white, sorted."),
        max_length=300,
    )


class ConsentsStep(forms.Form):
    """Each purpose by itself; none of them is needed for membership."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for purpose in Purpose:
            self.fields[purpose.value] = forms.BooleanField(label=WORDS[purpose], required=False)

    @property
    def purposes(self) -> list[str]:
        """The purposes that were agreed to."""
        return [purpose for purpose in Purpose.values if self.cleaned_data.get(purpose)]


class DeclarationForm(SentFileForm):
    """The declaration as it comes back."""

    largest = LARGEST_DECLARATION

    file = forms.FileField(
        label=_("Signed declaration (PDF)"),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,application/pdf"}),
        allow_empty_file=True,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _("At most %(limit)s MB.") % self.limit

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file.size > self.largest:
            raise ValidationError(self.too_large)
        return file


class SendForm(forms.Form):
    """The last word of the applicant."""

    confirmed = forms.BooleanField(
        label=_(
            "I may apply in the name of the organisation, what I have written is true, and the "
            "organisation shares the aims of the Council."
        ),
        error_messages={"required": _("Without this declaration we cannot take the application.")},
    )


class AnswerForm(forms.Form):
    """What the applicant answers."""

    text = forms.CharField(
        label=pgettext_lazy("to a question", "Your answer"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

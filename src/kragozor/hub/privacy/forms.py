"""What is asked of whoever looks for a letter, or enters a request for somebody else."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.forms import LineField, NarrowingForm
from kragozor.hub.common.mentions import is_name, is_telephone


class LetterSearchForm(NarrowingForm):
    """What is looked for among the letters; without anything the newest are shown."""

    text = LineField(label=_("Address or subject"), max_length=200, required=False)
    failed = forms.BooleanField(label=_("Only those that failed"), required=False)


class ErasureForm(forms.Form):
    """The request of somebody who has no account, or cannot use it."""

    address = forms.EmailField(
        label=_("E-mail address"),
        help_text=_(
            "Of an account, an application, a contact: all that hangs on it will be found."
        ),
    )
    full_name = LineField(
        label=_("Name and surname"),
        max_length=150,
        required=False,
        help_text=_(
            "Where they stand in notes or on a card without this address. A name alone may also "
            "mean somebody else: look at what it will reach before the day comes."
        ),
    )
    telephone = LineField(label=_("Telephone"), max_length=40, required=False)
    note = LineField(
        label=_("How the request came"),
        max_length=300,
        help_text=_("For example: by letter on 3 March. Make sure that it comes from this person."),
    )
    language = forms.ChoiceField(
        label=_("Language of our letters"),
        choices=settings.LANGUAGES,
        initial=settings.LANGUAGE_CODE,
        widget=forms.RadioSelect,
        help_text=_("Where there is an account, its own language is used."),
    )

    def clean_full_name(self) -> str:
        name = self.cleaned_data["full_name"]
        if name and not is_name(name):
            raise ValidationError(_("Write name and surname: a single word would find too many."))
        return name

    def clean_telephone(self) -> str:
        telephone = self.cleaned_data["telephone"]
        if telephone and not is_telephone(telephone):
            raise ValidationError(_("Write the whole number: so few digits would find too much."))
        return telephone


class ConfirmForm(forms.Form):
    """The question before what cannot be undone."""

    sure = forms.BooleanField(
        label=_("I understand that this cannot be undone."),
        error_messages={"required": _("Tick this if you are sure, or go back.")},
    )

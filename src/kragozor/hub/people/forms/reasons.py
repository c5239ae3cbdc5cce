"""What is asked before an office is given or ended, or a second factor taken off: the reason."""

from django import forms
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.forms import LineField, NarrowingForm
from kragozor.hub.people.enums import MEANINGS, Office
from kragozor.hub.people.models import Person


class ReasonForm(forms.Form):
    """Why something is done: it stays beside what was done."""

    reason = LineField(
        label=pgettext_lazy("of an office", "Reason"),
        help_text=_("It is kept with the change. For example a decision and its date."),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class ResetForm(ReasonForm):
    """Why a second factor is taken off, and how one made sure of who asks."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _(
            "Say what was lost, and how you made sure who is asking. It is kept in the log."
        )


class AppointmentForm(ReasonForm):
    """Which office a person is given: one that they do not hold."""

    office = forms.ChoiceField(label=_("Office"), widget=forms.RadioSelect)
    field_order = ("office", "reason")

    def __init__(self, *args: object, person: Person, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].choices = [
            (
                office,
                format_html(
                    "<span><strong>{}</strong>: {}</span>", capfirst(office.label), meaning
                ),
            )
            for office, meaning in MEANINGS.items()
            if office not in person.offices
        ]


class SearchForm(NarrowingForm):
    """Whom to find among the people."""

    q = forms.CharField(
        label=_("Name or e-mail address"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    office = forms.ChoiceField(
        label=_("Office"), required=False, choices=[("", _("Everybody")), *Office.choices]
    )

"""What staff look for, ask and decide."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.applications.enums import CLOSED, OPEN
from kragozor.hub.common.forms import AmountField, DayField, LineField, NarrowingForm
from kragozor.hub.members.enums import PILLARS, Payment
from kragozor.hub.members.services import TermFacts

A_YEAR = timedelta(days=364)
STATES = [
    ("", _("All that wait for us")),
    *((state.value, state.label) for state in (*OPEN, *CLOSED)),
    ("all", _("All that were sent")),
]


class SearchForm(NarrowingForm):
    """What the list is narrowed to."""

    q = LineField(label=_("Name, ЕИК, town"), max_length=100, required=False)
    state = forms.ChoiceField(
        label=pgettext_lazy("application", "State"), choices=STATES, required=False
    )
    pillar = forms.ChoiceField(
        label=_("Pillar"), choices=[("", _("All pillars")), *PILLARS], required=False
    )


class QuestionForm(forms.Form):
    """What is asked; it goes out as it is written."""

    text = forms.CharField(
        label=_("Question to the applicant"),
        help_text=_("It is mailed as you write it, with a link to answer by."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class DeclineForm(forms.Form):
    """Why an application is declined."""

    reason = forms.CharField(
        label=pgettext_lazy("of a decision", "Reason"),
        help_text=_("The applicant reads it in the letter and on the page."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class ApproveForm(forms.Form):
    """What membership begins with."""

    pillars = forms.MultipleChoiceField(
        label=_("Pillars"), choices=PILLARS, widget=forms.CheckboxSelectMultiple
    )
    starts = DayField(label=_("First day of the term"), initial=timezone.localdate)
    ends = DayField(label=_("Last day of the term"), initial=lambda: timezone.localdate() + A_YEAR)
    payment = forms.ChoiceField(
        label=_("Fee or waiver"), choices=Payment, widget=forms.RadioSelect, initial=Payment.FEE
    )
    fee = AmountField(
        label=_("Fee for the term, in euro"),
        error_messages={"required": _("Say how much the fee is; 0 is no waiver.")},
    )
    waiver_reason = LineField(
        label=_("Reason for the waiver"),
        max_length=200,
        error_messages={"required": _("Say why no fee is due.")},
    )
    reason = forms.CharField(
        label=_("Reason for the decision"),
        help_text=_("Kept with the decision; the applicant reads it on the page."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound:
            is_fee = self.data.get("payment") == Payment.FEE
            self.fields["fee"].required = is_fee
            self.fields["waiver_reason"].required = not is_fee

    def clean_ends(self) -> date:
        starts, ends = self.cleaned_data.get("starts"), self.cleaned_data["ends"]
        if starts and ends < starts:
            raise ValidationError(_("The last day is before the first one."))
        return ends

    @property
    def term(self) -> TermFacts:
        """The term as `organisation_admit` takes it."""
        told = self.cleaned_data
        days = {"starts": told["starts"], "ends": told["ends"]}
        if told["payment"] == Payment.FEE:
            return TermFacts(**days, fee=told["fee"])
        return TermFacts(**days, waiver_reason=told["waiver_reason"])

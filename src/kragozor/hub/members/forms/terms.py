"""What the staff writes about membership: terms, their early end, pillars."""

from __future__ import annotations

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.forms import AmountField, DayField, LineField
from kragozor.hub.members.enums import PILLARS, Payment
from kragozor.hub.members.models import Term
from kragozor.hub.members.services import TermFacts


class TermForm(forms.Form):
    """A term of membership: its days, and a fee or the reason why there is none."""

    starts = DayField(label=_("First day"))
    ends = DayField(label=_("Last day"))
    payment = forms.ChoiceField(
        label=_("Fee or waiver"), choices=Payment, widget=forms.RadioSelect, initial=Payment.FEE
    )
    fee = AmountField(label=_("Fee, €"), required=False)
    waiver_reason = LineField(
        label=_("Reason for the waiver"),
        help_text=_("For example: founding member, decision of the board."),
        max_length=200,
        required=False,
    )

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("The last day is before the first."))
        is_fee = cleaned.get("payment") == Payment.FEE
        if is_fee and cleaned.get("fee") is None and "fee" not in self.errors:
            self.add_error("fee", _("Write the fee, or choose a waiver and say why."))
        if not is_fee and not cleaned.get("waiver_reason"):
            self.add_error("waiver_reason", _("Say why there is no fee."))
        return cleaned

    @property
    def term(self) -> TermFacts:
        """What was written; the answer to the other choice is not kept."""
        cleaned = self.cleaned_data
        is_fee = cleaned["payment"] == Payment.FEE
        return TermFacts(
            starts=cleaned["starts"],
            ends=cleaned["ends"],
            fee=cleaned["fee"] if is_fee else None,
            waiver_reason="" if is_fee else cleaned["waiver_reason"],
        )


class TermEndForm(forms.Form):
    """On which earlier day a term ends, and why."""

    on = DayField(label=_("Last day in fact"))
    reason = LineField(label=_("Reason"), max_length=200)

    def __init__(self, *args: object, term: Term, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.term = term

    def clean_on(self) -> date:
        on = self.cleaned_data["on"]
        if not self.term.starts <= on <= self.term.ends:
            raise ValidationError(_("Choose one of the days of the term."))
        return on


class PillarsForm(forms.Form):
    """The pillars a member belongs to."""

    pillars = forms.MultipleChoiceField(
        label=_("Pillars"),
        help_text=_("A pillar that is taken away ends today; one that is added begins today."),
        choices=PILLARS,
        widget=forms.CheckboxSelectMultiple,
    )

"""How the Council narrows its list of members, and which day its figures are of."""

from __future__ import annotations

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.members.enums import PILLARS, MemberState, OrganisationKind
from kragozor.hub.members.facts.form import districts
from kragozor.hub.members.forms.terms import day_field

EARLIEST_YEAR = 1990
ANY = ("", _("All"))
ORDERS = [("name", _("by name")), ("until", _("by last day")), ("newest", _("the newest first"))]


class MembersForm(forms.Form):
    """What is looked for among the members."""

    text = forms.CharField(label=_("Name, place, activity or ЕИК"), max_length=200, required=False)
    state = forms.ChoiceField(
        label=_("Membership"), choices=lambda: [ANY, *MemberState.choices], required=False
    )
    pillar = forms.ChoiceField(label=_("Pillar"), choices=lambda: [ANY, *PILLARS], required=False)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=lambda: [ANY, *OrganisationKind.choices], required=False
    )
    district = forms.ChoiceField(
        label=_("District"), choices=lambda: [ANY, *districts()[1:]], required=False
    )
    sort = forms.ChoiceField(
        label=pgettext_lazy("of a list", "Order"), choices=ORDERS, required=False
    )

    @property
    def wanted(self) -> dict[str, str]:
        """What was chosen; what is no choice narrows nothing."""
        return self.cleaned_data if self.is_valid() else {}


class DayForm(forms.Form):
    """As of which day figures are told."""

    on = day_field(_("As of"))

    def clean_on(self) -> date:
        """Refuse days before which there can have been no hub, nor a Council."""
        on = self.cleaned_data["on"]
        if on.year < EARLIEST_YEAR:
            raise ValidationError(
                _("Choose a day from %(year)s on."), params={"year": EARLIEST_YEAR}
            )
        return on

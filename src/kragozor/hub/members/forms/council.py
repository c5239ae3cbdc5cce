"""How the Council narrows its list of members, and which day its figures are of."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.forms import DayField, NarrowingForm
from kragozor.hub.members.enums import PILLARS, MemberState, OrganisationKind
from kragozor.hub.members.facts.form import districts

ANY = ("", _("All"))
ORDERS = [("name", _("by name")), ("until", _("by last day")), ("newest", _("the newest first"))]


class MembersForm(NarrowingForm):
    """What is looked for among the members, as `queries.organisations_listed` takes it."""

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
    def is_search(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.asked.keys() - {"sort"})


class DayForm(forms.Form):
    """As of which day figures are told."""

    on = DayField(label=_("As of"))

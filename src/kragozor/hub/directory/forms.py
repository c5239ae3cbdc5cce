"""The search of the directory, and what the staff says of a pillar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.db.models import Q, QuerySet
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.forms import NarrowingForm
from kragozor.hub.common.languages import language
from kragozor.hub.members.enums import PILLARS, OrganisationKind, Topic
from kragozor.hub.people import queries as people
from kragozor.instruments.reference import activities, territory
from kragozor.words import say

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person

Choices = list[tuple[str, object]]
Attributes = Mapping[str, object] | None


class LongSelect(forms.Select):
    """A select of many options, which does without a template for each of them."""

    def render(
        self, name: str, value: object, attrs: Attributes = None, renderer: object = None
    ) -> SafeString:
        context = self.get_context(name, value, attrs)["widget"]
        groups = (self._group(label, options) for label, options, _n in context["optgroups"])
        written = format_html_join("", "{}", ((one,) for one in groups))
        about = {"name": name, **context["attrs"]}
        return format_html("<select{}>{}</select>", flatatt(about), written)

    def _group(self, label: str | None, options: list[dict[str, Any]]) -> SafeString:
        facts = (({"value": one["value"], **one["attrs"]}, one["label"]) for one in options)
        written = format_html_join(
            "", "<option{}>{}</option>", ((flatatt(about), text) for about, text in facts)
        )
        if not label:
            return written
        return format_html('<optgroup label="{}">{}</optgroup>', label, written)


class SearchForm(NarrowingForm):
    """What a visitor looks for; each wish is by itself, and none is required."""

    q = forms.CharField(label=_("Words"), max_length=200, required=False)
    pillar = forms.ChoiceField(required=False, choices=PILLARS, widget=forms.HiddenInput)
    place = forms.ChoiceField(label=_("Place"), required=False, widget=LongSelect)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    activity = forms.ChoiceField(label=_("Activity"), required=False, widget=LongSelect)
    offers = forms.ChoiceField(label=pgettext_lazy("filter", "Offers"), required=False)
    seeks = forms.ChoiceField(label=pgettext_lazy("filter", "Seeks"), required=False)

    use_required_attribute = False

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].widget = forms.TextInput(attrs={"type": "search"})
        anything = [("", pgettext_lazy("filter", "any"))]
        self.fields["place"].choices = [*anything, *places()]
        self.fields["kind"].choices = [*anything, *OrganisationKind.choices]
        self.fields["activity"].choices = [*anything, *activity_choices()]
        for name in ("offers", "seeks"):
            self.fields[name].choices = [*anything, *Topic.choices]

    @property
    def filters(self) -> list[forms.BoundField]:
        """The fields that narrow down, beside the words and the pillar."""
        return [field for field in self.visible_fields() if field.name != "q"]


class LeadField(forms.ModelChoiceField):
    """A person by name and address, since two may have one name."""

    def label_from_instance(self, person: Person) -> str:
        return f"{person.full_name} ({person.email})"


class PillarForm(forms.Form):
    """What a pillar is for, who leads it, and how many members it aims at."""

    purpose_bg = forms.CharField(
        label=_("Purpose, in Bulgarian"), widget=forms.Textarea, max_length=2000
    )
    purpose_en = forms.CharField(
        label=_("Purpose, in English"), widget=forms.Textarea, max_length=2000
    )
    lead = LeadField(
        label=_("Lead"),
        queryset=None,
        required=False,
        empty_label=_("nobody yet"),
        help_text=_(
            "Somebody of the Council, an expert, or whoever acts for a company. The name is "
            "published only while this person consents to be a public contact; each gives and "
            "withdraws that under “My account”."
        ),
    )
    target = forms.IntegerField(
        label=_("Target, in members"),
        min_value=1,
        max_value=1000,
        help_text=_("The programme says at least 20 in each pillar."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = possible_leads(self.initial.get("lead"))


def possible_leads(lead: UUID | None) -> QuerySet[Person]:
    """Return who may lead a pillar; who leads it now stays among them."""
    everybody = people.people_found().filter(is_active=True)
    # One row of a representation answers both questions: that there is one, and that it stands.
    acting = everybody.filter(representations__id__isnull=False, representations__until=None)
    wanted = Q(pk=lead)
    for group in (people.council(), people.experts(), acting):
        wanted |= Q(pk__in=group.order_by().values("pk"))
    return everybody.filter(wanted)


def places() -> Choices:
    """Regions with their districts, named in the language of the page."""
    return [
        (_say(region.name), [(region.code, _region(region)), *_districts(region.code)])
        for region in territory.regions()
    ]


def activity_choices() -> Choices:
    """Sections, each with its divisions, by the newest edition."""
    return [
        (one.code, f"{one.code} – {_say(one.title)}")
        for one in activities.activities(activities.Version.KID_2025)
        if one.level in {activities.Level.SECTION, activities.Level.DIVISION}
    ]


def _region(region: territory.Region) -> str:
    return _("%(name)s Region") % {"name": _say(region.name)}


def _districts(region: str) -> Iterator[tuple[str, str]]:
    for district in territory.districts(region):
        yield district.code, _say(district.name)


def _say(message: object) -> str:
    return say(message, language())

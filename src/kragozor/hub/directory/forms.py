"""The search of the directory, and what the staff says of a pillar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from kragozor.hub.members.enums import PILLARS, OrganisationKind, Topic
from kragozor.hub.people import queries as people
from kragozor.instruments.reference import activities, territory
from kragozor.words import say

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


class SearchForm(forms.Form):
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


class PillarForm(forms.Form):
    """What a pillar is for, who leads it, and how many members it aims at."""

    purpose_bg = forms.CharField(
        label=_("Purpose, in Bulgarian"), widget=forms.Textarea, max_length=2000
    )
    purpose_en = forms.CharField(
        label=_("Purpose, in English"), widget=forms.Textarea, max_length=2000
    )
    lead = forms.ModelChoiceField(
        label=_("Lead"),
        queryset=None,
        required=False,
        empty_label=_("nobody yet"),
        help_text=_(
            "An expert or somebody of the Council. The name is published only while this person "
            "consents to be a public contact; each gives and withdraws that under “My account”."
        ),
    )
    target = forms.IntegerField(
        label=_("Target"),
        min_value=1,
        max_value=1000,
        help_text=_("How many members the pillar aims at. The programme says at least 20."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = (people.council() | people.experts()).distinct()


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
    return say(message, get_language() or "bg")

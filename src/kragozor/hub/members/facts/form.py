"""The fields by which anybody is asked about an organisation: applicants, owners, staff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.forms import LineField
from kragozor.hub.members.enums import LegalForm, OrganisationKind, SizeClass
from kragozor.hub.members.facts import checks
from kragozor.hub.members.facts.model import FACTS, VERSIONS, OrganisationFacts
from kragozor.hub.members.facts.widgets import CodeInput, ListedInput, activity_classes, towns
from kragozor.instruments.reference import activities, territory

UNKNOWN = ("", _("Not said"))
NEWEST = activities.Version.KID_2025


def districts() -> list[tuple[str, str]]:
    """Return the districts by their names in the language of the page."""
    named = [(code.code, checks.district_name(code.code)) for code in territory.districts()]
    return [UNKNOWN, *sorted(named, key=lambda one: one[1])]


class FactsForm(forms.Form):
    """The facts about an organisation; forms that ask for more or less inherit it.

    A field that is not asked is taken away by ``eik = None`` in the class. ``needs_eik`` says
    whether a code is demanded of all but persons. `facts` returns what was written, as
    `organisation_admit` takes it.
    """

    needs_eik = True
    template_name = "members/forms/facts.html"
    # Fields of a subclass that are in no group stand in a last one without a legend.
    GROUPS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
        (_("Who it is"), ("kind", "eik", "name", "name_latin", "legal_form", "size_class")),
        (_("What it does"), ("pillar", "pillars", "activity_code", "activity_version", "website")),
        (_("Where it is"), ("town", "district", "address")),
    )

    kind = forms.ChoiceField(
        label=_("What it is"), choices=OrganisationKind, initial=OrganisationKind.COMPANY
    )
    eik = forms.CharField(
        label=_("ЕИК"),
        help_text=_(
            "9 digits, or 13 for a branch. Universities and associations: БУЛСТАТ. "
            "A person leaves it empty; we never ask for ЕГН."
        ),
        max_length=30,
        widget=CodeInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    name = LineField(
        label=_("Name as registered"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    name_latin = LineField(
        label=_("Name in Latin letters"),
        help_text=_("As you write it yourself. Where it is empty, English pages transliterate."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    legal_form = forms.ChoiceField(
        label=_("Legal form"), choices=lambda: [UNKNOWN, *LegalForm.choices], required=False
    )
    size_class = forms.ChoiceField(
        label=_("Size"), choices=lambda: [UNKNOWN, *SizeClass.choices], required=False
    )
    activity_code = LineField(
        label=_("Main activity"),
        help_text=_("Its code or its title, for example 13.10. Begin to write and choose."),
        max_length=200,
        required=False,
        widget=ListedInput(activity_classes),
    )
    activity_version = forms.ChoiceField(
        label=_("Edition of the classification"),
        help_text=_("The same code may mean another activity in the other edition."),
        choices=VERSIONS,
        required=False,
        initial=NEWEST.value,
        widget=forms.RadioSelect,
    )
    website = forms.URLField(
        label=_("Website"),
        max_length=200,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "url"}),
    )
    town = LineField(
        label=_("Seat"),
        help_text=_("Town or village."),
        max_length=100,
        required=False,
        widget=ListedInput(towns),
    )
    district = forms.ChoiceField(
        label=_("District"),
        help_text=_("Of a town we know, we find it ourselves."),
        choices=districts,
        required=False,
    )
    address = LineField(
        label=_("Address"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "eik" in self.fields:
            self.fields["eik"].required = self.needs_eik and not self._is_person()

    @property
    def facts(self) -> dict[str, object]:
        """What was written of the facts, and the code where it was asked for."""
        wanted = {*FACTS, "eik"}
        return {name: value for name, value in self.cleaned_data.items() if name in wanted}

    def groups(self) -> Iterator[tuple[str | Promise, list[BoundField]]]:
        """Yield each group with the fields that this form has of it."""
        grouped = {name for _legend, names in self.GROUPS for name in names}
        for legend, names in self.GROUPS:
            yield from self._group(legend, names)
        yield from self._group("", [name for name in self.fields if name not in grouped])

    def clean_eik(self) -> str | None:
        """Read a code; a person has none."""
        text = self.cleaned_data["eik"].strip()
        if text and self._is_person():
            raise ValidationError(_("A person has no ЕИК. Leave this empty."))
        return checks.read_eik(text) if text else None

    def clean(self) -> dict[str, object]:
        """Read what depends on more than one field."""
        cleaned = super().clean() or self.cleaned_data
        if "activity_code" in cleaned and "activity_version" in cleaned:
            self._clean_activity(cleaned)
        if cleaned.get("town"):
            cleaned["town"] = checks.read_town(cleaned["town"])
        if cleaned.get("town") and not cleaned.get("district") and "district" in self.fields:
            found = territory.district_of_town(cleaned["town"])
            cleaned["district"] = found.code if found else ""
            if found and self.has_error("district", "required"):
                del self.errors["district"]
        return cleaned

    def _clean_activity(self, cleaned: dict[str, object]) -> None:
        """An edition is kept only with an activity; a title is read as its code."""
        text = cleaned["activity_code"]
        version = activities.Version(cleaned["activity_version"] or NEWEST)
        named = activities.activity_named(version, text) if text else None
        try:
            code = named.code if named else checks.read_activity(text, version) if text else ""
        except ValidationError as error:
            self.add_error("activity_code", error)
        else:
            cleaned |= {"activity_code": code, "activity_version": version.value if code else ""}

    def _is_person(self) -> bool:
        return "kind" in self.fields and self["kind"].value() == OrganisationKind.PERSON

    def _group(
        self, legend: str | Promise, names: Iterable[str]
    ) -> Iterator[tuple[str | Promise, list[BoundField]]]:
        found = [self[name] for name in names if name in self.fields]
        if found:
            yield legend, found


def initial_of(record: OrganisationFacts) -> dict[str, object]:
    """Return what a form begins with where the facts are on record already."""
    held = {name: getattr(record, name) for name in FACTS}
    return held | {"activity_version": record.activity_version or NEWEST.value}

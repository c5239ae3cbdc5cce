"""What a value of the table is, why it changes, and which file is brought in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kragozor.files.cff_spreadsheet import material_key
from kragozor.hub.common.forms import LineField, NarrowingForm, NumberField
from kragozor.hub.common.languages import language
from kragozor.hub.common.uploads import SentFileForm
from kragozor.hub.reference.enums import STATUSES, Kind
from kragozor.hub.reference.queries import parameters_in_force
from kragozor.hub.reference.wording import parameter_choices
from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.parameters import ANY_MATERIAL, Name, Parameter, Status
from kragozor.words import say


class FilterForm(NarrowingForm):
    """What the table is narrowed to."""

    text = LineField(label=gettext_lazy("Material"), max_length=100, required=False)
    parameter = forms.ChoiceField(
        label=gettext_lazy("Parameter"),
        choices=lambda: [("", _("All parameters")), *parameter_choices()],
        required=False,
    )
    status = forms.ChoiceField(
        label=gettext_lazy("Status"),
        choices=[("", gettext_lazy("Every status")), *STATUSES],
        required=False,
    )
    geography = LineField(
        label=pgettext_lazy("of a parameter", "Place"),
        max_length=10,
        required=False,
        widget=forms.TextInput(attrs={"size": 10}),
    )


class ReasonForm(forms.Form):
    """Why a value changes, and what the person knew as its latest change."""

    reason = LineField(label=gettext_lazy("Why it changes"), max_length=300)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)

    is_outdated = False

    def seen_now(self, latest: int) -> None:
        """Keep what was typed for another try, by somebody who knows the latest change now."""
        data = self.data.copy()
        data[self.add_prefix("seen")] = str(latest)
        self.data = data


class ValueForm(ReasonForm):
    """Another value of a material, a parameter and a place that are known."""

    value = NumberField(label=gettext_lazy("Value"))
    status = forms.ChoiceField(label=gettext_lazy("Status"), choices=STATUSES)
    source = LineField(
        label=gettext_lazy("Source"),
        help_text=gettext_lazy(
            "Document, version, table or page. What has none stays unverified, and every result "
            "that uses it says so."
        ),
        max_length=400,
        required=False,
        widget=forms.Textarea,
    )

    field_order = ("value", "status", "source", "reason", "seen")

    def __init__(self, *args: Any, of: dict[str, str] | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.of = of
        self.parameter: Parameter | None = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._check_source(cleaned)
        if not self.errors:
            self._make(cleaned)
        return cleaned

    def named(self, cleaned: dict[str, Any]) -> dict[str, str]:
        """Return what the value is of."""
        return self.of or {}

    def _check_source(self, cleaned: dict[str, Any]) -> None:
        source, status = cleaned.get("source"), cleaned.get("status")
        if not source and status in {Status.SOURCED, Status.PROXY}:
            self.add_error("source", _("Say where the value comes from, or leave it unverified."))
        if source and status == Status.UNVERIFIED:
            text = _("A value with a source is sourced, or a proxy where the source is of another.")
            self.add_error("status", text)

    def _make(self, cleaned: dict[str, Any]) -> None:
        named = self.named(cleaned)
        facts = {name: named[name] for name in ("material", "name_bg", "name_en", "geography")}
        try:
            self.parameter = Parameter(
                **facts,
                parameter=Name(named["parameter"]),
                value=cleaned["value"],
                source=cleaned["source"],
                status=Status(cleaned["status"]),
            )
        except OutOfRange as error:
            bound = say(error.messages[0].values["bound"], language())
            text = _("Here such a value cannot be: expected is %(bound)s.")
            self.add_error("value", text % {"bound": bound})


class NewForm(ValueForm):
    """A value of which there was none."""

    name_bg = LineField(label=gettext_lazy("Material, in Bulgarian"), max_length=100)
    name_en = LineField(label=gettext_lazy("Material, in English"), max_length=100)
    parameter_name = forms.ChoiceField(label=gettext_lazy("Parameter"), choices=parameter_choices)
    geography = LineField(
        label=pgettext_lazy("of a parameter", "Place"),
        help_text=gettext_lazy("A country by its two letters, EU, or nothing for everywhere."),
        max_length=2,
        required=False,
        validators=[RegexValidator("^[A-Za-z]{2}$", gettext_lazy("Two Latin letters, like BG."))],
    )

    field_order = ("name_bg", "name_en", "parameter_name", "geography", *ValueForm.field_order)

    def named(self, cleaned: dict[str, Any]) -> dict[str, str]:
        known = parameters_in_force()
        bulgarian, english = cleaned["name_bg"], cleaned["name_en"]
        material = known.material(bulgarian) or known.material(english) or material_key(english)
        return {
            "material": material or ANY_MATERIAL,
            "name_bg": bulgarian,
            "name_en": english,
            "parameter": cleaned["parameter_name"],
            "geography": cleaned["geography"].upper(),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.parameter and self.parameter.key in {row.key for row in parameters_in_force()}:
            self.refuse_known()
        return cleaned

    def refuse_known(self) -> None:
        """Say that there is such a value already, one that was withdrawn too."""
        text = _("There is such a value already. Change it on its own page.")
        self.add_error("parameter_name", text)


class FileForm(SentFileForm):
    """An official file, and what it is."""

    origin = LineField(label=gettext_lazy("What the file is, with its version"), max_length=200)
    file = forms.FileField(
        label=gettext_lazy("Excel workbook (.xlsx) or CSV"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.txt,.tsv"}),
        allow_empty_file=True,
    )

    EXAMPLES = {
        Kind.PARAMETERS: gettext_lazy("For example “PEF Annex C 2.1, May 2020”."),
        Kind.TITLES: gettext_lazy("For example “Ordinance No 2 of 2014, Annex 1”."),
    }

    def __init__(self, *args: object, kind: Kind, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["origin"].help_text = self.EXAMPLES[kind]
        hint = _("At most %(limit)s MB. Nothing changes until you say so.")
        self.fields["file"].help_text = hint % self.limit

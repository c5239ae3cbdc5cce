"""What is taken out, in which form, and why."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kragozor.hub.common.forms import LineField
from kragozor.hub.records.enums import FileForm


class ExportForm(forms.Form):
    """An export; people come along only for a reason."""

    form = forms.ChoiceField(
        label=gettext_lazy("Form of the file"),
        choices=FileForm,
        initial=FileForm.XLSX,
        widget=forms.RadioSelect,
    )
    with_people = forms.BooleanField(
        label=gettext_lazy("With people: representatives and contacts"),
        help_text=gettext_lazy("Names, e-mail addresses, telephones. Take them only if needed."),
        required=False,
    )
    reason = LineField(
        label=gettext_lazy("Why people are needed"),
        help_text=gettext_lazy("It is kept in the log, with your name."),
        required=False,
        max_length=200,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("with_people") and not cleaned.get("reason"):
            self.add_error("reason", _("Say why people are taken out."))
        return cleaned

"""The file of an import, what its columns are, what holds for all of its rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kragozor.hub.common.forms import DayField, LineField
from kragozor.hub.common.uploads import SentFileForm
from kragozor.hub.members.enums import PILLARS
from kragozor.hub.records.columns import columns_of, required_of
from kragozor.hub.records.enums import Target
from kragozor.hub.records.models import Import
from kragozor.hub.records.rows.values import amount
from kragozor.words.numbers import DASH

PREFIX, LEFT_OUT = "column_", "-"
SHOWN_LENGTH = 40


class FileForm(SentFileForm):
    """A workbook or a text table."""

    file = forms.FileField(
        label=gettext_lazy("Excel workbook (.xlsx) or CSV"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.txt,.tsv"}),
        allow_empty_file=True,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        hint = _("At most %(limit)s MB. Nothing changes until you say so.")
        self.fields["file"].help_text = hint % self.limit


class ColumnsForm(forms.Form):
    """What each column of a file is, and what holds where a row says nothing."""

    term_starts = DayField(label=gettext_lazy("First day of the term"), required=False)
    term_ends = DayField(label=gettext_lazy("Last day of the term"), required=False)
    fee = LineField(
        label=gettext_lazy("Fee in euro"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    waiver_reason = LineField(
        label=gettext_lazy("Or the reason why there is no fee"), required=False, max_length=200
    )
    pillars = forms.MultipleChoiceField(
        label=gettext_lazy("Sectors"),
        choices=PILLARS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    DEFAULTS = ("term_starts", "term_ends", "fee", "waiver_reason", "pillars")

    def __init__(self, *args: object, batch: Import, **kwargs: object) -> None:
        initial = {**batch.defaults}
        super().__init__(*args, initial=initial, **kwargs)
        self.target = batch.target
        if self.target == Target.PROSPECTS:
            for name in self.DEFAULTS:
                del self.fields[name]
        for index, heading in enumerate(batch.headings):
            self.fields[f"{PREFIX}{index}"] = self._field(batch, index, heading)

    def _field(self, batch: Import, index: int, heading: str) -> forms.ChoiceField:
        kinds = [(column.key, column.label) for column in columns_of(self.target)]
        found = [cells[index] for cells in batch.sample if index < len(cells) and cells[index]]
        cells = dict.fromkeys(found)  # Each once, in the order of the file.
        shown = [cell if len(cell) <= SHOWN_LENGTH else f"{cell[:SHOWN_LENGTH]}…" for cell in cells]
        return forms.ChoiceField(
            label=heading or _("Column %(number)s") % {"number": index + 1},
            # What stands in a file is shown as it is, never as markup.
            help_text=escape(" · ".join(shown) or DASH),
            choices=[(LEFT_OUT, pgettext_lazy("a column", "Leave out")), *kinds],
            initial=batch.columns.get(str(index), LEFT_OUT),
        )

    def column_fields(self) -> Iterator[BoundField]:
        """Yield the fields of the columns, in the order of the file."""
        yield from (self[name] for name in self.fields if name.startswith(PREFIX))

    def default_fields(self) -> Iterator[BoundField]:
        """Yield the fields of what holds for all rows."""
        yield from (self[name] for name in self.DEFAULTS if name in self.fields)

    @property
    def columns(self) -> dict[int, str]:
        """What was said of the columns, by their number."""
        return {
            int(name.removeprefix(PREFIX)): value
            for name, value in self.cleaned_data.items()
            if name.startswith(PREFIX) and value != LEFT_OUT
        }

    @property
    def defaults(self) -> dict[str, Any]:
        """What was said for all rows, as JSON."""
        said = {name: self.cleaned_data.get(name) for name in self.DEFAULTS}
        return {
            name: value.isoformat() if hasattr(value, "isoformat") else value
            for name, value in said.items()
            if value
        }

    def clean_fee(self) -> str:
        text = self.cleaned_data["fee"]
        return amount(text) if text else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._refuse_twice(cleaned)
        chosen = {value for name, value in cleaned.items() if name.startswith(PREFIX)}
        missing = [
            str(column.label) for column in required_of(self.target) if column.key not in chosen
        ]
        if missing:
            text = _("Say which column holds: %(names)s.")
            raise ValidationError(text % {"names": ", ".join(missing)})
        self._check_term(cleaned)
        return cleaned

    def _refuse_twice(self, cleaned: dict[str, Any]) -> None:
        seen: dict[str, str] = {}
        for name in [name for name in self.fields if name.startswith(PREFIX)]:
            key = cleaned.get(name)
            if key in seen:
                other = self.fields[seen[key]].label
                text = _("“%(heading)s” is said to be this already.") % {"heading": other}
                self.add_error(name, text)
            elif key not in {None, LEFT_OUT}:
                seen[key] = name

    def _check_term(self, cleaned: dict[str, Any]) -> None:
        if cleaned.get("fee") and cleaned.get("waiver_reason"):
            self.add_error(
                "waiver_reason", _("A term has a fee or a reason for its waiver, not both.")
            )
        starts, ends = cleaned.get("term_starts"), cleaned.get("term_ends")
        if starts and ends and ends < starts:
            self.add_error("term_ends", _("The term ends before it begins."))


class LanguageForm(forms.Form):
    """In which language people without an account are written to."""

    language = forms.ChoiceField(
        label=gettext_lazy("Language of the letters"),
        help_text=gettext_lazy("Whoever has an account is written to in their own language."),
        choices=settings.LANGUAGES,
        initial=settings.LANGUAGE_CODE,
        widget=forms.RadioSelect,
    )

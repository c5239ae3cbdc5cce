"""Which measured subjects make up a company, by what they weigh, and what is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.forms import LineField, NumberField
from kragozor.hub.measuring.models import Assessment
from kragozor.instruments.inventory import Kind
from kragozor.instruments.rollup import Factor

COUNTED, LEFT_OUT, APART = "counted", "left-out", "apart"
PARTS = [
    (COUNTED, _("counts")),
    (LEFT_OUT, _("left out as small")),
    (APART, _("is no part of it")),
]
FACTORS = [
    (Factor.MASS.value, pgettext_lazy("factor", "Mass of the products")),
    (Factor.REVENUE.value, pgettext_lazy("factor", "Revenue")),
]
PREFIX = "part-"


class CompanyForm(forms.Form):
    """A company put together; asked by its address, so that it can be kept and sent."""

    factor = forms.ChoiceField(label=_("Weighed by"), choices=FACTORS)
    unmeasured = NumberField(
        label=_("Not measured at all, in percent of the whole"),
        min_value=0,
        max_value=99.9,
        required=False,
    )
    explanation = LineField(
        label=_("Why so much is left out"),
        help_text=_("Asked for where it is more than five percent."),
        max_length=300,
        required=False,
    )

    def __init__(
        self, asked: Mapping[str, str], subjects: Sequence[Assessment], **options: Any
    ) -> None:
        self.subjects = subjects
        usual = self._usual()
        super().__init__({**usual, **{name: asked[name] for name in asked}}, **options)
        for name, subject in self._named().items():
            self.fields[name] = forms.ChoiceField(label=subject.name, choices=PARTS)

    @property
    def parts(self) -> dict[Assessment, str]:
        """What each subject is to the company, once the form is valid."""
        return {one: self.cleaned_data[name] for name, one in self._named().items()}

    @property
    def unmeasured_share(self) -> float:
        """The share that was not measured. [0..1]"""
        return (self.cleaned_data["unmeasured"] or 0.0) / 100

    def rows(self) -> list[tuple[Assessment, forms.BoundField]]:
        """The subjects with what each is asked."""
        return [(one, self[name]) for name, one in self._named().items()]

    def _named(self) -> dict[str, Assessment]:
        return {f"{PREFIX}{one.pk}": one for one in self.subjects}

    def _usual(self) -> dict[str, str]:
        """Products count where there are any: the site that makes them would count them twice."""
        kinds = {one.inventory.kind for one in self.subjects}
        kind = next((one.value for one in (Kind.PRODUCT, *Kind) if one.value in kinds), "")
        parts = {
            name: COUNTED if one.inventory.kind == kind else APART
            for name, one in self._named().items()
        }
        return {"factor": Factor.MASS.value, **parts}

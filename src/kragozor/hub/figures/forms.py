"""Which year is looked at, and which is published."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Nobody measured before, and a year is measured when it is over or running.
FIRST_YEAR = 2015


def years_open() -> list[int]:
    """Return the years of which figures can be published, the newest first."""
    return list(range(timezone.localdate().year, FIRST_YEAR - 1, -1))


class YearForm(forms.Form):
    """A year to look at; what is not understood is last year."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["year"].choices = [(year, str(year)) for year in years_open()]

    @property
    def chosen(self) -> int:
        """The year that was asked for, else the last that is over."""
        return self.cleaned_data["year"] if self.is_valid() else timezone.localdate().year - 1

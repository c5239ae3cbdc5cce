"""How a form looks and what it accepts: labels, hints and errors tied together, commas read."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext as _

from kragozor.hub.common.languages import language
from kragozor.words.numbers import decimal_text


class Renderer(TemplatesSetting):
    """Django's forms in this site's own markup, so that ``{{ form }}`` is all a page needs."""

    form_template_name = "common/forms/form.html"
    field_template_name = "common/forms/field.html"


class NarrowingForm(forms.Form):
    """What a list is narrowed to: nothing is required, what is not understood narrows nothing."""

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked for and understood."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class LineField(forms.CharField):
    """A name on one line: it stands in the subjects of letters and in the names of files.

    Characters that turn the direction of reading, or that nobody sees, make one name look like
    another.
    """

    def to_python(self, value: object) -> str:
        text = " ".join(super().to_python(value).split())
        if not text.isprintable():
            raise ValidationError(_("This has characters that cannot be seen. Type it anew."))
        return text


class DayField(forms.DateField):
    """A day from the calendar of the browser, or as people write it: 31.12.2026.

    A slip of the keyboard, 0202 or 20266, is told at once: no membership, no access and no figure
    reaches so far, and days at the edge of the calendar cannot be counted from.
    """

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    years = range(1990, 2101)

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d", "%d.%m.%Y"], **options)

    def to_python(self, value: object) -> date | None:
        day = super().to_python(value)
        if day is not None and day.year not in self.years:
            raise ValidationError(
                _("Choose a day from %(first)s to %(last)s."),
                params={"first": str(self.years[0]), "last": str(self.years[-1])},
            )
        return day


class NumberField(forms.FloatField):
    """A number as people write it: 1 234,5 or 1234.5.

    The browser's own number field refuses the comma in some languages and changes the value
    when somebody scrolls over it, so this is a text field with a numeric keyboard.
    """

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: object) -> float | None:
        text = "".join(str(value).split()) if value is not None else ""
        return super().to_python(text.replace(",", "."))

    def __init__(
        self, *, min_value: float | None = None, max_value: float | None = None, **options: Any
    ) -> None:
        super().__init__(**options)
        self.least, self.most = min_value, max_value

    def validate(self, value: float | None) -> None:
        super().validate(value)
        if value is None:
            return
        too_low = self.least is not None and value < self.least
        if too_low or (self.most is not None and value > self.most):
            raise ValidationError(self._expected(), code="bounds")

    def _expected(self) -> str:
        """Return what numbers are taken, written as they are here; Django's words are not."""
        low, high = (decimal_text(bound, language()) for bound in (self.least, self.most))
        if self.most is None:
            return _("Enter a number of at least %(low)s.") % {"low": low}
        if self.least is None:
            return _("Enter a number of at most %(high)s.") % {"high": high}
        return _("Enter a number from %(low)s to %(high)s.") % {"low": low, "high": high}

    def prepare_value(self, value: object) -> object:
        """Show a number that is there already as it is written here; what was typed stays so."""
        if not isinstance(value, float):
            return value
        return repr(value).removesuffix(".0").replace(".", "," if language() == "bg" else ".")


class AmountField(forms.DecimalField):
    """An amount in euro as people write it: 1 200,50 or 1200.50 €."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_digits=10, decimal_places=2, **options)

    def to_python(self, value: object) -> Decimal | None:
        text = "".join(str(value).split()) if value is not None else ""
        return super().to_python(text.replace(",", ".").removesuffix("€"))

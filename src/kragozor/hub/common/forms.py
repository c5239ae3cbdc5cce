"""How a form looks and what it accepts: labels, hints and errors tied together, commas read."""

from django import forms
from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Django's forms in this site's own markup, so that ``{{ form }}`` is all a page needs."""

    form_template_name = "common/forms/form.html"
    field_template_name = "common/forms/field.html"


class NumberField(forms.FloatField):
    """A number as people write it: 1 234,5 or 1234.5.

    The browser's own number field refuses the comma in some languages and changes the value
    when somebody scrolls over it, so this is a text field with a numeric keyboard.
    """

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: object) -> float | None:
        text = "".join(str(value).split()) if value is not None else ""
        return super().to_python(text.replace(",", "."))

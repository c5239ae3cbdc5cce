"""A form with every kind of field, right and wrong, for the component sheet."""

from django import forms

from kragozor.hub.common.forms import NumberField


class SampleForm(forms.Form):
    name = forms.CharField(label="Наименование", help_text="Както е на етикета.")
    mass = NumberField(label="Маса", help_text="В килограми; запетая или точка.")
    origin = forms.ChoiceField(
        label="Произход", choices=[("virgin", "Първичен"), ("recycled", "Рециклиран")]
    )
    pillar = forms.ChoiceField(
        label="Сектор",
        choices=[("textiles", "Текстил"), ("plastics", "Пластмаси и опаковки")],
        widget=forms.RadioSelect,
    )
    critical = forms.BooleanField(label="Критична суровина", required=False)
    note = forms.CharField(label="Бележка", widget=forms.Textarea, required=False)
    workbook = forms.FileField(label="Работна книга", required=False)


def sample_form() -> SampleForm:
    """Return the form as it looks with an error in it."""
    return SampleForm({"name": "Пуловер", "mass": "двайсет", "origin": "virgin"})

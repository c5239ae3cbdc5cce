"""Letters and what they are written from."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kragozor.hub.pipeline.letters import unknown_places
from kragozor.hub.pipeline.models import LetterTemplate


class TemplateChoiceForm(forms.Form):
    """Which letter is sent."""

    template = forms.ModelChoiceField(
        label=_("Letter"), queryset=LetterTemplate.objects.all(), empty_label=None
    )


class TemplateForm(forms.ModelForm):
    """A template in both languages; what stands in braces must be a place."""

    class Meta:
        model = LetterTemplate
        fields = (*("name_bg", "name_en", "subject_bg", "body_bg", "subject_en", "body_en"),)
        widgets = {
            "body_bg": forms.Textarea(attrs={"rows": 14, "class": "letter"}),
            "body_en": forms.Textarea(attrs={"rows": 14, "class": "letter"}),
        }

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        for field in ("subject_bg", "body_bg", "subject_en", "body_en"):
            for place in unknown_places(cleaned.get(field, "")):
                self.add_error(
                    field,
                    ValidationError(
                        _("{%(place)s} is not a place to fill in. Take one listed on this page."),
                        params={"place": place},
                    ),
                )
        return cleaned

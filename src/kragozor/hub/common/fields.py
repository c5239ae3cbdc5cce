"""Model fields that every room uses."""

from django import forms
from django.db import models


class WebAddressField(models.URLField):
    """An address on the web; written without a scheme it is taken to be secure."""

    def formfield(self, **kwargs: object) -> forms.Field:
        return super().formfield(**{"assume_scheme": "https", **kwargs})

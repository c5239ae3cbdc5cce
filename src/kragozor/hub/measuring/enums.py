"""The few words that say what became of something."""

from django.db import models
from django.utils.translation import pgettext_lazy

from kragozor.instruments.inventory import Kind

KINDS = [
    (Kind.PRODUCT.value, pgettext_lazy("kind of inventory", "Product")),
    (Kind.SITE.value, pgettext_lazy("kind of inventory", "Site")),
    (Kind.ORGANISATION.value, pgettext_lazy("kind of inventory", "Whole organisation")),
]


class UploadState(models.TextChoices):
    ACCEPTED = "accepted", pgettext_lazy("file", "accepted")
    REFUSED = "refused", pgettext_lazy("file", "refused")

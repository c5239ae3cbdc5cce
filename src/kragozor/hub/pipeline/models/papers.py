"""What gathers on a card: notes, documents, letters that went out."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.pipeline.models.card import Card


class Note(models.Model):
    """What somebody of the staff wrote down about a card."""

    card = models.ForeignKey(
        Card,
        models.PROTECT,
        related_name="notes",
        verbose_name=pgettext_lazy("of the pipeline", "card"),
    )
    text = models.TextField(_("note"), max_length=5000)
    at = models.DateTimeField(pgettext_lazy("of a note", "written"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=pgettext_lazy("of a note", "written by"),
    )

    class Meta:
        verbose_name = pgettext_lazy("of the pipeline", "note")
        verbose_name_plural = pgettext_lazy("of the pipeline", "notes")
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.card}: {self.at:%Y-%m-%d}"


def document_path(document: "Document", name: str) -> str:
    """The name under which a file is stored says nothing: names come from outside."""
    return f"pipeline/{document.pk}"


class Document(models.Model):
    """A file that belongs to a card."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    card = models.ForeignKey(
        Card,
        models.PROTECT,
        related_name="documents",
        verbose_name=pgettext_lazy("of the pipeline", "card"),
    )
    file = models.FileField(_("file"), upload_to=document_path)
    original_name = models.CharField(pgettext_lazy("of a document", "name"), max_length=200)
    size = models.PositiveBigIntegerField(pgettext_lazy("of a document", "size"))
    at = models.DateTimeField(pgettext_lazy("of a document", "added"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=pgettext_lazy("of a document", "added by"),
    )

    class Meta:
        verbose_name = pgettext_lazy("of the pipeline", "document")
        verbose_name_plural = pgettext_lazy("of the pipeline", "documents")
        ordering = ["-at", "id"]

    def __str__(self) -> str:
        return self.original_name

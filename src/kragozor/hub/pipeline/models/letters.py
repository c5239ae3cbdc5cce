"""Letters to prospects: what they are written from, what went out, who wants none."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.append_only import AppendOnly
from kragozor.hub.common.written import written
from kragozor.hub.pipeline.models.card import Card


class LetterTemplate(models.Model):
    """A letter with places to fill in (`letters.PLACES`), in both languages."""

    name_bg = models.CharField(_("name, in Bulgarian"), max_length=100)
    name_en = models.CharField(_("name, in English"), max_length=100)
    subject_bg = models.CharField(_("subject, in Bulgarian"), max_length=150)
    subject_en = models.CharField(_("subject, in English"), max_length=150)
    body_bg = models.TextField(_("text, in Bulgarian"), max_length=5000)
    body_en = models.TextField(_("text, in English"), max_length=5000)
    changed_at = models.DateTimeField(pgettext_lazy("of a letter", "changed"), auto_now=True)

    class Meta:
        verbose_name = _("letter template")
        verbose_name_plural = _("letter templates")
        ordering = ["id"]

    def __str__(self) -> str:
        return written(self.name_bg, self.name_en)

    def wording(self, language: str) -> tuple[str, str]:
        """Return the subject and the text in a language."""
        if language == "en":
            return self.subject_en, self.body_en
        return self.subject_bg, self.body_bg


class Letter(AppendOnly):
    """A letter that was sent to the contact of a card, as it was sent."""

    card = models.ForeignKey(
        Card,
        models.PROTECT,
        related_name="letters",
        verbose_name=pgettext_lazy("of the pipeline", "card"),
    )
    template = models.ForeignKey(
        LetterTemplate, models.SET_NULL, null=True, related_name="+", verbose_name=_("template")
    )
    to = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=300)
    body = models.TextField(_("text"))
    at = models.DateTimeField(pgettext_lazy("of a letter", "sent"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=pgettext_lazy("of a letter", "sent by"),
    )

    class Meta:
        verbose_name = _("letter to a prospect")
        verbose_name_plural = _("letters to prospects")
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.card}: {self.subject}"


class Suppression(models.Model):
    """That an address asked not to be written to; it outlives cards, imports and erasures.

    Of the address only a hash is kept: enough to know it when it comes again.
    """

    address_hash = models.CharField(max_length=64, unique=True)
    # Told by the link in a letter; else the staff was told, and wrote it down.
    by_link = models.BooleanField(_("told by a link"), default=False)
    at = models.DateTimeField(pgettext_lazy("of a wish", "asked"), auto_now_add=True)

    class Meta:
        verbose_name = _("wish not to be written to")
        verbose_name_plural = _("wishes not to be written to")

    def __str__(self) -> str:
        return self.address_hash[:8]

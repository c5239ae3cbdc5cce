"""The signed declaration that came back, and what was found out about its signature."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.applications.enums import Flaw, Signature
from kragozor.hub.applications.models.application import Application


def declaration_path(declaration: "Declaration", name: str) -> str:
    """The name under which a file is stored says nothing: names come from outside."""
    return f"declarations/{declaration.pk}"


class Declaration(models.Model):
    """The last file that the applicant sent; a new one takes its place.

    A Bulgarian qualified certificate often holds the personal number of its owner. Such a file is
    judged and not kept: what remains are its fingerprint and the verdict.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    application = models.OneToOneField(
        Application, models.CASCADE, related_name="declaration", verbose_name=_("application")
    )
    file = models.FileField(_("file"), upload_to=declaration_path, blank=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField(_("size"))
    taken_at = models.DateTimeField(_("received"), auto_now_add=True)
    signature = models.CharField(_("signature"), max_length=10, choices=Signature)
    flaw = models.CharField(
        _("why it is invalid"), max_length=12, choices=Flaw, blank=True, default=""
    )
    signer_name = models.CharField(_("signed by"), max_length=200, blank=True, default="")
    signed_at = models.DateTimeField(pgettext_lazy("declaration", "signed"), null=True, blank=True)

    class Meta:
        verbose_name = _("signed declaration")
        verbose_name_plural = _("signed declarations")
        constraints = [
            models.CheckConstraint(
                condition=Q(signature=Signature.INVALID) & ~Q(flaw="")
                | ~Q(signature=Signature.INVALID) & Q(flaw=""),
                name="declaration_invalid_has_reason",
            )
        ]

    def __str__(self) -> str:
        return f"{self.application}: {self.get_signature_display()}"

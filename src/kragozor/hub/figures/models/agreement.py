"""Whether an organisation lets its numbers be counted: each word of it is a record."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.append_only import AppendOnly


class Agreement(AppendOnly):
    """One word of an organisation about the figures of the cluster; the latest counts."""

    organisation = models.ForeignKey(
        "members.Organisation",
        models.PROTECT,
        related_name="figure_agreements",
        verbose_name=_("organisation"),
    )
    given = models.BooleanField(pgettext_lazy("agreement", "given"))
    # The sentence as it was read, in the language it was read in.
    words = models.TextField(_("words shown"))
    at = models.DateTimeField(pgettext_lazy("agreement", "at"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )

    class Meta:
        verbose_name = _("agreement to be counted")
        verbose_name_plural = _("agreements to be counted")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["organisation", "-at", "-id"], name="agreement_latest")]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.given}"

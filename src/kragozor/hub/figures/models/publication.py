"""What was published on a day, and whose numbers are in it; nobody is ever shown the latter.

The contributors are kept for one purpose: to know what could be had by subtracting the next
figure from those that are public already.
"""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.append_only import AppendOnly
from kragozor.hub.figures.enums import SCOPES
from kragozor.instruments.cluster import MEASURES


class Publication(AppendOnly):
    """That somebody of the staff published the figures of a year as they were on a day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    year = models.PositiveSmallIntegerField(_("year"))
    published_at = models.DateTimeField(_("published"), auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("published by")
    )

    class Meta:
        verbose_name = _("publication of figures")
        verbose_name_plural = _("publications of figures")
        ordering = ["-published_at", "id"]
        indexes = [models.Index(fields=["year", "-published_at"], name="publication_of_year")]

    def __str__(self) -> str:
        return f"{self.year}, {self.published_at:%Y-%m-%d}"


class PublishedFigure(AppendOnly):
    """One figure of a publication: its value, or why it is withheld."""

    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="figures", verbose_name=_("publication")
    )
    scope = models.CharField(_("over whom"), max_length=20, choices=SCOPES)
    measure = models.CharField(_("measure"), max_length=40)
    contributors = models.PositiveIntegerField(_("number of contributors"))
    value = models.FloatField(_("value"), null=True)
    withheld = models.JSONField(_("why it is withheld"), null=True)

    class Meta:
        verbose_name = _("published figure")
        verbose_name_plural = _("published figures")
        ordering = ["publication", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "scope", "measure"], name="figure_once_a_publication"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True, withheld__isnull=False)
                | Q(value__isnull=False, withheld__isnull=True),
                name="figure_has_a_value_or_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(scope__in=[value for value, _label in SCOPES]),
                name="figure_scope_is_known",
            ),
            models.CheckConstraint(
                condition=Q(measure__in=list(MEASURES)), name="figure_measure_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publication}: {self.get_scope_display()}, {self.measure}"


class Contributor(AppendOnly):
    """An organisation whose numbers are in a published figure, as they were measured then."""

    figure = models.ForeignKey(
        PublishedFigure, models.PROTECT, related_name="made_of", verbose_name=_("figure")
    )
    organisation = models.ForeignKey(
        "members.Organisation",
        models.PROTECT,
        related_name="+",
        verbose_name=pgettext_lazy("of a figure", "contributor"),
    )
    assessments = models.JSONField(_("measurings"))

    class Meta:
        verbose_name = pgettext_lazy("of a figure", "contributor")
        verbose_name_plural = pgettext_lazy("of a figure", "contributors")
        constraints = [
            models.UniqueConstraint(
                fields=["figure", "organisation"], name="contributor_once_a_figure"
            )
        ]

    def __str__(self) -> str:
        return str(self.figure)

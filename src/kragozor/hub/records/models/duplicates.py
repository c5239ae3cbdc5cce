"""Two records of one organisation: made into one, or found to be two after all."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class DistinctPair(models.Model):
    """That two organisations look alike and are two: the pair is not proposed again."""

    # The service puts the smaller key first, so that a pair is one row.
    first = models.ForeignKey("members.Organisation", models.CASCADE, related_name="+")
    second = models.ForeignKey("members.Organisation", models.CASCADE, related_name="+")
    said_at = models.DateTimeField(_("said"), auto_now_add=True)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("said by")
    )

    class Meta:
        verbose_name = _("pair that is no duplicate")
        verbose_name_plural = _("pairs that are no duplicates")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="distinct_pair_once"),
            models.CheckConstraint(condition=~Q(first=F("second")), name="distinct_pair_is_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.first} ≠ {self.second}"


class Merge(models.Model):
    """Two records made into one: everything that moved is named, so that it can go back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kept = models.ForeignKey("members.Organisation", models.PROTECT, related_name="+")
    absorbed = models.ForeignKey("members.Organisation", models.PROTECT, related_name="+")
    # The facts that the kept one took over: by name, what stood there and what does.
    facts = models.JSONField(_("facts"), default=dict)
    # By "app.Model.field", the keys of the records that pointed to the absorbed one.
    moved = models.JSONField(_("moved"), default=dict)
    # By "app.Model", the keys of what could stand only once, with what was put in it and was there.
    settled = models.JSONField(_("settled"), default=dict)
    merged_at = models.DateTimeField(_("merged"), auto_now_add=True)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("merged by")
    )
    reversed_at = models.DateTimeField(_("reversed"), null=True, blank=True)
    reversed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reversed by"),
    )

    class Meta:
        verbose_name = _("merger of two records")
        verbose_name_plural = _("mergers of two records")
        ordering = ["-merged_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kept=F("absorbed")), name="merge_is_of_two_records"
            ),
            models.UniqueConstraint(
                fields=["absorbed"],
                condition=Q(reversed_at__isnull=True),
                name="merge_absorbs_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.absorbed} → {self.kept}"

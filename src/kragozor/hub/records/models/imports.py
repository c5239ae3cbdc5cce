"""A file that was sent in, what its rows say, and what was made of them."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.models import WorkedOn
from kragozor.hub.records.enums import Outcome, Target


def import_path(batch: "Import", name: str) -> str:
    """The name under which a file is stored says nothing: names come from outside."""
    return f"imports/{batch.pk}"


class Import(WorkedOn, models.Model):
    """One batch: sent, its columns named, compared with the records, applied, perhaps undone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    target = models.CharField(pgettext_lazy("import", "of"), max_length=10, choices=Target)
    # Kept until it is applied, at most a day: afterwards the rows say all that is needed.
    file = models.FileField(_("file"), upload_to=import_path, blank=True)
    original_name = models.CharField(_("name"), max_length=200)
    signature = models.CharField(max_length=64, editable=False)
    headings = models.JSONField(_("headings"), default=list)
    sample = models.JSONField(_("first rows"), default=list)
    # Which column of the file, by its number, is which of `columns`.
    columns = models.JSONField(_("columns"), default=dict, blank=True)
    # What holds for every row that says nothing else: the days of the term, fee, sectors.
    defaults = models.JSONField(_("for all rows"), default=dict, blank=True)
    # Counts the comparisons, so that nobody applies another one than they looked at.
    comparison = models.PositiveIntegerField(default=0)
    job = models.ForeignKey("common.Job", models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(pgettext_lazy("file", "sent"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("sent by")
    )
    compared_at = models.DateTimeField(_("compared"), null=True, blank=True)
    applied_at = models.DateTimeField(_("applied"), null=True, blank=True)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(target__in=Target.values), name="import_target_is_known"
            ),
            models.CheckConstraint(
                condition=Q(applied_at__isnull=True) | Q(compared_at__isnull=False),
                name="import_is_compared_before_applied",
            ),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True) | Q(applied_at__isnull=False),
                name="import_is_applied_before_undone",
            ),
        ]

    def __str__(self) -> str:
        return self.original_name

    @property
    def is_standing(self) -> bool:
        """Whether it was applied, and not undone."""
        return self.applied_at is not None and self.undone_at is None

    @property
    def is_open(self) -> bool:
        """Whether its columns may still be changed and compared."""
        return self.applied_at is None and bool(self.file)


class ImportRow(models.Model):
    """A row of a file, compared with the records; later also what it made of them."""

    batch = models.ForeignKey(Import, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("row"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    name = models.CharField(pgettext_lazy("of a company", "name"), max_length=200)
    # What the cells say, as it would be stored.
    values = models.JSONField(_("values"), default=dict)
    # Each: the column, what is on record, what it becomes.
    changes = models.JSONField(_("changes"), default=list)
    reasons = models.JSONField(_("reasons"), default=list)
    # The cells of a refused row, to be given back with the reasons.
    cells = models.JSONField(_("cells"), default=list)
    # The organisation or card that it is about, and a fingerprint of what was seen of it.
    record_id = models.UUIDField(null=True)
    seen = models.CharField(max_length=64, blank=True, default="")
    # What was made of it, as undoing needs it; empty where nothing was.
    made = models.JSONField(_("made"), default=dict)
    invited_at = models.DateTimeField(_("invited"), null=True)

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="import_row_once"),
            models.CheckConstraint(
                condition=Q(outcome__in=Outcome.values), name="import_row_outcome_is_known"
            ),
        ]
        indexes = [
            models.Index(fields=["batch", "outcome", "number"], name="import_row_by_outcome"),
            models.Index(fields=["record_id"], name="import_row_of_record"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.name}"


class ColumnMemory(models.Model):
    """How somebody named the columns of files with these headings; the last word counts."""

    target = models.CharField(max_length=10, choices=Target)
    signature = models.CharField(max_length=64)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    columns = models.JSONField(_("columns"), default=dict)
    used_at = models.DateTimeField(_("last used"), auto_now=True)

    class Meta:
        verbose_name = _("remembered columns")
        verbose_name_plural = _("remembered columns")
        constraints = [
            models.UniqueConstraint(
                fields=["target", "signature", "person"], name="column_memory_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_target_display()}: {self.signature[:8]}"

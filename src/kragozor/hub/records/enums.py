"""The few words that say what an import brings and what becomes of its rows."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Target(models.TextChoices):
    """What the rows of a file become."""

    MEMBERS = "members", pgettext_lazy("import", "Members")
    PROSPECTS = "prospects", pgettext_lazy("import", "Prospects")


class Outcome(models.TextChoices):
    """What a row is, compared with what is on record."""

    NEW = "new", pgettext_lazy("row of an import", "New")
    CHANGED = "changed", pgettext_lazy("row of an import", "Changed")
    UNCHANGED = "unchanged", pgettext_lazy("row of an import", "Unchanged")
    REFUSED = "refused", pgettext_lazy("row of an import", "Refused")


# The outcomes of which something is done when the import is applied.
TO_APPLY = (Outcome.NEW, Outcome.CHANGED)


class FileForm(models.TextChoices):
    """The forms in which everything is taken out."""

    XLSX = "xlsx", _("Excel workbook (XLSX)")
    CSV = "csv", _("CSV tables in a ZIP archive")
    JSON = "json", _("JSON")

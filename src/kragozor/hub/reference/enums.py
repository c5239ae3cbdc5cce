"""What a change does to a value, what a file brings, and how its rows compare with the table."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.instruments.parameters import Name, Status

PARAMETERS = tuple((name.value, name.value) for name in Name)
STATUSES = (
    (Status.SOURCED.value, pgettext_lazy("of a parameter", "Sourced")),
    (Status.PROXY.value, pgettext_lazy("of a parameter", "Proxy")),
    (Status.UNVERIFIED.value, pgettext_lazy("of a parameter", "Unverified")),
)


class Act(models.TextChoices):
    """What a change does: another value, none, or again the one that comes with the library."""

    SET = "set", pgettext_lazy("of a parameter", "Set")
    WITHDRAWN = "withdrawn", pgettext_lazy("of a parameter", "Withdrawn")
    PACKAGED = "packaged", pgettext_lazy("of a parameter", "As packaged again")


class Kind(models.TextChoices):
    """What an official file brings."""

    PARAMETERS = "parameters", _("Parameters of the footprint formula")
    TITLES = "titles", _("Titles of the List of Waste")


class Outcome(models.TextChoices):
    """How a row of a file compares with what is in force."""

    NEW = "new", pgettext_lazy("row of a table", "New")
    CHANGED = "changed", pgettext_lazy("row of a table", "Changed")
    UNCHANGED = "unchanged", pgettext_lazy("row of a table", "Unchanged")

"""The offices that the Council gives to people, and what each of them opens."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Office(models.TextChoices):
    """What somebody is to the Council; a person may hold several offices at once."""

    EXPERT = "expert", pgettext_lazy("office", "Expert")
    STAFF = "staff", pgettext_lazy("office", "Staff")
    BOARD = "board", pgettext_lazy("office", "Board")
    ADMINISTRATOR = "administrator", pgettext_lazy("office", "Administrator")


# Who acts for the Council on its pages, and who reads them.
WORKERS = frozenset({Office.STAFF, Office.ADMINISTRATOR})
COUNCIL = WORKERS | {Office.BOARD}

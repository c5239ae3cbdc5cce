"""How far somebody has come on the way to membership, and where we know them from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Stage(models.TextChoices):
    """The stages in the order in which they are gone through.

    The last two are never stored: they follow from the terms of the organisation (`queries`).
    """

    PROSPECT = "prospect", pgettext_lazy("stage", "Prospect")
    CONTACTED = "contacted", pgettext_lazy("stage", "Contacted")
    INVITED = "invited", pgettext_lazy("stage", "Invited")
    APPLIED = "applied", pgettext_lazy("stage", "Applied")
    IN_REVIEW = "in_review", pgettext_lazy("stage", "In review")
    APPROVED = "approved", pgettext_lazy("stage", "Approved")
    DECLINED = "declined", pgettext_lazy("stage", "Declined")
    MEMBER = "member", pgettext_lazy("stage", "Member")
    LAPSED = "lapsed", pgettext_lazy("stage", "Lapsed")


# Where a card can be put by hand; the rest is derived.
STORED = (
    Stage.PROSPECT,
    Stage.CONTACTED,
    Stage.INVITED,
    Stage.APPLIED,
    Stage.IN_REVIEW,
    Stage.APPROVED,
    Stage.DECLINED,
)
STORED_CHOICES = [(stage.value, stage.label) for stage in STORED]
# Whose outcome is still to come.
OPEN = STORED[:-1]


class Source(models.TextChoices):
    """How the Council came by a prospect."""

    OWN = "own", _("found by the Council")
    EVENT = "event", _("met at an event")
    REFERRAL = "referral", _("recommended by somebody")
    INQUIRY = "inquiry", _("wrote to us first")
    IMPORT = "import", _("imported from a list")
    APPLICATION = "application", _("applied on the page")

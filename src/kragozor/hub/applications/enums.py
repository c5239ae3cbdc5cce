"""Where an application stands, and what a signature under a declaration is worth."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """The way of an application, from the first line to the decision."""

    DRAFT = "draft", pgettext_lazy("application", "Draft")
    SENT = "sent", pgettext_lazy("application", "Sent")
    IN_REVIEW = "in_review", pgettext_lazy("application", "In review")
    QUESTION = "question", pgettext_lazy("application", "Waits for an answer")
    APPROVED = "approved", pgettext_lazy("application", "Approved")
    DECLINED = "declined", pgettext_lazy("application", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("application", "Withdrawn")


# What waits for the Council, and what is over.
OPEN = (State.SENT, State.IN_REVIEW, State.QUESTION)
CLOSED = (State.APPROVED, State.DECLINED, State.WITHDRAWN)


class Outcome(models.TextChoices):
    """What the Council decided."""

    APPROVED = "approved", pgettext_lazy("application", "Approved")
    DECLINED = "declined", pgettext_lazy("application", "Declined")


class Signature(models.TextChoices):
    """What was found out about the electronic signature of a document."""

    VALID = "valid", pgettext_lazy("signature", "Valid")
    # Without roots of trust nobody can say who issued the certificate.
    INTACT = "intact", pgettext_lazy("signature", "Intact, issuer not checked")
    INVALID = "invalid", pgettext_lazy("signature", "Invalid")
    ABSENT = "absent", pgettext_lazy("signature", "Absent")


class Flaw(models.TextChoices):
    """Why a signature is invalid."""

    ALTERED = "altered", _("the document was altered after it was signed")
    UNTRUSTED = (
        "untrusted",
        _("its certificate does not come from an issuer we trust, or was not in force"),
    )
    BROKEN = "broken", _("the signature does not match its certificate")
    UNREADABLE = "unreadable", _("the signature cannot be read")

"""Organisations and all that is known of them as members."""

from kragozor.hub.members.models.organisation import Organisation
from kragozor.hub.members.models.page import MemberPage, Offering, Project
from kragozor.hub.members.models.people import AccessGrant, Invitation, Representation
from kragozor.hub.members.models.pillars import Pillar, PillarMembership
from kragozor.hub.members.models.takeaway import Takeaway
from kragozor.hub.members.models.terms import Term, TermEnd, TermReminder

__all__ = [
    "AccessGrant",
    "Invitation",
    "MemberPage",
    "Offering",
    "Organisation",
    "Pillar",
    "PillarMembership",
    "Project",
    "Representation",
    "Takeaway",
    "Term",
    "TermEnd",
    "TermReminder",
]

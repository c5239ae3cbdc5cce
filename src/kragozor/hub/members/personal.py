"""What of the members is personal: who acts for them, who was invited, what texts say of people."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.personal import (
    A_YEAR,
    Basis,
    Obstacle,
    Personal,
    Subject,
    blanked,
    cut_from,
    deleted,
    found_by,
    mention,
    older_than,
    plain,
    reference,
)
from kragozor.hub.members.enums import OrganisationKind, Role
from kragozor.hub.members.models import Representation

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person

A_DAY = timedelta(days=1)
ACTING = _("to know who may act for a member, and who did")
ACTING_RETENTION = _("as long as the member’s data, without the name once erased")
WRITTEN = _("to know who wrote the terms of membership, and answers for them")
WHY = _("to know why a fee was waived, and why a term ended early")
WRITTEN_RETENTION = _("as long as the accounting records, without the name once erased")
SHOWN = _("to show what a member says of itself")
SHOWN_RETENTION = _("until the member changes it")
TEXTS = {"purpose": SHOWN, "basis": Basis.CONTRACT, "retention": None, "shown": False}


def representations_end(records: QuerySet, subject: Subject) -> int:
    """Let somebody who is erased act for nobody any more; that somebody did stays known."""
    return records.filter(until__isnull=True).update(until=timezone.now())


def grants_revoke(records: QuerySet, subject: Subject) -> int:
    """Close the numbers to somebody who is erased."""
    standing = records.filter(revoked_at__isnull=True, staff=subject.person_id)
    return standing.update(revoked_at=timezone.now())


def people_as_members(subject: Subject) -> QuerySet:
    """The members that are persons, and this one."""
    texts = ["name", "name_latin", "address", "website"]
    found = found_by("members.Organisation", texts=texts)(subject)
    return found.filter(kind=OrganisationKind.PERSON)


def archives(subject: Subject) -> QuerySet:
    """All of them, since no query knows what a file says; they can be asked for anew."""
    return plain("members.Takeaway").exclude(file="")


def said_in(label: str, *fields: str, what: object) -> Personal:
    """Return the declaration of texts of a member that may name somebody."""
    return Personal(
        label,
        fields,
        what=what,
        retention_text=SHOWN_RETENTION,
        of=found_by(label, texts=fields),
        erase=cut_from(*fields),
        **TEXTS,
    )


def obstacles(person: Person) -> list[Obstacle]:
    """What a last owner must hand over first, so that nobody is locked out of a company."""
    owners = Representation.objects.filter(role=Role.OWNER, until__isnull=True)
    mine = owners.filter(person=person).select_related("organisation")
    others = owners.exclude(person=person).values("organisation_id")
    return [
        Obstacle(
            _("%(name)s has no other owner. Make somebody else an owner first.")
            % {"name": one.organisation},
            reverse("members:people", args=[one.organisation_id]),
            # Where nobody is left, the staff invites a new owner.
            council_may_pass=True,
        )
        for one in mine.exclude(organisation_id__in=others)
    ]


FIELDS = (
    Personal(
        "members.Representation",
        ("person",),
        what=_("for which member you act, in which role, since when"),
        purpose=ACTING,
        basis=Basis.CONTRACT,
        retention=None,
        retention_text=ACTING_RETENTION,
        of=found_by("members.Representation", people=["person"]),
        erase=representations_end,
        withheld=("person",),
    ),
    Personal(
        "members.AccessGrant",
        ("staff", "granted_by"),
        what=_("who let whom see the numbers of a member"),
        purpose=_("to know whom a member let see its numbers"),
        basis=Basis.CONTRACT,
        retention=None,
        retention_text=ACTING_RETENTION,
        of=found_by("members.AccessGrant", people=["staff", "granted_by"]),
        erase=grants_revoke,
        withheld=("staff", "granted_by"),
    ),
    Personal(
        "members.Invitation",
        ("email",),
        what=_("the e-mail address of who is invited"),
        purpose=_("to invite people to act for a member"),
        basis=Basis.LEGITIMATE_INTEREST,
        retention=A_YEAR,
        retention_text=_("a year"),
        of=found_by("members.Invitation", addresses=["email"]),
        erase=deleted,
        overdue=older_than("members.Invitation", "created_at", A_YEAR),
        automatic=True,
        withheld=("token_hash",),
    ),
    reference(
        "members.Invitation",
        "invited_by",
        "accepted_by",
        what=_("who invited, and who accepted"),
        purpose=ACTING,
        retention_text=_("a year"),
    ),
    reference(
        "members.Term",
        "created_by",
        what=_("who wrote a term of membership"),
        purpose=WRITTEN,
        retention_text=WRITTEN_RETENTION,
    ),
    reference(
        "members.TermEnd",
        "created_by",
        what=_("who ended a term of membership"),
        purpose=WRITTEN,
        retention_text=WRITTEN_RETENTION,
    ),
    reference(
        "members.Pillar",
        "lead",
        what=_("who leads a pillar"),
        purpose=_("to show whom to turn to"),
        retention_text=_("until somebody else leads it"),
    ),
    Personal(
        "members.Organisation",
        ("name_latin", "address", "search_text"),
        what=_("the name, address and website of a member that is a person"),
        purpose=_("to know who is a member"),
        basis=Basis.CONTRACT,
        retention=None,
        retention_text=_("as long as the membership and its accounting records"),
        of=people_as_members,
        erase=cut_from("name", "name_latin", "address", "website", "search_text"),
        shown=False,
    ),
    Personal(
        "members.Takeaway",
        ("file",),
        what=_("a file with the people of a member, taken along by its owner"),
        purpose=_("to let a member take along what is its own"),
        basis=Basis.CONTRACT,
        retention=A_DAY,
        retention_text=_("a day"),
        of=archives,
        erase=blanked(file=""),
        overdue=older_than("members.Takeaway", "asked_at", A_DAY),
        automatic=True,
        shown=False,
    ),
    reference(
        "members.Takeaway",
        "asked_by",
        what=_("who took everything along that a member has here"),
        purpose=_("to hand the file to nobody else"),
        retention_text=_("a day"),
    ),
    said_in("members.MemberPage", "text_bg", "text_en", what=_("who is named on a member’s page")),
    said_in("members.Offering", "text_bg", "text_en", what=_("who is named in an offer or a need")),
    said_in(
        "members.Project",
        *("title_bg", "title_en", "text_bg", "text_en", "address"),
        what=_("who is named in a project"),
    ),
    mention(
        "members.Term",
        "waiver_reason",
        what=_("who is named in the reason for a waiver"),
        purpose=WHY,
        retention_text=WRITTEN_RETENTION,
    ),
    mention(
        "members.TermEnd",
        "reason",
        what=_("who is named in the reason for an early end"),
        purpose=WHY,
        retention_text=WRITTEN_RETENTION,
    ),
)

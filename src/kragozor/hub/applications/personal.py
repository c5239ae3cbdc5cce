"""What of applications is personal: who applies, who is named, what is signed, asked and answered.

A draft goes thirty days after its last change, one that led to no membership a year after its
end; one that was approved stays as what the membership rests on.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from kragozor.hub.applications.enums import State
from kragozor.hub.applications.rules import DRAFT_LIFE, REFUSED_LIFE
from kragozor.hub.common.personal import (
    Basis,
    Personal,
    Subject,
    deleted,
    found_by,
    mention,
    plain,
    reference,
)

APPLICATION = "applications.Application"
PURPOSE = _("to decide on an application for membership, and to reach who applied")
RETENTION = _(
    "drafts 30 days after the last change; declined and withdrawn ones a year after the end; "
    "approved ones as long as the membership"
)
WITH_APPLICATION = _("as long as the application")
# Nobody receives letters below this name (RFC 2606), and each row has an address of its own.
NOWHERE = "@erased.invalid"
# What led to no membership goes whole.
WITHOUT_MEMBERSHIP = (State.DRAFT, State.DECLINED, State.WITHDRAWN)


def overdue(now: datetime) -> QuerySet:
    """The applications whose time is over."""
    over = Q(state=State.DRAFT, changed_at__lt=now - DRAFT_LIFE)
    refused = Q(state__in=[State.DECLINED, State.WITHDRAWN], closed_at__lt=now - REFUSED_LIFE)
    return plain(APPLICATION).filter(over | refused)


def representatives_overdue(now: datetime) -> QuerySet:
    """The people named in applications that were approved long ago: they have accounts by now."""
    return plain("applications.RepresentativeNamed").filter(
        application__state=State.APPROVED, application__closed_at__lt=now - REFUSED_LIFE
    )


def erase(applications: QuerySet, subject: Subject) -> int:
    """Delete what led to no membership, with its files; of the rest forget who applied."""
    keys = list(applications.values_list("pk", flat=True))
    gone = plain(APPLICATION).filter(pk__in=keys, state__in=WITHOUT_MEMBERSHIP)
    for declaration in plain("applications.Declaration").filter(application__in=gone):
        if declaration.file:
            file = declaration.file
            transaction.on_commit(lambda file=file: file.storage.delete(file.name))
    gone.delete()
    left = plain(APPLICATION).filter(pk__in=keys)
    plain("applications.ApplicationLink").filter(application__in=left).delete()
    left.update(
        applicant_name="",
        applicant_email=Concat(Cast(F("pk"), CharField()), Value(NOWHERE)),
    )
    return len(keys)


FIELDS = (
    Personal(
        "applications.RepresentativeNamed",
        ("name", "email", "phone", "position"),
        what=_("who is to act for an organisation that applies: name, address, telephone"),
        purpose=_("to invite them once the organisation is a member"),
        basis=Basis.CONTRACT,
        retention=REFUSED_LIFE,
        retention_text=_("a year after the approval; else as long as the application"),
        of=found_by("applications.RepresentativeNamed", addresses=["email"]),
        erase=deleted,
        overdue=representatives_overdue,
        automatic=True,
        names=("name",),
        phones=("phone",),
    ),
    Personal(
        "applications.ConsentGiven",
        ("words",),
        what=_("what an applicant consented to, when, and the words shown"),
        purpose=_("to do only what was consented to, and to prove it"),
        basis=Basis.LEGAL_OBLIGATION,
        retention=None,
        retention_text=WITH_APPLICATION,
        of=found_by("applications.ConsentGiven", addresses=["application__applicant_email"]),
        erase=deleted,
    ),
    Personal(
        "applications.Declaration",
        ("file", "signer_name"),
        what=_("the signed declaration of an applicant, and who signed it"),
        purpose=_("to know that who applies may speak for the organisation"),
        basis=Basis.CONTRACT,
        retention=None,
        retention_text=WITH_APPLICATION,
        of=found_by("applications.Declaration", addresses=["application__applicant_email"]),
        erase=deleted,
    ),
    mention(
        "applications.Declaration",
        "signer_name",
        what=_("who signed the declaration of somebody else’s application"),
        purpose=_("to know that who applies may speak for the organisation"),
        basis=Basis.CONTRACT,
        retention_text=WITH_APPLICATION,
    ),
    Personal(
        APPLICATION,
        ("applicant_name", "applicant_email"),
        what=_("who applies for membership: name and e-mail address"),
        purpose=PURPOSE,
        basis=Basis.CONTRACT,
        retention=REFUSED_LIFE,
        retention_text=RETENTION,
        of=found_by(APPLICATION, addresses=["applicant_email"]),
        erase=erase,
        overdue=overdue,
        automatic=True,
        names=("applicant_name",),
    ),
    mention(
        APPLICATION,
        "name",
        "name_latin",
        "address",
        what=_("the name and address of who applies, where that is a person"),
        purpose=PURPOSE,
        basis=Basis.CONTRACT,
        retention_text=RETENTION,
    ),
    mention(
        "applications.OfferMade",
        "text",
        what=_("an offer or a need, where it names somebody"),
        purpose=_("to show what a member offers and seeks"),
        retention_text=WITH_APPLICATION,
    ),
    mention(
        "applications.Question",
        "text",
        what=_("a question to an applicant, where it names somebody"),
        purpose=PURPOSE,
        basis=Basis.CONTRACT,
        retention_text=WITH_APPLICATION,
    ),
    mention(
        "applications.Answer",
        "text",
        what=_("an answer of an applicant, where it names somebody"),
        purpose=PURPOSE,
        basis=Basis.CONTRACT,
        retention_text=WITH_APPLICATION,
    ),
    mention(
        "applications.Decision",
        "reason",
        what=_("the reason of a decision, where it names somebody"),
        purpose=PURPOSE,
        retention_text=WITH_APPLICATION,
    ),
    *(
        reference(
            label,
            field,
            what=what,
            purpose=_("to know who decided on an application"),
            retention_text=WITH_APPLICATION,
        )
        for label, field, what in (
            (APPLICATION, "reviewer", _("who reviews an application")),
            ("applications.Question", "asked_by", _("who asked an applicant")),
            ("applications.Decision", "decided_by", _("who decided on an application")),
        )
    ),
)

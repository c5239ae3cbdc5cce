"""What this room itself holds about people: their requests, and the files they asked for."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.personal import (
    A_YEAR,
    Basis,
    Personal,
    Subject,
    deleted,
    found_by,
    kept,
    mention,
    older_than,
)
from kragozor.hub.privacy.models.erasure import OPEN
from kragozor.hub.privacy.models.export import KEPT

REQUEST = "privacy.ErasureRequest"
EXPORT = "privacy.DataExport"
REQUEST_PURPOSE = _("to carry out an erasure, and to prove that it was carried out")
REQUEST_RETENTION = _("until it is carried out; a year when it was taken back")


NOBODYS = {"address": "", "full_name": "", "telephone": "", "note": ""}


def requests_settle(records: QuerySet, subject: Subject) -> int:
    """Forget whose requests they are; one that waited is carried out by that."""
    records.filter(OPEN).update(carried_out_at=timezone.now(), **NOBODYS)
    return records.update(**NOBODYS)


FIELDS = (
    Personal(
        REQUEST,
        ("address", "full_name", "telephone"),
        what=_("address, name and telephone of who asked to be erased"),
        purpose=REQUEST_PURPOSE,
        basis=Basis.LEGAL_OBLIGATION,
        retention=A_YEAR,
        retention_text=REQUEST_RETENTION,
        of=found_by(REQUEST, people=["person"], addresses=["address"]),
        erase=requests_settle,
        overdue=older_than(REQUEST, "withdrawn_at", A_YEAR, address__gt=""),
        automatic=True,
        names=("full_name",),
        phones=("telephone",),
    ),
    mention(
        REQUEST,
        "note",
        what=_("how a request came, where it names somebody"),
        purpose=REQUEST_PURPOSE,
        basis=Basis.LEGAL_OBLIGATION,
        retention=A_YEAR,
        retention_text=REQUEST_RETENTION,
    ),
    Personal(
        REQUEST,
        ("person", "asked_by"),
        what=_("whose request it is, and who entered it"),
        purpose=REQUEST_PURPOSE,
        basis=Basis.LEGAL_OBLIGATION,
        retention=None,
        retention_text=REQUEST_RETENTION,
        of=found_by(REQUEST, people=["person", "asked_by"]),
        erase=kept,
        shown=False,
    ),
    Personal(
        "privacy.Erasure",
        ("person_hash", "address_hashes"),
        what=_("hashes of the account and the addresses of who was erased"),
        purpose=_("to erase them again when an older backup is restored"),
        basis=Basis.LEGAL_OBLIGATION,
        retention=None,
        retention_text=_("as long as there are backups from before"),
        of=found_by("privacy.Erasure"),
        erase=kept,
        shown=False,
    ),
    Personal(
        EXPORT,
        ("person", "file"),
        what=_("the file with all that is held about somebody, which they asked for"),
        purpose=_("to hand somebody their data"),
        basis=Basis.LEGAL_OBLIGATION,
        retention=KEPT,
        retention_text=_("a day"),
        of=found_by(EXPORT, people=["person"]),
        erase=deleted,
        overdue=older_than(EXPORT, "asked_at", KEPT),
        automatic=True,
        shown=False,
    ),
)

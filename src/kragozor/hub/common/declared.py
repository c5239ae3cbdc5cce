"""What of `common`, and of the programs below it, is personal: the log, letters, jobs, sessions."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.jobs import KEPT
from kragozor.hub.common.personal import (
    A_YEAR,
    Basis,
    Personal,
    Subject,
    cut_from,
    deleted,
    found_by,
    kept,
    mention,
    older_than,
    plain,
)

LOG_PURPOSE = _("to know who changed what and when, and to answer for it")
LOG_RETENTION = _("as long as the record it tells of; names and addresses go with an erasure")
JOB_PURPOSE = _("to do long work, and to show how it ended")
JOB_RETENTION = _("30 days after the work ended")
LETTER_PURPOSE = _("to know whether a letter went out, and to help whom it did not reach")


def sessions_of(subject: Subject) -> QuerySet:
    """The sessions in which somebody is signed in, or which hold their address on the way there.

    What a session holds is packed, so each has to be opened.
    """
    wanted = {subject.person_id, *subject.emails} - {None}
    found = [
        session.pk
        for session in plain("sessions.Session").iterator()
        if wanted and any(text in str(session.get_decoded()) for text in wanted)
    ]
    return plain("sessions.Session").filter(pk__in=found)


FIELDS = (
    Personal(
        "common.AuditEntry",
        ("actor",),
        what=_("who made a change"),
        purpose=LOG_PURPOSE,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=None,
        retention_text=LOG_RETENTION,
        of=found_by("common.AuditEntry", people=["actor"]),
        erase=kept,
        withheld=("actor",),
    ),
    mention(
        "common.AuditEntry",
        "detail",
        what=_("the details of a change, where they name somebody"),
        purpose=LOG_PURPOSE,
        retention_text=LOG_RETENTION,
    ),
    Personal(
        "common.SentLetter",
        ("to", "error"),
        what=_("the address, the subject and the outcome of a letter, never what it said"),
        purpose=LETTER_PURPOSE,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=A_YEAR,
        retention_text=_("a year"),
        of=found_by("common.SentLetter", addresses=["to"]),
        erase=deleted,
        overdue=older_than("common.SentLetter", "sent_at", A_YEAR),
        automatic=True,
    ),
    Personal(
        "common.SentLetter",
        ("subject",),
        what=_("the name of somebody in the subject of a letter to others"),
        purpose=LETTER_PURPOSE,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=A_YEAR,
        retention_text=_("a year"),
        of=found_by("common.SentLetter", texts=["subject", "error"]),
        erase=cut_from("subject", "error"),
        shown=False,
    ),
    Personal(
        "common.Job",
        ("owner",),
        what=_("the work somebody asked for, and its result"),
        purpose=JOB_PURPOSE,
        basis=Basis.CONTRACT,
        retention=KEPT,
        retention_text=JOB_RETENTION,
        of=found_by("common.Job", people=["owner"]),
        erase=deleted,
        overdue=older_than("common.Job", "ended_at", KEPT),
        automatic=True,
        withheld=("owner",),
    ),
    mention(
        "common.Job",
        "result",
        what=_("what the result of others’ work says about somebody"),
        purpose=JOB_PURPOSE,
        basis=Basis.CONTRACT,
        retention=KEPT,
        retention_text=JOB_RETENTION,
    ),
    Personal(
        "django_tasks_database.DBTaskResult",
        ("args_kwargs", "return_value", "traceback"),
        what=_("what a queued work was given, and how it failed"),
        purpose=JOB_PURPOSE,
        basis=Basis.CONTRACT,
        retention=KEPT,
        retention_text=JOB_RETENTION,
        of=found_by(
            "django_tasks_database.DBTaskResult",
            texts=["args_kwargs", "return_value", "traceback"],
        ),
        erase=cut_from("args_kwargs", "return_value", "traceback"),
        overdue=older_than("django_tasks_database.DBTaskResult", "finished_at", KEPT),
        shown=False,
    ),
    Personal(
        "sessions.Session",
        ("session_data",),
        what=_("who is signed in with which browser"),
        purpose=_("to keep somebody signed in from page to page"),
        basis=Basis.CONTRACT,
        retention=None,
        retention_text=_("two weeks after the last sign-in, or until the sign-out"),
        of=sessions_of,
        erase=deleted,
        overdue=lambda now: plain("sessions.Session").filter(expire_date__lt=now),
        automatic=True,
        shown=False,
    ),
    Personal(
        "admin.LogEntry",
        ("user",),
        what=_("who changed something in the administration"),
        purpose=LOG_PURPOSE,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=None,
        retention_text=LOG_RETENTION,
        of=found_by("admin.LogEntry", people=["user"]),
        erase=kept,
        withheld=("user",),
    ),
    mention(
        "admin.LogEntry",
        "object_repr",
        "change_message",
        what=_("whom a change in the administration was about"),
        purpose=LOG_PURPOSE,
        retention_text=LOG_RETENTION,
    ),
)

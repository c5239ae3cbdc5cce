"""What of records is personal: contacts that came in files, people that leave in files."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common import mentions
from kragozor.hub.common.personal import (
    A_YEAR,
    Basis,
    Personal,
    Subject,
    blanked,
    cut_from,
    found_by,
    mention,
    older_than,
    plain,
    reference,
)

A_DAY = timedelta(days=1)
IMPORTING = _("to bring in who is or may become a member, and to undo it where it was wrong")
EXPORTING = _("to take the records out for a reason that is written down")
A_YEAR_AFTER = _("a year after the import")
IN_ROWS = ("name", "values", "changes", "reasons", "cells", "made")
IN_IMPORTS = ("original_name", "headings", "sample", "defaults")
CONTACT = ("contact_name", "contact_email", "contact_phone")
WHO_DID = {
    "purpose": _("to know who brought records in, merged them, or took them out"),
    "retention_text": _("as long as the record, without the name once erased"),
}


def kept_files(label: str) -> Callable[[Subject], QuerySet]:
    """Return an ``of``: every file that is there, since no query knows what a file says."""
    return lambda subject: plain(label).exclude(file="")


def files_of_yesterday(label: str, moment: str) -> Callable[[datetime], QuerySet]:
    """Return an ``overdue``: the files of which the day is over."""
    return lambda now: plain(label).exclude(file="").filter(**{f"{moment}__lt": now - A_DAY})


def contact_forget(rows: QuerySet, subject: Subject) -> int:
    """Take the contact out of rows; of the cells, which do not say what they are, all go."""
    found = list(rows.only("pk", "values", "changes"))
    for row in found:
        plain("records.ImportRow").filter(pk=row.pk).update(
            values={key: value for key, value in row.values.items() if key not in CONTACT},
            changes=[change for change in row.changes if change[0] not in CONTACT],
            cells=[],
        )
    return len(found)


def imports_forget(imports: QuerySet, subject: Subject) -> int:
    """Cut somebody out; a first row that names them goes whole, since its columns have no names."""
    for batch in imports.only("pk", "sample"):
        left = [row if mentions.without(row, subject) == row else [] for row in batch.sample]
        plain("records.Import").filter(pk=batch.pk).update(sample=left)
    return cut_from(*IN_IMPORTS)(imports, subject)


FIELDS = (
    Personal(
        "records.ImportRow",
        ("values", "changes", "cells"),
        what=_("the contact of an organisation, in a row of an imported file"),
        purpose=IMPORTING,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=A_YEAR,
        retention_text=A_YEAR_AFTER,
        of=found_by("records.ImportRow", addresses=["values__contact_email"]),
        erase=contact_forget,
        names=("values__contact_name",),
        phones=("values__contact_phone",),
        shown=False,
    ),
    Personal(
        "records.ImportRow",
        IN_ROWS,
        what=_("somebody who is named elsewhere in a row of an imported file"),
        purpose=IMPORTING,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=A_YEAR,
        retention_text=A_YEAR_AFTER,
        of=found_by("records.ImportRow", texts=IN_ROWS),
        erase=cut_from(*IN_ROWS),
        overdue=older_than("records.ImportRow", "batch__created_at", A_YEAR),
        shown=False,
    ),
    Personal(
        "records.Import",
        IN_IMPORTS,
        what=_("the name and the first rows of an imported file"),
        purpose=IMPORTING,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=None,
        retention_text=_("as long as it is known what was imported, without the name once erased"),
        of=found_by("records.Import", texts=IN_IMPORTS),
        erase=imports_forget,
        shown=False,
    ),
    Personal(
        "records.Import",
        ("file",),
        what=_("an imported file"),
        purpose=IMPORTING,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=A_DAY,
        retention_text=_("until it is applied, at most a day"),
        of=kept_files("records.Import"),
        erase=blanked(file=""),
        overdue=files_of_yesterday("records.Import", "created_at"),
        automatic=True,
        shown=False,
    ),
    Personal(
        "records.Export",
        ("file",),
        what=_("a file with the people of members, taken out by the staff"),
        purpose=EXPORTING,
        basis=Basis.LEGITIMATE_INTEREST,
        retention=A_DAY,
        retention_text=_("a day"),
        # Also one without people quotes what was written of the work, where somebody may be named.
        of=kept_files("records.Export"),
        erase=blanked(file=""),
        overdue=files_of_yesterday("records.Export", "asked_at"),
        automatic=True,
        shown=False,
    ),
    mention(
        "records.Export",
        "reason",
        what=_("why people were taken out, where it names somebody"),
        purpose=EXPORTING,
        retention_text=_("as long as it is known what was taken out, without the name once erased"),
    ),
    mention(
        "records.Merge",
        "facts",
        what=_("the facts of two merged records, where they name somebody"),
        purpose=_("to reverse a merger that was wrong"),
        retention_text=_("as long as the record, without the name once erased"),
    ),
    reference(
        "records.Import",
        *("created_by", "applied_by", "undone_by"),
        what=_("who sent, applied and undid an import"),
        **WHO_DID,
    ),
    reference(
        "records.ColumnMemory", "person", what=_("who named the columns of a file"), **WHO_DID
    ),
    reference(
        "records.DistinctPair", "said_by", what=_("who found two records to be two"), **WHO_DID
    ),
    reference(
        "records.Merge",
        *("merged_by", "reversed_by"),
        what=_("who merged two records, and who reversed it"),
        **WHO_DID,
    ),
    reference("records.Export", "asked_by", what=_("who took records out"), **WHO_DID),
)

"""How long the dry run of an import takes, and with how many queries.

A hub of its own in a temporary folder with 5,000 members, and a file of 10,000 rows: half of
them are on record, a tenth is changed, some are refused.
"""

from __future__ import annotations

import io
import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person

MEMBERS, ROWS = 5_000, 10_000
LIMIT = 20.0
HEAD = ("ЕИК", "Име", "Сектор", "Област", "Град", "Член от", "Член до", "Внос")


def main() -> None:
    """Print a row for the dry run of a workbook and of a text, and one for its queries."""
    with tempfile.TemporaryDirectory(prefix="kragozor-bench-") as folder:
        os.environ |= {
            "DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/hub.sqlite3",
            "DJANGO_SETTINGS_MODULE": "kragozor.hub.settings",
            "EMAIL_URL": "memory://",
            "SECRET_KEY": "for the benchmark only, long enough to sign with",
        }
        person = hub_with_members()
        rows = list(rows_of(ROWS))
        for name, content in (("XLSX", workbook(rows)), ("CSV", text(rows))):
            taken, queries = dry_run(person, content)
            row(f"Dry run of {ROWS:,} rows ({name})", f"{taken:.1f} s", f"≤ {LIMIT:.0f} s")
        row(f"Dry run of {ROWS:,} rows, queries", str(queries), "–")


def hub_with_members() -> Person:
    """Return somebody of a hub in which the first members are on record."""
    import django

    django.setup()
    logging.disable(logging.WARNING)
    from django.contrib.auth import get_user_model
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    person = get_user_model().objects.create_user("staff@example.org", "x", full_name="Staff")
    members_make(person)
    return person


def members_make(person: Person) -> None:
    """Put the first members on record, all at once, since applying is not what is measured."""
    from kragozor.hub.members.models import Organisation, PillarMembership, Term

    facts = {"pillar": "textiles", "district": "BG342", "town": "Сливен"}
    held = Organisation.objects.bulk_create(
        Organisation(eik=cells[0], name=cells[1], **facts)
        for cells in rows_of(MEMBERS, change=False)
    )
    starts, ends = date(2026, 1, 1), date(2026, 12, 31)
    PillarMembership.objects.bulk_create(
        PillarMembership(organisation=one, pillar="textiles", since=starts) for one in held
    )
    paid = {"payment": "fee", "fee": Decimal("120.50"), "created_by": person}
    Term.objects.bulk_create(
        Term(organisation=one, starts=starts, ends=ends, **paid) for one in held
    )


def rows_of(count: int, *, change: bool = True) -> Iterator[tuple[str, ...]]:
    """Yield rows of made-up organisations; with change, every tenth says another town."""
    from kragozor.hub.members.eik import is_valid

    for number in range(count):
        head = f"{20_000_000 + number}"
        eik = next(code for digit in range(10) if is_valid(code := f"{head}{digit}"))
        town = "Ямбол" if change and number % 10 == 0 else "Сливен"
        district = "Пазарджки" if change and number % 100 == 7 else "Сливен"
        name = f"Предприятие {number} ООД"
        yield eik, name, "Текстил", district, town, "01.01.2026", "31.12.2026", "120,50"


def text(rows: list[tuple[str, ...]]) -> bytes:
    """Return the rows as a text table in the encoding of Bulgarian Excel."""
    return "\n".join(";".join(cells) for cells in (HEAD, *rows)).encode("cp1251")


def workbook(rows: list[tuple[str, ...]]) -> bytes:
    """Return the rows as a workbook."""
    from openpyxl import Workbook

    book, content = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet()
    for cells in (HEAD, *rows):
        sheet.append(cells)
    book.save(content)
    return content.getvalue()


def dry_run(person: Person, content: bytes) -> tuple[float, int]:
    """Return how long a dry run takes, and how often it asks the database."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        taken = seconds(lambda: compared(person, content))
    return taken, len(captured)


def compared(person: Person, content: bytes) -> object:
    """Send a file and compare it with what is on record, as the pages do."""
    from kragozor.hub.records.services.comparing import import_compare
    from kragozor.hub.records.services.imports import import_take

    batch = import_take(actor=person, target="members", name="members", content=content)
    import_compare(batch=batch, progress=lambda done, total: None)
    batch.refresh_from_db()
    return batch


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes; it is done once, since it changes what it meets."""
    begin = time.perf_counter()
    work()
    taken = time.perf_counter() - begin
    sys.stderr.write(f"{taken:.1f} s\n")
    return taken


def row(claim: str, ours: str, limit: str) -> None:
    """Print one row of the table."""
    sys.stdout.write(f"| {claim} | {ours} | – | – | {limit} |\n")


if __name__ == "__main__":
    main()

"""How long the server takes for the scoreboard of the programme with 5,000 members.

A hub of its own in a temporary folder: each member has two terms and a pillar, every second one
was measured twice, and each activity has twenty pieces of evidence.
"""

from __future__ import annotations

import logging
import os
import tempfile
from datetime import date, timedelta
from typing import TYPE_CHECKING

from benchmarks.result_page import row, seconds, seen

if TYPE_CHECKING:
    from django.test import Client

MEMBERS, EVIDENCE = 5000, 20
LIMIT = 0.300


def main() -> None:
    """Print a row for the Council's page, one for what everybody sees, one for the queries."""
    with tempfile.TemporaryDirectory(prefix="kragozor-bench-") as folder:
        os.environ |= {
            "DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/hub.sqlite3",
            "DJANGO_SETTINGS_MODULE": "kragozor.hub.settings",
            "EMAIL_URL": "memory://",
            "SECRET_KEY": "for the benchmark only, long enough to sign with",
            "STAFF_SECOND_FACTOR": "false",
        }
        client = hub_with_a_programme()
        council = seconds(lambda: seen(client, "/council/programme/"))
        public = seconds(lambda: seen(client, "/progress/"))
        queries = queries_of(client, "/council/programme/")
    limit = f"≤ {1000 * LIMIT:.0f} ms"
    row("Scoreboard, 5,000 members, server time", f"{1000 * council:.0f} ms", limit)
    row("Public progress, 5,000 members, server time", f"{1000 * public:.0f} ms", limit)
    row("Scoreboard, queries", str(queries), "constant")


def hub_with_a_programme() -> Client:
    """Return somebody of the staff signed in, before a hub full of members."""
    import django

    django.setup()
    logging.disable(logging.WARNING)
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.test import Client

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    person = get_user_model().objects.create_user(
        "staff@example.org", "x", full_name="Staff", is_staff=True
    )
    members_make(person)
    evidence_make(person)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person)
    return client


def members_make(person: object) -> None:
    """Put the members into the database, with their terms, pillars and measurings."""
    from kragozor.hub.members.models import Organisation, PillarMembership, Term
    from kragozor.instruments.reference import territory

    today = date.today()
    pillars, districts = ("textiles", "plastics", "agrifood"), territory.districts()
    made = Organisation.objects.bulk_create(
        Organisation(
            name=f"Member {place}",
            pillar=pillars[place % 3],
            kind="university" if place % 10 == 0 else "company",
            district=districts[place % 28].code,
            is_demonstration=True,
        )
        for place in range(MEMBERS)
    )
    begins = [today - timedelta(days=365 + place % 300) for place in range(MEMBERS)]
    PillarMembership.objects.bulk_create(
        PillarMembership(organisation=one, pillar=one.pillar, since=begin)
        for one, begin in zip(made, begins, strict=True)
    )
    Term.objects.bulk_create(
        Term(
            organisation=one,
            starts=begin + timedelta(days=365 * year),
            ends=begin + timedelta(days=365 * (year + 1) - 1),
            payment="waiver",
            waiver_reason="benchmark",
            created_by=person,
        )
        for one, begin in zip(made, begins, strict=True)
        for year in range(2)
    )
    measurings_make(person, made[::2])


def measurings_make(person: object, organisations: list) -> None:
    """Let each organisation measure one subject for two years, on days of the last year."""
    from django.utils import timezone

    from kragozor.hub.measuring.models import Assessment, Inventory

    inventories = Inventory.objects.bulk_create(
        Inventory(
            organisation=one,
            name="Product",
            kind="product",
            pillar=one.pillar,
            period_start=date(year, 1, 1),
            period_end=date(year, 12, 31),
            created_by=person,
            updated_by=person,
        )
        for one in organisations
        for year in (2023, 2024)
    )
    made = Assessment.objects.bulk_create(
        Assessment(
            inventory=one,
            number=1,
            name=one.name,
            period_start=one.period_start,
            period_end=one.period_end,
            result={},
            headline="mci.mci",
            value=0.4,
            balance_closes=True,
            proxy_share=0,
            method="1",
            created_by=person,
        )
        for one in inventories
    )
    for place, one in enumerate(made):
        one.created_at = timezone.now() - timedelta(days=place % 360)
    Assessment.objects.bulk_update(made, ["created_at"], batch_size=200)


def evidence_make(person: object) -> None:
    """Put evidence on record for every activity."""
    from kragozor.hub.programme.models import Activity, Evidence

    Evidence.objects.bulk_create(
        Evidence(
            activity=activity,
            on=date.today() - timedelta(days=20 * place),
            title=f"Done {place}",
            value=1,
            is_public=True,
            added_by=person,
        )
        for activity in Activity.objects.all()
        for place in range(EVIDENCE)
    )


def queries_of(client: Client, address: str) -> int:
    """Return how often a page asks the database."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        seen(client, address)
    return len(captured)


if __name__ == "__main__":
    main()

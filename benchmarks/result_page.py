"""How long the server takes for the page of a result, for its PDF, and for two side by side.

A hub of its own in a temporary folder, with the demonstration company's PET bottle in it, and
the same with every mass a little larger.
"""

from __future__ import annotations

import logging
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from kragozor.instruments.revision import with_value

if TYPE_CHECKING:
    from django.test import Client

    from kragozor.instruments.inventory import Inventory

REPETITIONS = 20
PAGE_LIMIT, QUERIES_LIMIT, PDF_LIMIT, COMPARE_LIMIT = 0.150, 15, 0.500, 0.500
LARGER = 1.01


def main() -> None:
    """Print two rows for the page, one for its queries, one for the report, one for comparing."""
    with tempfile.TemporaryDirectory(prefix="kragozor-bench-") as folder:
        os.environ |= {
            "DATA_DIR": folder,
            "DATABASE_URL": f"sqlite:///{folder}/hub.sqlite3",
            "DJANGO_SETTINGS_MODULE": "kragozor.hub.settings",
            "EMAIL_URL": "memory://",
            "SECRET_KEY": "for the benchmark only, long enough to sign with",
        }
        client, address, compare = hub_with_a_result()
        first = seconds(lambda: seen_anew(client, address))
        again = seconds(lambda: seen(client, address))
        queries = queries_of(client, address)
        pdf = seconds(lambda: seen(client, f"{address}report.pdf"))
        compared = seconds(lambda: seen(client, compare))
    limit = f"≤ {1000 * PAGE_LIMIT:.0f} ms"
    row("Result page, server time, opened for the first time", f"{1000 * first:.0f} ms", limit)
    row("Result page, server time, opened again", f"{1000 * again:.0f} ms", limit)
    row("Result page, queries", str(queries), f"≤ {QUERIES_LIMIT}")
    row("PDF of the result, server time", f"{1000 * pdf:.0f} ms", f"≤ {1000 * PDF_LIMIT:.0f} ms")
    limit = f"≤ {1000 * COMPARE_LIMIT:.0f} ms"
    row("Two results side by side, with 1,000 draws", f"{1000 * compared:.0f} ms", limit)


def hub_with_a_result() -> tuple[Client, str, str]:
    """Return somebody signed in, and where their result stands, alone and beside another."""
    import django

    django.setup()
    logging.disable(logging.WARNING)
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.test import Client
    from django.urls import reverse

    from kragozor.files.facts import inventory_read
    from kragozor.hub.measuring.examples import inventories
    from kragozor.hub.measuring.services.inventories import inventory_declare
    from kragozor.hub.measuring.services.measuring import inventory_measure
    from kragozor.hub.members.services import organisation_create

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    person = get_user_model().objects.create_user("owner@example.org", "x", full_name="Owner")
    company = organisation_create(
        actor=person, name="Demo", pillar="plastics", is_demonstration=True
    )
    declared = inventory_read(inventories()["pet-bottle"])
    inventory = inventory_declare(actor=person, organisation=company, declared=declared)
    assessment = inventory_measure(actor=person, inventory=inventory)
    other = inventory_declare(actor=person, organisation=company, declared=enlarged(declared))
    beside = inventory_measure(actor=person, inventory=other)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person)
    compare = reverse("measuring:compare", args=[beside.pk])
    return client, reverse("measuring:result", args=[assessment.pk]), compare


def enlarged(inventory: Inventory) -> Inventory:
    """Return the same under another name, with every mass a little larger."""
    for place, quantity in inventory.quantities():
        if place.name in {"mass", "product_mass"}:
            inventory = with_value(inventory, place, LARGER * quantity.value)
    return replace(inventory, subject=replace(inventory.subject, name="A little larger"))


def seen(client: Client, address: str) -> None:
    """Ask for a page that must be there."""
    status = client.get(address).status_code
    if status != 200:
        raise RuntimeError(f"{address} answers {status}")


def seen_anew(client: Client, address: str) -> None:
    """Ask for the page of a result as if nobody had asked for it yet."""
    from kragozor.hub.measuring.result_page import rendered

    rendered.cache_clear()
    seen(client, address)


def queries_of(client: Client, address: str) -> int:
    """Return how often the page asks the database."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        seen_anew(client, address)
    return len(captured)


def seconds(work: Callable[[], object]) -> float:
    """Return the median time of some repetitions after one that warms up."""
    work()
    times = []
    for _ in range(REPETITIONS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return median(times)


def row(claim: str, ours: str, limit: str) -> None:
    """Print one row of the table."""
    print(f"| {claim} | {ours} | – | – | {limit} |")


if __name__ == "__main__":
    main()

"""How long the server takes for a page of the directory with 5,000 members, and for places.

A hub of its own in a temporary folder, on SQLite unless `DATABASE_URL` names another database.
"""

from __future__ import annotations

import logging
import os
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO
from itertools import product
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from django.test import Client

MEMBERS, REPETITIONS = 5000, 15
LIMIT = 100
# No word of the first is in the form it was written in; the last goes through all filters.
SEARCHES = {
    "words in another form": f"/members/?q={quote('рециклираните ПЛАСТМАСИ')}",
    "a rare word": f"/members/?q={quote('лена')}",
    "no filter at all": "/members/",
    "words and four filters": f"/members/?q={quote('отпадък')}&pillar=plastics&place=BG42"
    "&activity=C&offers=residue",
}
PLACES = {
    "all regions": "/regions/",
    "a district": "/regions/BG411/",
    "a pillar": "/pillars/plastics/",
}
NAMES = ("Зелена", "Синя", "Бяла", "Първа", "Нова", "Южна", "Северна", "Висока")
THINGS = ("нишка", "бутилка", "опаковка", "нива", "мелница", "тъкан", "градина", "работилница")
TEXT = (
    "Произвеждаме изделия от рециклирана пластмаса и търсим отпадъци от опаковки, които да "
    "върнем в производството. Работим с общини, училища и търговски вериги от цялата страна. "
)


def main() -> None:
    """Print a row for each search, which has a limit, and for each page of a place or pillar."""
    with tempfile.TemporaryDirectory(prefix="kragozor-bench-") as folder:
        os.environ |= {
            "DATA_DIR": folder,
            "DATABASE_URL": os.environ.get("DATABASE_URL", f"sqlite:///{folder}/hub.sqlite3"),
            "DJANGO_SETTINGS_MODULE": "kragozor.hub.settings",
            "EMAIL_URL": "memory://",
            "SECRET_KEY": "for the benchmark only, long enough to sign with",
        }
        client = hub_with_members()
        for name, address in SEARCHES.items():
            row(f"Directory of 5,000 members: {name}", client, address, f"≤ {LIMIT} ms")
        for name, address in PLACES.items():
            row(f"Page of {name} with 5,000 members", client, address, "–")


def hub_with_members() -> Client:
    """Return a visitor of a hub with many members."""
    import django

    django.setup()
    logging.disable(logging.WARNING)
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    members_make()
    call_command("search_refresh", verbosity=0, stdout=StringIO())
    # A database that has been in use knows how its values are spread; one just filled does not.
    connection.cursor().execute("ANALYZE")
    return Client(SERVER_NAME="127.0.0.1")


def members_make() -> None:
    """Make the members in bulk, each with a page and something to offer."""
    from django.contrib.auth import get_user_model

    from kragozor.hub.members.models import (
        MemberPage,
        Offering,
        Organisation,
        PillarMembership,
        Term,
    )
    from kragozor.instruments.reference.territory import districts

    chance = random.Random(1)
    codes = [district.code for district in districts()]
    actor = get_user_model().objects.create_user("staff@example.org", "x", full_name="Staff")
    names = [f"{one} {other}" for one, other in product(NAMES, THINGS)]
    made = Organisation.objects.bulk_create(
        Organisation(
            name=f"{chance.choice(names)} {number} ООД",
            pillar="plastics",
            district=chance.choice(codes),
            activity_version="kid-2025",
            activity_code=chance.choice(("13.10", "22.22", "38.21", "01.11")),
            is_demonstration=True,
        )
        for number in range(MEMBERS)
    )
    first = date.today() - timedelta(days=30)
    last = first + timedelta(days=365)
    Term.objects.bulk_create(
        Term(organisation=one, starts=first, ends=last, payment="fee", fee=1, created_by=actor)
        for one in made
    )
    PillarMembership.objects.bulk_create(
        PillarMembership(organisation=one, pillar=pillar, since=first)
        for one in made
        for pillar in chance.sample(("textiles", "plastics", "agrifood"), chance.choice((1, 2)))
    )
    MemberPage.objects.bulk_create(
        MemberPage(organisation=one, is_shown=True, text_bg=TEXT) for one in made
    )
    Offering.objects.bulk_create(
        Offering(
            organisation=one,
            direction=chance.choice(("offer", "seek")),
            topic="residue",
            text_bg=chance.choice(("Лен на бали", "Изрезки от PET", "Зърнени остатъци")),
        )
        for one in made
    )


def seen(client: Client, address: str) -> None:
    """Ask for a page that must be there."""
    status = client.get(address).status_code
    if status != 200:
        raise RuntimeError(f"{address} answers {status}")


def seconds(work: Callable[[], object]) -> float:
    """Return the median time of some repetitions after one that warms up."""
    work()
    times = []
    for _ in range(REPETITIONS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return median(times)


def row(claim: str, client: Client, address: str, limit: str) -> None:
    """Measure a page and print one row of the table."""
    ours = seconds(lambda: seen(client, address))
    print(f"| {claim}, server time | {1000 * ours:.0f} ms | – | – | {limit} |")


if __name__ == "__main__":
    main()

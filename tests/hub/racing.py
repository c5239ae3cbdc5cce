"""Several people who press at the same moment, where the database lets them."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection

RACES = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time"),
]


def at_once(*changes: Callable[[], object]) -> list[str]:
    """Make changes at the same moment, and return what became of each: "done", or why not."""
    start, outcomes = threading.Barrier(len(changes)), []

    def make(change: Callable[[], object]) -> None:
        start.wait(timeout=10)
        try:
            change()
            outcomes.append("done")
        except Exception as refused:
            outcomes.append(type(refused).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=make, args=(change,)) for change in changes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return sorted(outcomes)

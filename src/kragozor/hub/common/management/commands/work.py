"""Work the queue, and keep the hub in order meanwhile."""

import threading

from django.db import connection
from django_tasks_db.management.commands import db_worker

from kragozor.hub.common.chores import chores_do

# Seconds between two rounds of chores.
ROUND = 60


class Command(db_worker.Command):
    """The chores stand in a thread of their own: a long job must not keep them waiting."""

    help = "Work the queue; tidy up at the start and every minute."

    def handle(self, **options: object) -> None:
        threading.Thread(target=chores_keep, daemon=True).start()
        super().handle(**options)


def chores_keep() -> None:
    """Do the chores, round after round."""
    pause = threading.Event()
    while True:
        chores_do()
        connection.close()
        pause.wait(ROUND)

"""Put in order what is put in order regularly, now."""

from django.core.management.base import BaseCommand

from kragozor.hub.common.chores import chores_do


class Command(BaseCommand):
    help = "End lost jobs; delete what is over: sessions, old jobs, refused files."

    def handle(self, **options: object) -> None:
        for name, count in chores_do().items():
            self.stdout.write(f"{name}: {count}")

"""Writing down anew by which words organisations are found."""

from django.core.management.base import BaseCommand

from kragozor.hub.members.search import refresh_all


class Command(BaseCommand):
    help = "Write down anew by which words each organisation is found, after a change of rules."

    def handle(self, **options: object) -> None:
        self.stdout.write(f"{refresh_all()} organisations")

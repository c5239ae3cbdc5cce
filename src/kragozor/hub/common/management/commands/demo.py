"""Demonstration data: companies that are not, with figures that are public."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kragozor.hub.common.demonstration import PASSWORD, demonstration_load


class Command(BaseCommand):
    help = "Load demonstration data, and say who to sign in as. Run again, it adds nothing."

    def handle(self, **options: object) -> None:
        if not settings.DEMO:
            raise CommandError("Set DEMO=true: its people have a password that everybody knows.")
        guests = demonstration_load()
        self.stdout.write(f"\nДемонстрация / Demonstration: {settings.BASE_URL.geturl()}\n\n")
        for guest in guests:
            self.stdout.write(f"  {guest.email:<24} {guest.described}")
        self.stdout.write(f"\n  Парола на всички / everybody's password: {PASSWORD}\n")

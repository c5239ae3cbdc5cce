"""All that the hub needs before it can serve: translations, tables, static files."""

from argparse import ArgumentParser

from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand

from kragozor.hub.common.catalogues import compile_stale


class Command(BaseCommand):
    help = "Compile translations, migrate the database and collect static files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--demo", action="store_true", help="load demonstration data too")

    def handle(self, *, demo: bool, **options: object) -> None:
        compile_stale()
        self.check(databases=["default"])
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if demo and "demo" in get_commands():
            call_command("demo")

"""After a backup was restored: erase again whom it brought back."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from kragozor.hub.privacy.models import Erasure
from kragozor.hub.privacy.services.erasure_list import erasures_unknown, key_mark, list_path
from kragozor.hub.privacy.services.files import files_delete
from kragozor.hub.privacy.services.replay import erasures_replay


class Command(BaseCommand):
    help = (
        "Erase again everybody whose erasure the restored database does not know of, and the "
        "files that no record refers to. Run it while the hub is stopped."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "copies",
            nargs="*",
            type=Path,
            metavar="FILE",
            help="newer copies of the list, such as the one that stood here before",
        )

    def handle(self, *, copies: list[Path], **options: object) -> None:
        if missing := [str(path) for path in copies if not path.is_file()]:
            raise CommandError(f"There is no file {', '.join(missing)}.")
        count = erasures_replay(copies)
        self.stdout.write(f"{list_path()}: {count} erasures carried out again.")
        self.stdout.write(f"{files_delete()} files deleted that no record refers to.")
        if left := erasures_unknown(copies):
            raise CommandError(self._why(left))

    def _why(self, left: list[Erasure]) -> str:
        """Say what kept some lines from being carried out."""
        foreign = [line for line in left if line.key != key_mark()]
        if foreign:
            return (
                f"{len(foreign)} lines were written with another SECRET_KEY, so nobody can say "
                "whom they mean. Set the key of that time and run this again."
            )
        return f"{len(left)} lines failed; the log above says why. Run this again."

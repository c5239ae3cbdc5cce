"""After a backup was restored: erase again whom it brought back."""

from django.core.management.base import BaseCommand, CommandError

from kragozor.hub.privacy.services.replay import erasures_replay, erasures_unknown, list_path


class Command(BaseCommand):
    help = "Erase again everybody whose erasure the restored database does not know of."

    def handle(self, **options: object) -> None:
        count = erasures_replay()
        self.stdout.write(f"{list_path()}: {count} erasures carried out again.")
        if foreign := erasures_unknown():
            raise CommandError(
                f"{len(foreign)} lines were written with another SECRET_KEY, so nobody can say "
                "whom they mean. Set the key of that time and run this again."
            )

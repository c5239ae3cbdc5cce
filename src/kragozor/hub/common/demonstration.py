"""A demonstration is put together by the apps, each from what it has to show, the lowest first.

    class MembersConfig(AppConfig):
        demonstration = "kragozor.hub.members.demonstration.load"

``load()`` adds what is not there yet, and yields whom a visitor may sign in as.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from django.apps import apps
from django.utils.module_loading import import_string

# Nobody has an address below this name, which cannot exist (RFC 2606).
ADDRESSES = "@demo.example"
PASSWORD = "kragozor-demo"  # noqa: S105, it is printed for everybody to use


@dataclass(frozen=True)
class Guest:
    """Somebody a visitor may sign in as, and what that shows, in both languages."""

    email: str
    described: str


def demonstration_load() -> list[Guest]:
    """Load what is not there yet; return who there is to sign in as."""
    return [guest for load in _loads() for guest in load()]


def table_of(package: str, name: str) -> list[dict[str, str]]:
    """Return the rows of a table of invented facts that lies in a package."""
    text = files(package).joinpath(f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _loads() -> Iterator:
    for app in reversed(list(apps.get_app_configs())):
        if path := getattr(app, "demonstration", None):
            yield import_string(path)

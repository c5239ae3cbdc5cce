"""A demonstration is put together by the apps, each from what it has to show, the lowest first.

    class MembersConfig(AppConfig):
        demonstration = "kragozor.hub.members.demonstration.load"

``load()`` adds what is not there yet, and yields whom a visitor may sign in as.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.utils.module_loading import import_string

PASSWORD = "kragozor-demo"  # noqa: S105, it is printed for everybody to use


@dataclass(frozen=True)
class Guest:
    """Somebody a visitor may sign in as, and what that shows, in both languages."""

    email: str
    described: str


def demonstration_load() -> list[Guest]:
    """Load what is not there yet; return who there is to sign in as."""
    return [guest for load in _loads() for guest in load()]


def _loads() -> Iterator:
    for app in reversed(list(apps.get_app_configs())):
        if path := getattr(app, "demonstration", None):
            yield import_string(path)

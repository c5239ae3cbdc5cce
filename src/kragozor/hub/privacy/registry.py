"""The declarations as people read them: by app, in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.apps import AppConfig, apps
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.personal import Personal, Text, declarations, declared_by_app


@dataclass(frozen=True)
class Kind:
    """One kind of record, as the pages show it."""

    declared: Personal

    @property
    def key(self) -> str:
        """By which an address names it."""
        return f"{self.declared.model}.{self.declared.fields[0]}".lower()

    @property
    def what(self) -> Text:
        return capfirst(self.declared.what or ", ".join(self._names()))

    @property
    def technical(self) -> str:
        return f"{self.declared.model}: {', '.join(self.declared.fields)}"

    def _names(self) -> list[str]:
        fields = apps.get_model(self.declared.model)._meta
        return [str(fields.get_field(name).verbose_name) for name in self.declared.fields]


@dataclass(frozen=True)
class Room:
    """An app and what it holds about people."""

    name: Text
    kinds: tuple[Kind, ...]


def rooms() -> list[Room]:
    """The registry, app by app."""
    return [Room(app.verbose_name, tuple(map(Kind, declared))) for app, declared in in_order()]


def in_order() -> list[tuple[AppConfig, tuple[Personal, ...]]]:
    """The declarations by app: people first, and the log, which is about everything, last."""
    return sorted(declared_by_app(), key=lambda one: one[0].label == "common")


def kind_of(key: str) -> Kind | None:
    """The kind of record that an address names; None where there is no such kind."""
    return next((kind for kind in map(Kind, declarations()) if kind.key == key), None)


# The rights of Articles 15 to 22 and 77, in plain words.
RIGHTS = (
    (_("See"), _("what we hold about you, and have a copy of it")),
    (_("Correct"), _("what is wrong or out of date")),
    (_("Erase"), _("what we hold, unless a law makes us keep it")),
    (_("Take along"), _("your data as a file that programs can read")),
    (_("Object"), _("to what we do for our own interest, and withdraw a consent at any time")),
    (_("Complain"), _("to the Commission for Personal Data Protection, cpdp.bg")),
)

"""What the programme says of each activity: words, indicator and where its value comes from."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.languages import language
from kragozor.hub.programme.enums import Counting

EVIDENCE = "evidence"
ROOMS = {
    "partners": _("the records of partners and sponsors"),
    "funding": _("the records of calls and consultations"),
    "strategies": _("the records of sector strategies"),
    "academy": _("the records of trainings and certificates"),
    "initiatives": _("the records of joint projects and pilots"),
    "outreach": _("the records of publications and groups"),
    "events": _("the records of events"),
    "positions": _("the records of positions"),
}
METHODS = {
    Counting.SUM: _("The numbers of all evidence dated up to and including the day, added up."),
    Counting.LATEST: _("The number of the newest evidence dated up to and including the day."),
}


@dataclass(frozen=True)
class Said:
    """A text in both languages; as a string it is in the language of the page."""

    bg: str
    en: str

    def __str__(self) -> str:
        return self.en if language() == "en" else self.bg


@dataclass(frozen=True)
class Plan:
    """One of the seventeen activities as the programme has it."""

    number: int
    title: Said
    indicator: Said
    unit: Said
    source: str
    target: float | None = None
    counting: Counting | None = None
    room: str = ""
    counted: Said = field(default=Said("", ""))

    @property
    def is_live(self) -> bool:
        """Whether its value is counted from live records."""
        return self.source != EVIDENCE

    @property
    def method(self) -> str:
        """How its value comes about, in words."""
        return str(METHODS[self.counting]) if self.counting else str(self.counted)

    @property
    def supplier(self) -> str:
        """What will supply the value in place of evidence by hand, once it is there."""
        return str(ROOMS.get(self.room, ""))


@cache
def plans() -> Mapping[int, Plan]:
    """Return the activities by their number, in order."""
    return {row["number"]: _plan(row) for row in _file()["activity"]}


def council_name() -> str:
    """Return the name of the Council in the language of the page."""
    return str(Said(**_file()["council"]["name"]))


def chamber_name() -> str:
    """Return the name of the Chamber that the Council belongs to."""
    return str(Said(**_file()["council"]["chamber"]))


def programme_begins() -> date:
    """Return the first day of the programme."""
    begins: date = _file()["begins"]
    return begins


def _plan(row: Mapping[str, Any]) -> Plan:
    counting = row.get("counting")
    return Plan(
        number=row["number"],
        title=Said(**row["title"]),
        indicator=Said(**row["indicator"]),
        unit=Said(**row["unit"]),
        source=row["source"],
        target=row.get("target"),
        counting=Counting(counting) if counting else None,
        room=row.get("room", ""),
        counted=Said(**row.get("method", {"bg": "", "en": ""})),
    )


@cache
def _file() -> Mapping[str, Any]:
    text = resources.files(__package__).joinpath("activities.toml").read_text("utf-8")
    return tomllib.loads(text)

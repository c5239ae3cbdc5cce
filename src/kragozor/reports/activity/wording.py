"""The words, numbers and dates of the report in one language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kragozor.reports.activity.facts import ActivityReport
from kragozor.words import Message, room_entries, say
from kragozor.words.numbers import date_text, decimal_text


@dataclass(frozen=True)
class Wording:
    """What the report says in one language."""

    language: str

    def say(self, entry: str, **values: str) -> str:
        """Return an entry of the report's words as a sentence."""
        return say(Message(f"activity.{entry}", values), self.language)

    def head(self, part: str, *entries: str) -> tuple[str, ...]:
        """Return several entries of one part: the head of a table."""
        return tuple(self.say(f"{part}.{entry}") for entry in entries)

    def number(self, value: float | None) -> str:
        """Return a number; a dash where there is none."""
        return decimal_text(value, self.language)

    def day(self, day: dt.date | None) -> str:
        """Return a date in long form."""
        return date_text(day, self.language)

    def year(self, year: int) -> str:
        """Return a year by its number."""
        return self.say("year", year=str(year))

    def years(self, report: ActivityReport) -> tuple[str, str]:
        """Return the year of a report and the one before: the heads of their columns."""
        return self.year(report.year), self.year(report.year - 1)

    def states(self) -> tuple[str, ...]:
        """Return every state that an activity may be in."""
        return tuple(room_entries("activity")["state"])

    def state(self, name: str) -> str:
        """Return one of the states as a word."""
        return self.say(f"state.{name}")

    def standing(self, name: str) -> str:
        """Return the activities of one state, as a line of a table."""
        return self.say(f"standing.{name}")

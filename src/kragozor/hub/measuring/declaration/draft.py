"""A whole inventory in the making: its sections, what is missing, how the masses stand."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from kragozor.files.facts import inventory_read
from kragozor.files.fields import Section, section, sections
from kragozor.files.offer import section_asked
from kragozor.files.problems import FileRefused, Problem, Unreadable
from kragozor.files.values import value_read
from kragozor.hub.measuring.declaration.rows import RowView, row_view
from kragozor.instruments.balance import TOLERANCE
from kragozor.instruments.inventory import Pillar
from kragozor.instruments.result import Balance


@dataclass(frozen=True)
class SectionState:
    """How far a section is: ``done``, ``wrong``, ``empty`` or ``optional``."""

    section: Section
    language: str
    rows: int
    problems: int
    is_filled: bool

    @property
    def name(self) -> str:
        return self.section.name

    @property
    def label(self) -> str:
        return self.section.labels[self.language]

    @property
    def state(self) -> str:
        if self.problems:
            return "wrong" if self.is_filled else "empty"
        if self.is_filled:
            return "done"
        return "empty" if self.section.is_needed else "optional"


@dataclass(frozen=True)
class Draft:
    """Facts in the making, with everything that is still wrong with them."""

    facts: Mapping[str, Any]
    language: str

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        try:
            inventory_read(self.facts)
        except FileRefused as refused:
            return refused.problems
        return ()

    @property
    def is_ready(self) -> bool:
        """Whether the facts can be measured."""
        return not self.problems

    @property
    def pillar(self) -> Pillar | None:
        """The sector that decides what is asked for; None while it cannot be read."""
        raw = (self.facts.get("subject") or {}).get("pillar")
        try:
            return cast("Pillar | None", value_read(section("subject").field("pillar"), raw))
        except Unreadable:
            return None

    @cached_property
    def states(self) -> tuple[SectionState, ...]:
        """How far each section is that the company is asked for, in the order of declaration."""
        return tuple(
            SectionState(
                section=declared,
                language=self.language,
                rows=len(self.rows_raw(declared.name)),
                problems=len(self.problems_of(declared.name)),
                is_filled=self._is_filled(declared.name),
            )
            for declared in sections()
            if declared.is_for(self.pillar) or self._is_filled(declared.name)
        )

    @property
    def wrong(self) -> tuple[SectionState, ...]:
        """The sections to go back to."""
        return tuple(state for state in self.states if state.problems)

    def rows(self, name: str) -> tuple[RowView, ...]:
        """Return the rows of a section as forms; a section without rows is one form."""
        declared = section(name)
        return tuple(
            self.row(name, number if declared.many else None, raw)
            for number, raw in enumerate(self.rows_raw(name), start=1)
        )

    def row(self, name: str, number: int | None, raw: Mapping[str, object]) -> RowView:
        """Return one row as a form, with what is wrong at its place."""
        found = [p for p in self.problems_of(name) if p.place and p.place.row == number]
        if not self._is_filled(name):
            # Nobody is told off before they have typed: what is left to fill stands aside.
            found = [p for p in found if p.place and raw.get(p.place.name)]
        return self._row_view(name, number, raw, found)

    def new_row(self, name: str, typed: Mapping[str, object] | None = None) -> RowView:
        """Return the row that is about to be added; nothing is wrong with it yet."""
        return self._row_view(name, None, typed or {}, ())

    def rows_raw(self, name: str) -> Sequence[Mapping[str, Any]]:
        """Return the rows of a section as they were typed."""
        content = self.facts.get(name)
        return (content or []) if section(name).many else [content or {}]

    def problems_of(self, name: str) -> list[Problem]:
        return [p for p in self.problems if p.place and p.place.section == name]

    @cached_property
    def balance(self) -> Balance:
        """The masses so far; what cannot be read yet is not counted."""
        subject = self.facts.get("subject") or {}
        return Balance(
            inflow=self._mass("inflows"),
            outflow=self._mass("outflows"),
            stock_change=_number("subject", "stock_change", subject),
            tolerance=TOLERANCE,
        )

    @property
    def gap_share(self) -> float:
        """The gap in thousandths of the larger side; sums of rounded masses differ below that."""
        return round(self.balance.relative_gap or 0.0, 3) or 0.0

    @property
    def flow_bars(self) -> tuple[float, float]:
        """Both sides of the balance as shares of the larger one."""
        larger = max(self.balance.inflow, self.balance.outflow)
        if larger <= 0:
            return 0.0, 0.0
        return self.balance.inflow / larger, self.balance.outflow / larger

    def _row_view(
        self, name: str, number: int | None, raw: Mapping[str, object], found: Iterable[Problem]
    ) -> RowView:
        asked = section_asked(section(name), self.pillar, raw.__contains__)
        return row_view(asked, number, raw, found, self.language)

    def _mass(self, name: str) -> float:
        return math.fsum(_number(name, "mass", row) for row in self.rows_raw(name))

    def _is_filled(self, name: str) -> bool:
        rows = self.rows_raw(name)
        if name == "subject":
            return bool(rows[0].get("name"))
        return any(bool(row) for row in rows)


def _number(section_name: str, field_name: str, row: Mapping[str, Any]) -> float:
    raw = row.get(field_name)
    value = raw.get("value") if isinstance(raw, Mapping) else raw
    try:
        return float(value_read(section(section_name).field(field_name), value) or 0.0)
    except Unreadable:
        return 0.0

"""What a page shows of a file: its rows beside what is in force, and how many of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kragozor.hub.reference.differences import Difference, differences
from kragozor.hub.reference.enums import Kind, Outcome
from kragozor.hub.reference.models import Batch
from kragozor.hub.reference.queries import mark, parameters_in_force, titles_in_force
from kragozor.instruments.parameters import ParameterTable
from kragozor.instruments.reference.waste import TitleStatus, by_code, headings


@dataclass(frozen=True)
class TitleRow:
    """A title that a file brings, and the one that stands in its place."""

    outcome: Outcome
    written: str
    title: str
    before: str
    is_working: bool


@dataclass(frozen=True)
class Preview:
    """The rows of one outcome or all, the counts of every outcome, and what they were held to."""

    rows: Sequence[Difference | TitleRow]
    counts: Sequence[tuple[Outcome, int]]
    outcome: str
    mark: int
    missing: int = 0

    @property
    def total(self) -> int:
        """How many rows there are."""
        return sum(count for _outcome, count in self.counts)

    @property
    def to_apply(self) -> int:
        """How many rows change anything."""
        return sum(count for outcome, count in self.counts if outcome != Outcome.UNCHANGED)


def preview(batch: Batch, outcome: str = "") -> Preview:
    """Return a file beside what is in force, or beside what was when it was applied."""
    if batch.kind == Kind.TITLES:
        rows: Sequence[Difference | TitleRow] = _titles(batch.rows)
        known = by_code().keys() | headings().keys()
        missing = len(known - batch.rows.keys())
    else:
        rows, missing = list(differences(batch.rows, _compared_with(batch))), 0
    counted = Counter(row.outcome for row in rows)
    shown = [row for row in rows if outcome in {"", row.outcome}]
    counts = [(one, counted[one]) for one in Outcome]
    return Preview(shown, counts, outcome, mark(), missing)


def _compared_with(batch: Batch) -> ParameterTable:
    if batch.applied_at is None:
        return parameters_in_force()
    # Its own changes were written down before it was marked as applied.
    first = batch.changes.order_by("id").first()
    return parameters_in_force(before=first.pk if first else None)


def _titles(brought: Mapping[str, str]) -> list[TitleRow]:
    known = {**headings(), **by_code()}
    official = titles_in_force().by_code
    rows = []
    for code, title in brought.items():
        entry = known[code]
        before = official.get(code, entry.title_bg)
        is_official = code in official or entry.title_bg_status is TitleStatus.OFFICIAL
        same = Outcome.UNCHANGED if is_official and before == title else Outcome.CHANGED
        outcome = same if before else Outcome.NEW
        rows.append(TitleRow(outcome, entry.written, title, before, not is_official))
    return rows

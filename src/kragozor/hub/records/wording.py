"""Values as people read them: labels instead of codes, dates and amounts in the page's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from kragozor.files.problems import Problem
from kragozor.hub.common.languages import language
from kragozor.hub.common.templatetags.formats import day, money
from kragozor.hub.members.enums import PILLARS, LegalForm, OrganisationKind, SizeClass
from kragozor.hub.members.facts.checks import district_name
from kragozor.hub.records.columns import column_label
from kragozor.hub.records.tables import TableRefused
from kragozor.instruments.reference.activities import Version
from kragozor.words.numbers import DASH

if TYPE_CHECKING:
    from kragozor.hub.records.models import ImportRow

PILLAR_NAMES = dict(PILLARS)


def said(key: str, value: Any) -> str:
    """Return a value of a column in words; a dash where there is none."""
    if value in (None, "", []):
        return DASH
    return str(WORDS.get(key, str)(value))


def changes_said(row: ImportRow) -> list[tuple[str, str, str]]:
    """Return each change of a row: what it is of, what is on record, what it becomes."""
    return [
        (column_label(key), said(key, before), said(key, after))
        for key, before, after in row.changes
    ]


def reasons_said(row: ImportRow) -> list[tuple[str, str, str]]:
    """Return each reason why a row is refused: the column, what stands there, the sentence."""
    return [(why["column"], why["found"], why["said"][language()]) for why in row.reasons]


def refusal_text(refused: TableRefused) -> str:
    """Return why no table could be read of a file, and what to do."""
    if refused.key == "file":
        return " ".join(_problem(one) for one in refused.values["problems"])
    return str(REFUSALS[refused.key]()) % refused.values


def _problem(problem: Problem) -> str:
    text = problem.text(language())
    return text if text.endswith(".") else f"{text}."


def _pillars(codes: list[str] | str) -> str:
    listed = [codes] if isinstance(codes, str) else codes
    return ", ".join(str(PILLAR_NAMES[code]) for code in listed)


def _day(text: str | date) -> str:
    return day(text if isinstance(text, date) else date.fromisoformat(text))


def _term(term: Mapping[str, str]) -> str:
    rests_on = money(float(term["fee"])) if term.get("fee") else term.get("waiver_reason", "")
    return f"{_day(term['term_starts'])} – {_day(term['term_ends'])}; {rests_on}"


WORDS: Mapping[str, Callable[[Any], Any]] = {
    "kind": lambda value: OrganisationKind(value).label,
    "legal_form": lambda value: LegalForm(value).label,
    "size_class": lambda value: SizeClass(value).label,
    "activity_version": lambda value: Version(value).label,
    "district": district_name,
    "pillar": _pillars,
    "pillars": _pillars,
    "term": _term,
    "term_starts": _day,
    "term_ends": _day,
    "fee": lambda value: money(float(value)),
}
REFUSALS: Mapping[str, Callable[[], str]] = {
    "empty": lambda: _("The file is empty. Choose one with headings and rows."),
    "headings_only": lambda: _("The file has headings and no rows below them."),
    "old": lambda: _(
        "This is an old or a protected Excel file. Save it as .xlsx without a password."
    ),
    "unknown": lambda: _("This is not a table. Send an Excel workbook (.xlsx) or a CSV file."),
    "broken": lambda: _("This text cannot be read as a table. Save it anew as CSV or .xlsx."),
    "rows": lambda: _("The file has more than %(limit)s rows. Send it in parts."),
    "columns": lambda: _("The file has more than %(limit)s columns. Leave out those not needed."),
}

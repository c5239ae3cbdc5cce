"""A whole row: each cell read for its column, then what spans several of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kragozor.hub.members.enums import OrganisationKind
from kragozor.hub.members.facts.checks import read_activity, read_district
from kragozor.hub.records.columns import required_of
from kragozor.hub.records.enums import Target
from kragozor.hub.records.rows.persons import is_of_a_person
from kragozor.hub.records.rows.reasons import Reason, reason, refusal
from kragozor.hub.records.rows.values import READERS, Value
from kragozor.hub.records.tables import Line
from kragozor.instruments.reference.activities import Version

# The edition of a code that comes without one: the one in force.
USUAL_EDITION = Version.KID_2025.value


@dataclass
class Read:
    """What a row says, by column, and why it is refused, if it is."""

    values: dict[str, Value] = field(default_factory=dict)
    reasons: list[Reason] = field(default_factory=list)


class RowReader:
    """Reads the rows of one file; what stands in many cells is read once."""

    def __init__(
        self, target: str, columns: Mapping[int, str], headings: tuple[str, ...], defaults: dict
    ) -> None:
        self.target, self.columns = target, columns
        self.defaults = {name: value for name, value in defaults.items() if value}
        self.all_headings = headings
        self.headings = {key: headings[index] for index, key in columns.items()}
        self._known: dict[tuple[str, str], tuple[Value | None, Reason | None]] = {}
        self.holds_persons_number = False

    def read(self, row: Line) -> Read:
        """Return what a row says, with every reason to refuse it."""
        if not row.is_readable:
            return Read(reasons=[reason(_unreadable)])
        read = Read()
        for index, text in enumerate(row.cells):
            if text:
                self._add(read, index, text)
        self._complete(read)
        return read

    def _add(self, read: Read, index: int, text: str) -> None:
        key = self.columns.get(index, "")
        if key != "eik" and is_of_a_person(text, key):
            self.holds_persons_number = True
            read.reasons.append(reason(_of_a_person, self._heading(index)))
        elif key:
            self._read(read, key, text)

    def _heading(self, index: int) -> str:
        return self.all_headings[index] if index < len(self.all_headings) else ""

    def _read(self, read: Read, key: str, text: str) -> None:
        value, why = self._value(key, text)
        if why is not None:
            read.reasons.append(why)
        else:
            read.values[key] = value

    def _value(self, key: str, text: str) -> tuple[Value | None, Reason | None]:
        if (key, text) not in self._known:
            self._known[key, text] = self._read_cell(key, text)
        return self._known[key, text]

    def _read_cell(self, key: str, text: str) -> tuple[Value | None, Reason | None]:
        try:
            return READERS[key](text), None
        except ValidationError:
            return None, self._reason(lambda: refusal(lambda: READERS[key](text)), key, text)

    def _reason(self, say: Callable[[], str], key: str, text: str = "") -> Reason:
        """Return a reason about a cell; the number of a person is not repeated."""
        if is_of_a_person(text, key):
            self.holds_persons_number = True
            text = ""
        return reason(say, self.headings.get(key, ""), text)

    def _complete(self, read: Read) -> None:
        self._settle_activity(read)
        self._settle_district(read)
        if self.target == Target.MEMBERS:
            self._settle_term(read)
        refused = {why["column"] for why in read.reasons}
        for column in required_of(self.target):
            is_refused = self.headings.get(column.key, "") in refused - {""}
            if column.key in read.values or is_refused or _needs_no_eik(column.key, read):
                continue
            read.reasons.append(
                self._reason(lambda: _("This is needed, and is empty."), column.key)
            )

    def _settle_activity(self, read: Read) -> None:
        """Let a code and its edition say one activity, or none."""
        code = read.values.pop("activity_code", None)
        version = read.values.pop("activity_version", USUAL_EDITION)
        if code is None:
            return
        try:
            read.values["activity_code"] = read_activity(code, version)
            read.values["activity_version"] = version
        except ValidationError:
            say = lambda: refusal(lambda: read_activity(code, version))  # noqa: E731, said twice
            read.reasons.append(self._reason(say, "activity_code", code))

    def _settle_district(self, read: Read) -> None:
        """Let the town say which district is meant, where the name may be of two."""
        text, town = read.values.pop("district", None), read.values.get("town", "")
        if text is None:
            return
        try:
            read.values["district"] = read_district(text, town)
        except ValidationError:
            say = lambda: refusal(lambda: read_district(text, town))  # noqa: E731, said twice
            read.reasons.append(self._reason(say, "district", text))

    def _settle_term(self, read: Read) -> None:
        """Fill in the term that was given for the whole file, and hold its days together."""
        values = read.values
        if not {"fee", "waiver_reason"} & set(values):
            values |= {k: v for k, v in self.defaults.items() if k in {"fee", "waiver_reason"}}
        for key in ("term_starts", "term_ends", "pillars"):
            if key in self.defaults:
                values.setdefault(key, self.defaults[key])
        if {"fee", "waiver_reason"} <= set(values):
            read.reasons.append(self._reason(_both, "waiver_reason", str(values["waiver_reason"])))
        starts, ends = values.get("term_starts"), values.get("term_ends")
        if starts and ends and ends < starts:
            read.reasons.append(self._reason(_reversed, "term_ends", str(ends)))


def _needs_no_eik(key: str, read: Read) -> bool:
    """A person has none that may be stored."""
    return key == "eik" and read.values.get("kind") == OrganisationKind.PERSON


def _unreadable() -> str:
    return _(
        "Some letters of this row are neither UTF-8 nor Windows-1251. Save the file anew as UTF-8."
    )


def _of_a_person() -> str:
    return _("This holds the number of a person (ЕГН). We never store those: take it out.")


def _both() -> str:
    return _("A term has a fee or a reason for its waiver, not both.")


def _reversed() -> str:
    return _("The term ends before it begins.")

"""One raw value, from a cell, a form or a JSON file, read for one field.

People write numbers with comma or point, dates in two orders, and choices in two languages;
everything that can be read without doubt is taken, the rest is refused with what is expected.
"""

from __future__ import annotations

import datetime as dt
import difflib
import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Literal

from kragozor.files.codes import check_code
from kragozor.files.fields import Field
from kragozor.files.numerals import Ambiguous, number_from_text
from kragozor.files.problems import Unreadable
from kragozor.files.terms import TERMS, term_code
from kragozor.files.texts import is_plain, one_line, shows_something, trimmed
from kragozor.words import LANGUAGES, Message, entry

# A source may carry the derivation of its number; any other text is a name.
TEXT_LENGTH, SOURCE_LENGTH = 300, 2000
SMALLEST, LARGEST = 1e-12, 1e15
YEARS = range(1900, 2200)

_FLAGS = {"да": True, "yes": True, "true": True, "1": True}
_FLAGS |= {"не": False, "no": False, "false": False, "0": False}
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})([T ]00:00(:00)?)?")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})( ?г\.?)?")


@dataclass(frozen=True)
class Faulty:
    """A value that its file cannot give: a formula without a result, or an error."""

    key: Literal["formula", "error"]
    found: str


def is_blank(raw: object) -> bool:
    """Return whether a raw value declares nothing."""
    return raw is None or (isinstance(raw, str) and not raw.strip())


def value_read(field: Field, raw: object) -> Any:
    """Return what a raw value declares for a field, ``None`` where it declares nothing.

    Examples
    --------
    >>> from kragozor.files.fields import section
    >>> value_read(section("inflows").field("mass"), "1 234,5")
    1234.5
    >>> value_read(section("inflows").field("origin"), "Първичен")
    <Origin.VIRGIN: 'virgin'>
    """
    if is_blank(raw):
        return None
    if isinstance(raw, Faulty):
        raise Unreadable(f"value.{raw.key}", raw.found, expectation(field))
    if field.is_quantity:
        return _number(field, raw)
    return _READERS[field.form](field, raw)


def expectation(field: Field) -> Message:
    """Return what a field expects, in words."""
    if field.form == "choice":
        return _choice_expectation(field)
    if field.form == "code":
        return Message("files.expected.code", {"example": field.example})
    if field.form == "term":
        return Message(f"files.expected.term_of.{field.table}")
    if not field.is_quantity:
        return Message(f"files.expected.{field.form}")
    if field.form == "share":
        return Message(f"files.expected.share{'_positive' if field.positive else ''}")
    if field.positive:
        return Message("files.expected.positive")
    return Message(f"files.expected.{'number' if field.signed else 'not_negative'}")


def _number(field: Field, raw: object) -> float:
    number = _bare_number(field, raw)
    if abs(number) > LARGEST or (field.positive and 0 < number < SMALLEST):
        raise Unreadable("value.other", raw, Message("files.expected.magnitude"))
    if not _is_within(field, number):
        raise Unreadable("value.other", raw, _bounds(field, number))
    return number


def _bare_number(field: Field, raw: object) -> float:
    try:
        if isinstance(raw, str):
            return _number_or_percent(field, raw)
        if isinstance(raw, (int, float)) and not isinstance(raw, bool) and math.isfinite(raw):
            return float(raw)
    except Ambiguous:
        raise Unreadable("value.ambiguous", raw, Message("files.expected.ungrouped")) from None
    except (ValueError, OverflowError):
        pass
    kind = "share" if field.form == "share" else "number"
    raise Unreadable("value.other", raw, Message(f"files.expected.{kind}"))


def _number_or_percent(field: Field, text: str) -> float:
    number, percent, rest = text.strip().partition("%")
    if percent and field.form == "share" and not rest:
        return number_from_text(number) / 100
    return number_from_text(text)


def _is_within(field: Field, number: float) -> bool:
    low_enough = number <= 1 or field.form != "share"
    high_enough = number > 0 if field.positive else field.signed or number >= 0
    return low_enough and high_enough


def _bounds(field: Field, number: float) -> Message:
    if field.form == "share" and 1 < number <= 100:
        values = {"fraction": number / 100, "percent": number}
        return Message("files.expected.share_hint", values)
    return expectation(field)


def _text(field: Field, raw: object) -> str:
    if isinstance(raw, bool) or not isinstance(raw, (str, int, float)):
        raise Unreadable("value.other", raw, expectation(field))
    text = one_line(str(raw))
    if not is_plain(text):
        raise Unreadable("value.control", raw, Message("files.expected.plain_text"))
    if not shows_something(text):
        raise Unreadable("value.unseen", raw, expectation(field))
    text = trimmed(text)
    limit = SOURCE_LENGTH if field.name == "source" else TEXT_LENGTH
    if len(text) > limit:
        expected = Message("files.expected.short_text", {"limit": limit})
        raise Unreadable("value.other", raw, expected)
    return text


def _choice(field: Field, raw: object) -> StrEnum:
    assert field.choices is not None
    spellings = _spellings(field.choices)
    found = _folded(raw)
    if found in spellings:
        return field.choices(spellings[found])
    nearest = difflib.get_close_matches(found, spellings, n=1, cutoff=0.75)
    hint = spellings[nearest[0]] if nearest else ""
    raise Unreadable("value.other", raw, _choice_expectation(field, hint))


def _choice_expectation(field: Field, nearest: str = "") -> Message:
    assert field.choices is not None
    room = f"choices.{field.choices.__name__}"
    words = (Message(f"{room}.{member.value}") for member in field.choices)
    choices = tuple(Message("files.expected.quoted", {"word": word}) for word in words)
    if not nearest:
        return Message("files.expected.choice", {"choices": choices})
    values = {"choices": choices, "nearest": Message(f"{room}.{nearest}")}
    return Message("files.expected.nearest", values)


@cache
def _spellings(choices: type[StrEnum]) -> Mapping[str, str]:
    """Return the code of every spelling of a choice: itself, and its words in each language."""
    room = f"choices.{choices.__name__}"
    worded = {
        _folded(entry(f"{room}.{member.value}", language)): member.value
        for member in choices
        for language in LANGUAGES
    }
    return worded | {_folded(member.value): member.value for member in choices}


def _folded(raw: object) -> str:
    return " ".join(unicodedata.normalize("NFC", str(raw)).split()).casefold()


def _flag(field: Field, raw: object) -> bool:
    key = str(int(raw)) if isinstance(raw, float) and raw.is_integer() else _folded(raw)
    if key not in _FLAGS:
        raise Unreadable("value.other", raw, expectation(field))
    return _FLAGS[key]


def _date(field: Field, raw: object) -> dt.date:
    day = _day(raw)
    if day is None or day.year not in YEARS:
        raise Unreadable("value.other", raw, expectation(field))
    return day


def _day(raw: object) -> dt.date | None:
    if isinstance(raw, dt.datetime):
        return raw.date()
    if isinstance(raw, dt.date):
        return raw
    text = str(raw).strip()
    match = _ISO.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    try:
        return dt.date(*(int(match[part]) for part in ("year", "month", "day"))) if match else None
    except ValueError:
        return None


def _code(field: Field, raw: object) -> str:
    compact = re.sub(r"[\s*\u00a0]", "", str(raw)).upper()
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        compact = _digits(raw, field)
    if not re.fullmatch(field.pattern, compact):
        raise Unreadable("value.other", raw, expectation(field))
    if field.codes:
        check_code(field.codes, compact, raw if isinstance(raw, str) else compact)
    return compact


def _digits(number: float, field: Field) -> str:
    """Give a code that a spreadsheet took for a number its leading zeros back."""
    width = len(re.sub(r"\D", "", field.example))
    return str(int(number)).zfill(width) if float(number).is_integer() else str(number)


def _term(field: Field, raw: object) -> str:
    text = _text(field, raw)
    code = term_code(field.table, text)
    if code is None:
        raise Unreadable("value.other", raw, _term_expectation(field, text))
    return code


def _term_expectation(field: Field, text: str) -> Message:
    nearest = TERMS[field.table].nearest(text)
    if nearest is None:
        return expectation(field)
    return Message("files.expected.term_near", {"term": expectation(field), "nearest": nearest})


_READERS: Mapping[str, Callable[[Field, object], Any]] = {
    "text": _text,
    "choice": _choice,
    "flag": _flag,
    "date": _date,
    "code": _code,
    "term": _term,
}

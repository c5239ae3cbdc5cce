"""One cell, read for one column: the value as it is stored, or a sentence why not.

What is read is JSON: days are ISO dates, amounts are text with two decimals, sectors a list.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from kragozor.files.numerals import number_from_text
from kragozor.hub.common.forms import LineField
from kragozor.hub.members.enums import LegalForm, OrganisationKind, SizeClass
from kragozor.hub.members.facts.checks import (
    read_choice,
    read_eik,
    read_pillar,
    read_town,
)
from kragozor.instruments.reference.activities import Version

Value = str | list[str]
YEARS = range(1990, 2100)
HIGHEST_FEE = Decimal(99_999_999)
CURRENCY = re.compile(r"(?i)\s*(€|eur|евро)\s*")
LOST_ZEROS = re.compile(r"\d{6,8}")
DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(\s?г\.?)?")
BETWEEN = re.compile(r"[;,/|\n]")


def line(longest: int) -> Callable[[str], str]:
    """Return the reader of a text on one line that fits its place."""
    field = LineField(max_length=longest)
    return field.clean


def town(text: str) -> str:
    """Read a town or village; a town is written as it is in Bulgarian."""
    return read_town(line(100)(text))


def eik(text: str) -> str:
    """Read a code; a spreadsheet takes it for a number, and drops the zeros it begins with."""
    digits = text.strip()
    return read_eik(digits.zfill(9) if LOST_ZEROS.fullmatch(digits) else digits)


def edition(text: str) -> str:
    """Read which edition of the classification a code is of."""
    digits = re.sub(r"\D", "", text)
    for version in Version:
        if digits == version.label[-4:]:
            return version.value
    known = ", ".join(version.label for version in Version)
    raise ValidationError(
        _("“%(text)s” is not among: %(known)s."), params={"text": text, "known": known}
    )


def website(text: str) -> str:
    """Read an address on the web; written without a scheme it is taken to be secure."""
    address = text if "://" in text else f"https://{text}"
    URLValidator(schemes=["http", "https"])(address)
    return address


def email(text: str) -> str:
    """Read an address for letters; in small letters, as accounts have it."""
    validate_email(text)
    return text.lower()


def pillars(text: str) -> list[str]:
    """Read one sector or several."""
    parts = filter(None, (part.strip() for part in BETWEEN.split(text)))
    return sorted({read_pillar(part) for part in parts})


def day(text: str) -> str:
    """Read a date: 2026-03-01, 1.3.2026 or 01/03/2026, the day before the month."""
    found = DAY_FIRST.fullmatch(text)
    try:
        read = dt.date(*map(int, found.group(3, 2, 1))) if found else dt.date.fromisoformat(text)
    except ValueError:
        read = None
    if read is None or read.year not in YEARS:
        raise ValidationError(
            _("“%(text)s” is not a date. Write it like 31.12.2026."), params={"text": text}
        )
    return read.isoformat()


def amount(text: str) -> str:
    """Read an amount in euro with a decimal comma or point."""
    try:
        read = Decimal(str(number_from_text(CURRENCY.sub("", text)))).quantize(Decimal("0.01"))
    except (ValueError, ArithmeticError):
        read = None
    if read is None or not 0 <= read <= HIGHEST_FEE:
        raise ValidationError(
            _("“%(text)s” is not an amount in euro. Write it like 120,50."), params={"text": text}
        )
    return str(read)


READERS: Mapping[str, Callable[[str], Value]] = {
    "eik": eik,
    "name": line(200),
    "name_latin": line(200),
    "legal_form": lambda text: read_choice(text, LegalForm),
    "kind": lambda text: read_choice(text, OrganisationKind),
    "size_class": lambda text: read_choice(text, SizeClass),
    "activity_version": edition,
    # Which activity a code means depends on its edition: `reader` settles the two together.
    "activity_code": line(10),
    # Which of two districts a name means depends on the town: settled in the same place.
    "district": line(100),
    "town": town,
    "address": line(200),
    "website": website,
    "pillars": pillars,
    "term_starts": day,
    "term_ends": day,
    "fee": amount,
    "waiver_reason": line(200),
    "contact_name": line(150),
    "contact_email": email,
    "contact_phone": line(30),
}

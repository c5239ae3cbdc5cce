"""The columns an import knows: what each says, for which target, and how people call it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from kragozor.hub.records.enums import Target

MEMBERS, PROSPECTS = Target.MEMBERS, Target.PROSPECTS
BOTH = frozenset({MEMBERS, PROSPECTS})
IN_BRACKETS = re.compile(r"\([^)]*\)")
NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Column:
    """One thing that a file may say about an organisation."""

    key: str
    label: str | Promise
    targets: frozenset[Target] = BOTH
    required: frozenset[Target] = frozenset()


COLUMNS = (
    Column("eik", _("ЕИК"), required=frozenset({MEMBERS})),
    Column("name", pgettext_lazy("of a company", "Name"), required=BOTH),
    Column("name_latin", _("Name in Latin letters")),
    Column("legal_form", _("Legal form")),
    Column("kind", _("Kind of organisation")),
    Column("size_class", pgettext_lazy("of a company", "Size")),
    Column("activity_version", _("Edition of the classification")),
    Column("activity_code", _("Main activity")),
    Column("district", _("District")),
    Column("town", _("Town")),
    Column("address", _("Address")),
    Column("website", _("Website")),
    Column("pillars", _("Sectors")),
    Column("term_starts", _("First day of the term"), frozenset({MEMBERS})),
    Column("term_ends", _("Last day of the term"), frozenset({MEMBERS})),
    Column("fee", _("Fee"), frozenset({MEMBERS})),
    Column("waiver_reason", _("Reason for the waiver"), frozenset({MEMBERS})),
    Column("contact_name", _("Contact person")),
    Column("contact_email", _("E-mail of the contact")),
    Column("contact_phone", _("Telephone of the contact")),
)
# What a comparison names besides: it is made of several columns, or of none.
OTHERS: Mapping[str, str | Promise] = {
    "term": _("Term of membership"),
    "terms": _("Terms of membership"),
    "stage": pgettext_lazy("of a card", "Stage"),
    "next_step": _("Next step"),
}
BY_KEY: Mapping[str, Column] = {column.key: column for column in COLUMNS}


def columns_of(target: str) -> list[Column]:
    """Return the columns that a file for this target may have."""
    return [column for column in COLUMNS if target in column.targets]


def required_of(target: str) -> list[Column]:
    """Return the columns without which no row of this target can be read."""
    return [column for column in COLUMNS if target in column.required]


def column_label(key: str) -> str:
    """Return what a column is called in the language of now."""
    return str(BY_KEY[key].label if key in BY_KEY else OTHERS[key])


def heading_key(text: str) -> str:
    """Return a heading as headings are compared.

    >>> heading_key("Членски внос (EUR)"), heading_key("E-mail:")
    ('членски внос', 'e mail')
    """
    return " ".join(NO_LETTER.split(IN_BRACKETS.sub(" ", text).casefold())).strip()


def column_meant(heading: str, target: str) -> str:
    """Return the key of the column that a heading names; empty where it names none."""
    column = BY_KEY.get(_known().get(heading_key(heading), ""))
    return column.key if column and target in column.targets else ""


@cache
def _known() -> Mapping[str, str]:
    """Index the columns by their labels in both languages and by other spellings."""
    known = {}
    for key, spellings in tomllib.loads(_spellings()).items():
        known |= dict.fromkeys(map(heading_key, spellings), key)
    for language in ("bg", "en"):
        with override(language):
            known |= {heading_key(str(column.label)): column.key for column in COLUMNS}
    return known


def _spellings() -> str:
    return Path(__file__).with_name("headings.toml").read_text("utf-8")

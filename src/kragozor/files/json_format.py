"""Inventories as JSON: strict to read, exact to write.

JSON is written by programs, so nothing is guessed: a number is a number, a choice is its code.
What is wrong is named by its path, counted from 0 as in every JSON path: ``inflows[3].mass``.
"""

from __future__ import annotations

import difflib
import itertools
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kragozor.files.aspects import GRADE, SOURCE
from kragozor.files.facts import FORMAT, VERSION, facts, inventory_read
from kragozor.files.fields import Field, Section, sections
from kragozor.files.json_text import json_object
from kragozor.files.limits import MAX_ROWS
from kragozor.files.problems import FileRefused, Found, Problem, Spot, refusal, shown
from kragozor.instruments.inventory import Inventory, Place
from kragozor.instruments.uncertainty.distributions import DISTRIBUTIONS
from kragozor.words import Message

_HEAD = ("$schema", "format", "version")


def inventory_from_json(source: bytes | str) -> Inventory:
    """Return the inventory that a JSON file declares, or refuse it with every problem."""
    return inventory_from_object(json_object(source))


def inventory_from_object(raw: object) -> Inventory:
    """Return the inventory of a JSON object that is already parsed."""
    if not isinstance(raw, dict):
        raise refusal("json.not_object")
    _check_head(raw)
    problems = list(_shape_problems(raw))
    if problems:
        raise FileRefused(problems)
    return inventory_read(raw, path_spot)


def inventory_to_json(inventory: Inventory) -> str:
    """Return an inventory as JSON text that reads back to exactly the same inventory."""
    return json.dumps(facts(inventory), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def path_spot(place: Place) -> Spot:
    """Return where a fact stands in a JSON file: its path, rows counted from 0."""
    return Spot(cell=place.path)


def _check_head(raw: Mapping[str, Any]) -> None:
    for key, expected in (("format", FORMAT), ("version", VERSION)):
        if raw.get(key) != expected or isinstance(raw[key], bool):
            raise refusal(f"json.{key}", found=raw.get(key, "—"), expected=str(expected))


def _shape_problems(raw: Mapping[str, Any]) -> Iterator[Problem]:
    yield from _unknown_keys(raw, [*_HEAD, *(section.name for section in sections())], "")
    for section in sections():
        if section.name in raw:
            yield from _section_problems(section, raw[section.name])


def _section_problems(section: Section, raw: object) -> Iterator[Problem]:
    if not section.many:
        yield from _row_problems(section, raw, section.name)
    elif not isinstance(raw, list):
        yield _unexpected(section.name, raw, "list")
    elif len(raw) > MAX_ROWS:
        message = Message("files.json.too_many_rows", {"limit": MAX_ROWS})
        yield Problem(message, Spot(cell=section.name), len(raw))
    else:
        for index, row in enumerate(raw):
            yield from _row_problems(section, row, f"{section.name}[{index}]")


def _row_problems(section: Section, raw: object, path: str) -> Iterator[Problem]:
    if not isinstance(raw, dict):
        yield _unexpected(path, raw, "object")
        return
    yield from _unknown_keys(raw, [field.name for field in section.fields], path)
    for field in section.fields:
        if raw.get(field.name) is not None:
            yield from _value_problems(field, raw[field.name], f"{path}.{field.name}")


def _value_problems(field: Field, raw: object, path: str) -> Iterator[Problem]:
    if field.is_quantity and isinstance(raw, dict):
        yield from _quantity_problems(raw, path)
    elif field.is_quantity and not _is_number(raw):
        yield _unexpected(path, raw, "bare_number" if _is_numeral(raw) else "quantity")
    elif not field.is_quantity:
        yield from _plain_problems(field, raw, path)


def _quantity_problems(raw: Mapping[str, object], path: str) -> Iterator[Problem]:
    forms = list(DISTRIBUTIONS.get(str(raw.get("distribution")), ()))
    known = ["value", "grade", "source", "distribution", *itertools.chain(*forms)]
    yield from _unknown_keys(raw, known, path)
    for name in ("value", *_parameters(forms, raw)):
        if not _is_number(raw.get(name)):
            yield _unexpected(f"{path}.{name}", raw.get(name, "—"), "bare_number")
    for aspect in (GRADE, SOURCE):
        if raw.get(aspect.name) is not None:
            yield from _plain_problems(aspect, raw[aspect.name], f"{path}.{aspect.name}")
    if raw.get("distribution") is not None and not forms:
        yield _listed(f"{path}.distribution", raw["distribution"], DISTRIBUTIONS)


def _parameters(forms: Sequence[tuple[str, ...]], raw: Mapping[str, object]) -> tuple[str, ...]:
    """Return the parameters by which a distribution is given, or those it should have."""
    given = [names for names in forms if set(names) <= set(raw)]
    return max(given, key=len, default=forms[0] if forms else ())


def _plain_problems(field: Field, raw: object, path: str) -> Iterator[Problem]:
    if field.form == "choice" and field.choices is not None:
        codes = [member.value for member in field.choices]
        if raw not in codes:
            yield _listed(path, raw, codes)
    elif not _STRICT[field.form][0](raw):
        yield _unexpected(path, raw, _STRICT[field.form][1])


_STRICT: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "text": (lambda raw: isinstance(raw, str), "string"),
    "code": (lambda raw: isinstance(raw, str), "string"),
    "term": (lambda raw: isinstance(raw, str), "string"),
    "flag": (lambda raw: isinstance(raw, bool), "boolean"),
    "date": (
        lambda raw: isinstance(raw, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", raw) is not None,
        "iso_date",
    ),
}


def _unknown_keys(raw: Mapping[str, object], known: Sequence[str], path: str) -> Iterator[Problem]:
    for key in raw:
        if key not in known:
            nearest = difflib.get_close_matches(key, known, n=1)
            message = Message("files.json.perhaps" if nearest else "files.json.unknown")
            yield Problem(message, Spot(cell=path), shown(key), nearest[0] if nearest else "")


def _unexpected(path: str, raw: object, expected: str) -> Problem:
    found = _json_text(raw)
    return Problem(
        Message("files.value.other"), Spot(cell=path), found, Message(f"files.expected.{expected}")
    )


def _listed(path: str, raw: object, codes: Iterable[str]) -> Problem:
    expected = Message("files.expected.choice", {"choices": tuple(codes)})
    return Problem(Message("files.value.other"), Spot(cell=path), _json_text(raw), expected)


def _json_text(raw: object) -> Found:
    return shown(raw if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False))


def _is_number(raw: object) -> bool:
    return isinstance(raw, (int, float)) and not isinstance(raw, bool)


def _is_numeral(raw: object) -> bool:
    return isinstance(raw, str) and any(character.isdigit() for character in raw)

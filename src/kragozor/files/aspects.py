"""What stands beside a number: how well it is known, where it comes from, how it may vary."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kragozor.files.fields import Field
from kragozor.files.numerals import number_from_text
from kragozor.files.problems import Unreadable
from kragozor.files.values import value_read
from kragozor.instruments.inventory import DISTRIBUTIONS, Distribution, Grade
from kragozor.words import LANGUAGES, Message, entry
from kragozor.words.numbers import decimal_text


def _aspect(name: str, form: str, choices: type[Grade] | None = None) -> Field:
    labels = {language: entry(f"files.aspect.{name}", language) for language in LANGUAGES}
    help_text = {language: entry(f"files.aspect.help.{name}", language) for language in LANGUAGES}
    return Field("", name, form, labels, help_text, choices=choices)


GRADE = _aspect("grade", "choice", Grade)
SOURCE = _aspect("source", "text")
DISTRIBUTION = _aspect("distribution", "text")
ASPECTS = (GRADE, SOURCE, DISTRIBUTION)

_EXPECTED = Message("files.expected.distribution")


def distribution_read(field: Field, raw: object) -> Distribution:
    """Return the distribution of a number of this field, from text or from named parameters.

    Examples
    --------
    >>> from kragozor.files.fields import section
    >>> distribution_read(section("inflows").field("mass"), "триъгълно 10; 12; 15")
    Distribution(family='triangular', parameters={'low': 10.0, 'mode': 12.0, 'high': 15.0})
    """
    family, numbers = _named(raw) if isinstance(raw, Mapping) else _worded(str(raw))
    names = DISTRIBUTIONS[family]
    if len(numbers) != len(names):
        raise Unreadable("value.other", _found(raw), _EXPECTED)
    parameters = dict(zip(names, numbers, strict=True))
    for name, number in parameters.items():
        if name != "sd":
            value_read(field, number)
    try:
        return Distribution(family, parameters)
    except ValueError:
        raise Unreadable("value.other", _found(raw), _EXPECTED) from None


def distribution_text(distribution: Distribution, language: str) -> str:
    """Return a distribution as a person writes it, to be read back to the same numbers."""
    word = entry(f"files.distribution.{distribution.family}", language)
    numbers = (distribution.parameters[name] for name in DISTRIBUTIONS[distribution.family])
    mark = "," if language == "bg" else "."
    return f"{word} " + "; ".join(repr(float(number)).replace(".", mark) for number in numbers)


def _named(raw: Mapping[str, object]) -> tuple[str, list[float]]:
    family = str(raw.get("distribution"))
    if family not in DISTRIBUTIONS or set(raw) != {"distribution", *DISTRIBUTIONS[family]}:
        raise Unreadable("value.other", _found(raw), _EXPECTED)
    return family, [_number(raw[name], raw) for name in DISTRIBUTIONS[family]]


def _worded(text: str) -> tuple[str, list[float]]:
    match = re.fullmatch(r"\s*([^\W\d]+)\s*:?\s+(.+)", text)
    family = _families().get(match[1].casefold()) if match else None
    if match is None or family is None:
        raise Unreadable("value.other", text, _EXPECTED)
    return family, [_number(part, text) for part in match[2].split(";")]


def _number(raw: object, whole: object) -> float:
    try:
        if isinstance(raw, str):
            return number_from_text(raw)
        if isinstance(raw, (int, float)) and not isinstance(raw, bool):
            return float(raw)
    except (ValueError, OverflowError):
        pass
    raise Unreadable("value.other", _found(whole), _EXPECTED)


def _families() -> Mapping[str, str]:
    worded = {
        entry(f"files.distribution.{family}", language): family
        for family in DISTRIBUTIONS
        for language in LANGUAGES
    }
    return worded | {family: family for family in DISTRIBUTIONS}


def _found(raw: object) -> str:
    if not isinstance(raw, Mapping):
        return str(raw)
    return ", ".join(f"{name} {_plain(value)}" for name, value in raw.items())


def _plain(value: object) -> str:
    return decimal_text(value, "en") if isinstance(value, float) else str(value)

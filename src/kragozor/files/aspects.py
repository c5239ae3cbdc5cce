"""What stands beside a number: how well it is known, where it comes from, how it may vary."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from kragozor.files.fields import Field
from kragozor.files.problems import Unreadable
from kragozor.files.values import is_blank, value_read
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.inventory import Grade
from kragozor.instruments.uncertainty.distributions import DISTRIBUTIONS, Distribution
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
    family, parts = _named(raw) if isinstance(raw, Mapping) else _worded(str(raw))
    numbers = {name: _parameter(field, name, part, raw) for name, part in parts.items()}
    try:
        return Distribution(family, numbers)
    except InstrumentError as refused:
        raise Unreadable("value.other", _found(raw), _expectation(refused)) from None


def distribution_text(distribution: Distribution, language: str) -> str:
    """Return a distribution as a person writes it, to be read back to the same numbers."""
    word = entry(f"files.distribution.{distribution.family}", language)
    mark = "," if language == "bg" else "."
    numbers = (repr(number).replace(".", mark) for number in distribution.parameters.values())
    return f"{word} " + "; ".join(numbers)


def _parameter_field(field: Field, name: str) -> Field:
    """Return a field that takes what the named parameter of a distribution may be.

    The low bound may be where the domain ends, since no draw is ever equal to it; the spread
    is measured in the unit of the number; what gives the shape is a number above 0.
    """
    return _DOMAINS.get(name, _shape_domain)(field)


def _as_it_is(field: Field) -> Field:
    return field


def _with_its_edge(field: Field) -> Field:
    return replace(field, positive=False)


def _spread_domain(field: Field) -> Field:
    return replace(field, positive=False, signed=False)


def _shape_domain(field: Field) -> Field:
    return replace(field, form="rate", positive=False, signed=False)


_DOMAINS: Mapping[str, Callable[[Field], Field]] = {
    "low": _with_its_edge,
    "mode": _as_it_is,
    "high": _as_it_is,
    "mean": _as_it_is,
    "median": _as_it_is,
    "sd": _spread_domain,
}


def _parameter(field: Field, name: str, part: object, raw: object) -> float:
    if is_blank(part):
        raise Unreadable("value.other", _found(raw), _EXPECTED)
    return float(value_read(_parameter_field(field, name), part))


def _named(raw: Mapping[str, object]) -> tuple[str, Mapping[str, object]]:
    family = str(raw.get("distribution"))
    for names in DISTRIBUTIONS.get(family, ()):
        if set(raw) == {"distribution", *names}:
            return family, {name: raw[name] for name in names}
    raise Unreadable("value.other", _found(raw), _EXPECTED)


def _worded(text: str) -> tuple[str, Mapping[str, object]]:
    """Return family and parameters of a text; their number tells in which form they are."""
    match = re.fullmatch(r"\s*([^\W\d]+)\s*:?\s+(.+)", text)
    family = _families().get(match[1].casefold()) if match else None
    parts = match[2].split(";") if match else []
    for names in DISTRIBUTIONS.get(family or "", ()):
        if len(names) == len(parts):
            return str(family), dict(zip(names, parts, strict=True))
    raise Unreadable("value.other", text, _EXPECTED)


def _expectation(refused: InstrumentError) -> Message:
    """Return what a distribution lacks, as its refusal has it."""
    told = refused.messages[0].values
    parameter = Message(f"files.parameter.{told['argument']}")
    return Message("files.expected.parameter", {"parameter": parameter, "bound": told["bound"]})


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

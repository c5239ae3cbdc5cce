"""The codes of a field that names a table of them: which there are, and what they imply."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kragozor.files.fields import Field
from kragozor.files.problems import Unreadable
from kragozor.instruments.reference import operations, waste
from kragozor.words import Message

Known = Mapping[str, operations.Operation] | Mapping[str, waste.Waste]


@dataclass(frozen=True)
class Codes:
    """A table of codes; each entry has a ``named`` message, the code with what it stands for."""

    known: Callable[[], Known]
    nearest: Callable[[str], str | None]


def _nearest_waste(code: str) -> str | None:
    return waste.nearest(code, waste.by_code())


# By the name that fields.toml has for a table.
CODES: Mapping[str, Codes] = {
    "waste": Codes(waste.by_code, _nearest_waste),
    "operations": Codes(operations.by_code, operations.nearest),
}


def check_code(table: str, code: str, raw: str) -> None:
    """Refuse a code that its table does not have, telling the nearest that it has.

    Examples
    --------
    >>> check_code("waste", "150102", "15 01 02")
    >>> check_code("operations", "D0", "D0")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    kragozor.files.problems.Unreadable: Unknown code “D0”; the nearest is D1\xa0“deposit ...
    """
    codes = CODES[table]
    known = codes.known()
    if code not in known:
        nearest = codes.nearest(code)
        if nearest is None:
            raise Unreadable("value.no_code", raw, Message(f"files.expected.code_of.{table}"))
        raise Unreadable("value.unknown_code", raw, known[nearest].named)
    if "*" in raw and not waste.waste(code).is_hazardous:
        raise Unreadable("value.asterisk", raw, known[code].named)


def code_named(field: Field, raw: object) -> Message | None:
    """Return a code with what it stands for; None where the field has no such code.

    Examples
    --------
    >>> from kragozor.files.fields import section
    >>> str(code_named(section("outflows").field("low_code"), "150102"))
    '15\\xa001\\xa002\\xa0“plastic packaging”'
    """
    known = CODES[field.codes].known().get(waste.compact(str(raw))) if field.codes else None
    return known.named if known else None


def implied(section: str, declared: Mapping[str, object]) -> Mapping[str, object]:
    """Return the facts of a row that its codes tell, as far as the row does not.

    Examples
    --------
    >>> implied("outflows", {"low_code": "150110"})
    {'hazardous': True}
    >>> implied("outflows", {"low_code": "150110", "hazardous": False})
    {}
    """
    if section != "outflows" or "low_code" not in declared or "hazardous" in declared:
        return {}
    return {"hazardous": waste.waste(str(declared["low_code"])).is_hazardous}

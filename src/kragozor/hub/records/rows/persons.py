"""The number of a person (ЕГН) in a file: known by its form, so that it is kept nowhere."""

from __future__ import annotations

import re

from stdnum.bg import egn

TEN_DIGITS = re.compile(r"(?<!\d)\d{10}(?!\d)")
DIGITS = 10


def is_of_a_person(text: str, key: str = "") -> bool:
    """Whether a cell of a column holds what may be the number of a person.

    Beside a code any ten digits are one. Some telephones pass its check, and are none.

    >>> is_of_a_person("Мария, 7501010010"), is_of_a_person("0888123456")
    (True, False)
    """
    if key == "eik":
        return sum(letter.isdigit() for letter in text) == DIGITS
    return key != "contact_phone" and any(map(egn.is_valid, TEN_DIGITS.findall(text)))


def without_persons(text: str, key: str = "") -> str:
    """Return a cell as it may be kept: empty where it holds the number of a person."""
    return "" if is_of_a_person(text, key) else text

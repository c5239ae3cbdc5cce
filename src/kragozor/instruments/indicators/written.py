"""One value as somebody wrote it: each function takes it as what was asked for, or refuses it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from numbers import Real
from typing import Any

from kragozor.instruments.arithmetic import as_float
from kragozor.instruments.errors import InstrumentError, of_input, out_of_range, shown
from kragozor.instruments.indicators.domains import DOMAINS
from kragozor.instruments.indicators.entries import Input
from kragozor.instruments.reference.fibres import fibre_meant
from kragozor.words import Message

# By the name that the catalogue has for a table: the code that a name means.
TERMS: Mapping[str, Callable[[str], str]] = {"fibres": lambda text: fibre_meant(text).code}


def refused(key: str, **values: object) -> InstrumentError:
    """Return the refusal with the words of a key and what they tell.

    Examples
    --------
    >>> str(refused("not-a-number", argument="mass", value='"two"'))
    'mass is "two"; it must be a number.'
    """
    return InstrumentError(Message(f"instruments.{key}", values))


def number(path: str, entry: Input, value: Any) -> float:
    """Return a finite number inside the domain of its input.

    Raises
    ------
    InstrumentError
        The value is no number.
    OutOfRange
        It is infinite, NaN or outside the domain.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> mass = indicator("mci").inputs["mass"]
    >>> number("mass", mass, 2)
    2.0
    >>> number("mass", mass, "two")
    Traceback (most recent call last):
    ...
    kragozor.instruments.errors.InstrumentError: mass is "two"; it must be a number.
    """
    if not isinstance(value, Real) or isinstance(value, bool):
        raise refused("not-a-number", argument=path, value=shown(value))
    is_inside, bound = DOMAINS[entry.domain]
    read = as_float(value)
    if not math.isfinite(read):
        raise out_of_range(path, read, Message("instruments.a-number"))
    if not is_inside(read):
        raise out_of_range(path, read, Message(f"instruments.{bound}"))
    return read


def term(path: str, entry: Input, text: Any) -> str:
    """Return the code that a name means in the table of its input.

    Raises
    ------
    InstrumentError
        The table has no such name, or the name means several things.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> fibre = indicator("textiles").inputs["fibres"].items["fibre"]
    >>> term("fibres[0].fibre", fibre, "Cotton")
    '5'
    """
    try:
        return TERMS[entry.table](str(text))
    except InstrumentError as error:
        raise of_input(path, error) from None


def choice(entry: Input, value: Any) -> str:
    """Return one of the choices of an input.

    Raises
    ------
    InstrumentError
        It is none of them.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> choice(indicator("cmu").inputs["level"], "nation")
    'nation'
    """
    if value not in entry.choices:
        told = {"argument": entry.name, "value": shown(value), "choices": entry.choices}
        raise refused("not-a-choice", **told)
    return str(value)


def flag(entry: Input, value: Any) -> bool:
    """Return yes or no.

    Raises
    ------
    InstrumentError
        It is neither.

    Examples
    --------
    >>> from kragozor.words import Message
    >>> zero = Input("zero", Message("instruments.either", {"bg": "нула", "en": "zero"}), "flag")
    >>> flag(zero, True)
    True
    >>> flag(zero, 1)
    Traceback (most recent call last):
    ...
    kragozor.instruments.errors.InstrumentError: zero is 1; it must be true or false.
    """
    if not isinstance(value, bool):
        raise refused("not-a-flag", argument=entry.name, value=shown(value))
    return value


def rows(entry: Input, value: Any) -> Sequence[Any]:
    """Return the items of a list, whatever they are.

    Raises
    ------
    InstrumentError
        The value is no list.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> rows(indicator("cti").inputs["inflows"], [{"mass": 2}])
    [{'mass': 2}]
    """
    if not isinstance(value, (list, tuple)):
        raise refused("not-a-list", argument=entry.name, value=shown(value))
    return value


def reasons(entry: Input, value: Any) -> dict[str, str]:
    """Return names with the reason of each, empty where none is told.

    Raises
    ------
    InstrumentError
        The value is neither a list of names nor an object of names with texts.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> asked = indicator("iso59020").inputs["not_applicable"]
    >>> reasons(asked, ["water_reuse"]), reasons(asked, {"water_reuse": "no water"})
    ({'water_reuse': ''}, {'water_reuse': 'no water'})
    """
    named = dict.fromkeys(value) if _are_texts(value) else value
    if isinstance(named, Mapping):
        told = {str(name): "" if why is None else why for name, why in named.items()}
        if _are_texts(list(told.values())):
            return told
    raise refused("not-names", argument=entry.name, value=shown(value))


def _are_texts(values: Any) -> bool:
    return isinstance(values, (list, tuple)) and all(isinstance(text, str) for text in values)

"""What the instruments refuse, as data that can be said in the reader's language."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import Any

from kragozor.words import Message, say


class InstrumentError(ValueError):
    """Input that an instrument cannot work with; one message for each thing that is wrong.

    Examples
    --------
    >>> error = out_of_range("mass", -2, Message("instruments.at-least-0"))
    >>> str(error)
    'mass is −2; it must be at least 0.'
    >>> error.lines("bg")
    ['mass е −2, а трябва да е поне 0.']
    """

    def __init__(self, *messages: Message) -> None:
        super().__init__(*messages)
        self.messages = messages

    def lines(self, language: str) -> list[str]:
        """Return one line for each message."""
        return [say(message, language) for message in self.messages]

    def __str__(self) -> str:
        return "\n".join(self.lines("en"))


class OutOfRange(InstrumentError):
    """A value lies outside the domain of its argument."""


class NotBalanced(InstrumentError):
    """Shares or masses add up to more than the whole that they are part of."""


class ShapeMismatch(InstrumentError):
    """Arrays that belong together have shapes that do not."""


def out_of_range(argument: object, value: object, bound: Message) -> OutOfRange:
    """Return the refusal of a value outside its bound; one that is not finite stands as text.

    Examples
    --------
    >>> str(out_of_range("mass", float("inf"), Message("instruments.a-number")))
    'mass is inf; it must be a finite number.'
    """
    is_endless = isinstance(value, float) and not math.isfinite(value)
    told = {"argument": argument, "value": str(value) if is_endless else value, "bound": bound}
    return OutOfRange(Message("instruments.out-of-range", told))


def raise_all(problems: Iterable[InstrumentError]) -> None:
    """Raise all problems as one error, of their own kind where they are of one kind.

    Raises
    ------
    InstrumentError
        There is a problem; its messages are those of all, in their order.

    Examples
    --------
    >>> raise_all([])
    >>> raise_all([out_of_range("mass", -2, Message("instruments.at-least-0"))])
    Traceback (most recent call last):
    ...
    kragozor.instruments.errors.OutOfRange: mass is −2; it must be at least 0.
    """
    found = list(problems)
    if not found:
        return
    kinds = {type(problem) for problem in found}
    kind = kinds.pop() if len(kinds) == 1 else InstrumentError
    raise kind(*(message for problem in found for message in problem.messages))


def of_input(argument: object, error: InstrumentError) -> InstrumentError:
    """Return an error that also says which input it is about, for one that does not know it.

    Examples
    --------
    >>> str(of_input("mass", out_of_range("low", -2, Message("instruments.at-least-0"))))
    'mass: low is −2; it must be at least 0.'
    """
    faults = ({"argument": argument, "fault": message} for message in error.messages)
    return type(error)(*(Message("uncertainty.of-input", fault) for fault in faults))


def shown(value: Any) -> str:
    """Return a value as a refusal shows it: as JSON, cut off where it is long.

    Examples
    --------
    >>> shown({"mass": 2}), len(shown("long" * 100))
    ('{"mass": 2}', 40)
    """
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= 40 else f"{text[:39]}…"

"""What cannot be drawn, said in the reader's language."""

from __future__ import annotations

from kragozor.instruments.errors import InstrumentError
from kragozor.words import Message


class NotDrawable(InstrumentError):
    """Data that have no picture."""


def refusal(reason: str, **values: object) -> NotDrawable:
    """Return the error of one reason.

    Examples
    --------
    >>> str(refusal("nothing"))
    'No flow has an amount above 0; there is nothing to draw.'
    """
    return NotDrawable(Message(f"drawing.refused.{reason}", values))

"""What the instruments refuse, as data that can be said in the reader's language."""

from __future__ import annotations

from kragozor.words import Message, say


class InstrumentError(ValueError):
    """Input that an instrument cannot work with; one message for each thing that is wrong.

    Examples
    --------
    >>> values = {"argument": "mass", "value": -2, "bound": Message("instruments.at-least-0")}
    >>> error = OutOfRange(Message("instruments.out-of-range", values))
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

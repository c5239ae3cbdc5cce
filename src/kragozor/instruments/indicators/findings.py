"""What became of a symbol: its number with what it rests on, or why it has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeGuard, cast

from kragozor.words import Message

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Amount


@dataclass(frozen=True)
class Known:
    """A number, or one for each item of a list; each may be draws.

    Attributes
    ----------
    value
        The number or numbers.
    is_given
        Whether anything that was given led to it.
    assumed
        What was assumed on the way to it, by name.
    formula
        The formula that gave it; empty where it was given or assumed.
    """

    value: Amount | tuple[Amount, ...]
    is_given: bool = True
    assumed: Mapping[str, float] = field(default_factory=dict)
    formula: str = ""

    @property
    def amount(self) -> Amount:
        """The value of a symbol that stands for one number, or its draws."""
        return cast("Amount", self.value)

    @property
    def number(self) -> float:
        """The same where nothing was drawn."""
        return cast("float", self.value)

    @property
    def numbers(self) -> float | tuple[float, ...]:
        """The value of any symbol where nothing was drawn."""
        return cast("float | tuple[float, ...]", self.value)


@dataclass(frozen=True)
class Unknown:
    """No number: inputs are missing, by name with their labels, or there is another reason."""

    missing: Mapping[str, Message] = field(default_factory=dict)
    other: Message | None = None

    @property
    def reason(self) -> Message:
        """Why there is no number."""
        labels = {path.rpartition(".")[2]: label for path, label in self.missing.items()}
        told = {"names": tuple(labels.values()), "inputs": tuple(self.missing)}
        return self.other or Message("instruments.missing", told)


Finding = Known | Unknown


def is_sure(finding: Finding) -> TypeGuard[Known]:
    """Return whether there is a number that is not assumed alone.

    Examples
    --------
    >>> is_sure(Known(1.0)), is_sure(Known(1.0, is_given=False)), is_sure(Unknown())
    (True, False, False)
    """
    return isinstance(finding, Known) and finding.is_given


def listed(findings: Sequence[Finding]) -> Finding:
    """Return the findings of parts as one, with a number for each part.

    Examples
    --------
    >>> listed([Known(1.0), Known(2.0)]).numbers
    (1.0, 2.0)
    >>> str(listed([Known(1.0), Unknown(other=Message("instruments.too-large"))]).reason)
    'The result is too large to be represented.'
    """
    unknown = [finding for finding in findings if isinstance(finding, Unknown)]
    if unknown:
        return joined(unknown)
    known = [finding for finding in findings if isinstance(finding, Known)]
    return Known(tuple(finding.amount for finding in known), assumed=assumptions(known))


def joined(unknown: Sequence[Unknown]) -> Unknown:
    """Return one reason for many: whatever is missing, else the first of the other reasons.

    Examples
    --------
    >>> mass = Unknown({"mass": Message("instruments.either", {"bg": "маса", "en": "mass"})})
    >>> str(joined([Unknown(other=Message("instruments.too-large")), mass]).reason)
    'Missing: mass.'
    """
    missing = {path: label for reason in unknown for path, label in reason.missing.items()}
    return Unknown(missing) if missing else unknown[0]


def assumptions(known: Iterable[Known]) -> dict[str, float]:
    """Return what was assumed for any of the findings, by name.

    Examples
    --------
    >>> assumptions([Known(0.5), Known(1.0, is_given=False, assumed={"utility": 1.0})])
    {'utility': 1.0}
    """
    return {name: value for finding in known for name, value in finding.assumed.items()}

"""What a reader finds in an inventory: an input, an assumption it had to make, a single item
that has an indicator of its own, or a lack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kragozor.instruments.result import Input, Reference
from kragozor.words import Message


@dataclass(frozen=True)
class Lack:
    """Why a framework says nothing of this inventory; no assumption may stand in for it."""

    reason: Message


@dataclass(frozen=True)
class Gap:
    """Why some inputs are missing: one reason for every value that would need one of them."""

    inputs: tuple[str, ...]
    reason: Message


@dataclass(frozen=True)
class Item:
    """One of many things that a framework looks at singly, such as a format of packaging.

    It is read by an indicator of its own, from its own inputs, and called by its ``label``.
    """

    indicator: str
    label: str
    findings: tuple[Input | Message, ...]


Finding: TypeAlias = Input | Message | Item | Reference | Gap | Lack

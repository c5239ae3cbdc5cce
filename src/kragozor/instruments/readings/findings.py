"""What a reader finds in an inventory: an input, an assumption it had to make, or a lack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kragozor.instruments.result import Input
from kragozor.words import Message


@dataclass(frozen=True)
class Lack:
    """Why a framework says nothing of this inventory; no assumption may stand in for it."""

    reason: Message


Finding: TypeAlias = Input | Message | Lack

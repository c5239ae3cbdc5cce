"""Where an input may lie: each domain of the catalogue with its test and the words for it.

A test takes a number, or an array with an answer for each.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from kragozor.instruments.arithmetic import ROUNDING

DOMAINS: Mapping[str, tuple[Callable[[Any], Any], str]] = {
    ">= 0": (lambda value: value >= 0, "at-least-0"),
    "> 0": (lambda value: value > 0, "above-0"),
    "0..1": (lambda value: (value >= 0) & (value <= 1 + ROUNDING), "share"),
    "real": (lambda value: value > -math.inf, "a-number"),
}

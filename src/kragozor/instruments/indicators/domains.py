"""Where an input may lie: each domain of the catalogue with its test and the words for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kragozor.instruments.arithmetic import ROUNDING

DOMAINS: Mapping[str, tuple[Callable[[float], bool], str]] = {
    ">= 0": (lambda value: value >= 0, "at-least-0"),
    "> 0": (lambda value: value > 0, "above-0"),
    "0..1": (lambda value: 0 <= value <= 1 + ROUNDING, "share"),
    "real": (lambda _: True, "a-number"),
}

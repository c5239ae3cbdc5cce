"""What draws made of the values of a computation, as JSON and for people."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kragozor.cli.terminal import table
from kragozor.words import Message, say
from kragozor.words.numbers import DASH, share_text

if TYPE_CHECKING:
    from kragozor.instruments.indicators.entries import Indicator, ValueEntry
    from kragozor.instruments.uncertainty.analysis import Uncertainty
    from kragozor.instruments.uncertainty.sensitivity import SobolIndices

SUMMARY = ("mean", "sd", "p05", "p50", "p95", "undefined_share")
# So many inputs are named for a value, those that matter most.
_STRONGEST = 3
# Less of a variance is not worth naming.
_LEAST = 0.01


def uncertainty_json(found: Uncertainty) -> dict[str, Any]:
    """Return how the inputs were drawn, and what the draws say of each value."""
    sample = found.sample
    values = {
        name: {
            **{key: getattr(summary, key) for key in SUMMARY},
            "sobol": _sobol(found.inputs, found.indices.get(name)),
        }
        for name, summary in found.values.items()
    }
    drawn = {"draws": sample.draws, "seed": sample.seed, "sampling": sample.sampling}
    return {**drawn, "uncertainty": values}


def uncertainty_lines(entry: Indicator, found: Uncertainty, language: str) -> Iterator[str]:
    """Yield the lines of a table: the interval of each value, and the inputs behind it."""
    if found.values:
        told = {"draws": found.sample.draws, "seed": found.sample.seed}
        yield say(Message("uncertainty.drawn", told), language)
        rows = (_row(value, found, language) for value in entry.values.values())
        yield table(row for row in rows if row)


def _row(entry: ValueEntry, found: Uncertainty, language: str) -> tuple[str, str, str] | None:
    from kragozor.reports.intervals import interval_text

    summary = found.values.get(entry.name)
    if summary is None:
        return None
    interval = DASH
    if summary.p05 is not None and summary.p95 is not None:
        interval = interval_text(summary.p05, summary.p95, entry.display, entry.unit, language)
    strongest = _strongest(found.inputs, found.indices.get(entry.name), language)
    return say(entry.label, language), interval, strongest


def _sobol(inputs: tuple[str, ...], indices: SobolIndices | None) -> dict[str, Any]:
    """Return the indices of each input; none where the value does not vary or is undefined."""
    if indices is None or indices.undefined:
        return {}
    return {
        path: {
            "first_order": _number(indices.first[n]),
            "first_order_interval": [_number(end) for end in indices.first_interval[n]],
            "total": _number(indices.total[n]),
            "total_interval": [_number(end) for end in indices.total_interval[n]],
        }
        for n, path in enumerate(inputs)
    }


def _strongest(inputs: tuple[str, ...], indices: SobolIndices | None, language: str) -> str:
    """Return the inputs from which most of the variance comes, with their shares."""
    if indices is None or indices.undefined:
        return ""
    shares = sorted(zip(indices.total, inputs, strict=True), reverse=True)[:_STRONGEST]
    named = [f"{path} {share_text(s, language, digits=0)}" for s, path in shares if s >= _LEAST]
    return ", ".join(named)


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None

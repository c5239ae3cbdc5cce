"""A line so small that it needs no axes: how a figure went from period to period."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

WIDTH, HEIGHT, EDGE = 120.0, 32.0, 5.0


def sparkline(values: Sequence[float | None], label: str) -> SafeString:
    """Draw the values that there are on a scale from 0 to 1; fewer than two are no line."""
    known = [(number, value) for number, value in enumerate(values) if value is not None]
    if len(known) < 2:
        return SafeString("")
    points = [(_x(number, len(values)), _y(value)) for number, value in known]
    (x, y) = points[-1]
    return format_html(
        '<svg class="sparkline" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '<polyline points="{}" fill="none" stroke="var(--green)" stroke-width="2.5"/>'
        '<circle cx="{}" cy="{}" r="3.5" fill="var(--green)"/></svg>',
        f"{WIDTH:g}",
        f"{HEIGHT:g}",
        label,
        " ".join(f"{x:.1f},{y:.1f}" for x, y in points),
        f"{x:.1f}",
        f"{y:.1f}",
    )


def _x(number: int, count: int) -> float:
    return EDGE + (WIDTH - 2 * EDGE) * number / (count - 1)


def _y(value: float) -> float:
    within = min(1.0, max(0.0, value))
    return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * within

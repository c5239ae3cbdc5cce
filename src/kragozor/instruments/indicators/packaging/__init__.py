"""Packaging by Regulation (EU) 2025/40, over whole arrays."""

from kragozor.instruments.indicators.packaging.content import (
    minimum_met,
    missing_recycled_plastic,
    plastic_mass,
    recycled_content,
)
from kragozor.instruments.indicators.packaging.grade import recyclability_grade

__all__ = [
    "minimum_met",
    "missing_recycled_plastic",
    "plastic_mass",
    "recyclability_grade",
    "recycled_content",
]

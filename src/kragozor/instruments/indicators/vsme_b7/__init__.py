"""VSME, Basic Module, B7: waste and material flow of a small company, over whole arrays."""

from kragozor.instruments.indicators.vsme_b7.quantities import (
    other_waste,
    recycled_or_reused_share,
    total_material,
    total_waste,
)

__all__ = [
    "other_waste",
    "recycled_or_reused_share",
    "total_material",
    "total_waste",
]

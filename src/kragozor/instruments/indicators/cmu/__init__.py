"""The circular material use rate of an economy, or its analogue for a company, over arrays."""

from kragozor.instruments.indicators.cmu.rate import circular_material_use_rate, circular_use

__all__ = [
    "circular_material_use_rate",
    "circular_use",
]

"""Fibres, blends and wear of textiles, over whole arrays."""

from kragozor.instruments.indicators.textiles.blend import (
    blend_entropy,
    blend_evenness,
    effective_fibres,
)
from kragozor.instruments.indicators.textiles.loops import (
    fibre_to_fibre_share,
    loop_share,
    mono_material_share,
    preferred_share,
)
from kragozor.instruments.indicators.textiles.wear import relative_wears, wears

__all__ = [
    "blend_entropy",
    "blend_evenness",
    "effective_fibres",
    "fibre_to_fibre_share",
    "loop_share",
    "mono_material_share",
    "preferred_share",
    "relative_wears",
    "wears",
]

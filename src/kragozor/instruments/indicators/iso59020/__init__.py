"""The 13 core circularity indicators of ISO 59020:2024, Annex A, over whole arrays.

The standard gives shares in percent; here they are fractions. Water is kept apart from mass
unless it is product. The catalogue marks the six that the standard demands.
"""

from kragozor.instruments.indicators.iso59020.economy import (
    material_productivity,
    resource_intensity_index,
)
from kragozor.instruments.indicators.iso59020.energy_and_water import (
    circular_water_inflow_share,
    circular_water_outflow_share,
    onsite_water_reuse_ratio,
    renewable_energy_share,
)
from kragozor.instruments.indicators.iso59020.inflows import (
    linear_inflow_share,
    recycled_inflow_share,
    renewable_inflow_share,
    reused_inflow_share,
)
from kragozor.instruments.indicators.iso59020.outflows import (
    linear_outflow_share,
    recycled_outflow_share,
    relative_lifetime,
    renewable_outflow_share,
    reused_outflow_share,
)

__all__ = [
    "circular_water_inflow_share",
    "circular_water_outflow_share",
    "linear_inflow_share",
    "linear_outflow_share",
    "material_productivity",
    "onsite_water_reuse_ratio",
    "recycled_inflow_share",
    "recycled_outflow_share",
    "relative_lifetime",
    "renewable_energy_share",
    "renewable_inflow_share",
    "renewable_outflow_share",
    "resource_intensity_index",
    "reused_inflow_share",
    "reused_outflow_share",
]

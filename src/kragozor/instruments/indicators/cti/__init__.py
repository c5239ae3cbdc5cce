"""Circular Transition Indicators, version 4.0, over whole arrays.

Lists of flows run along the last axis.

Source: World Business Council for Sustainable Development, Circular Transition Indicators v4.0:
Metrics for business, by business, May 2023.
"""

from kragozor.instruments.indicators.cti.close_the_loop import (
    circular_inflow,
    circular_outflow,
    circular_water_inflow_share,
    circular_water_outflow_share,
    circularity,
    renewable_energy_share,
    water_circularity,
)
from kragozor.instruments.indicators.cti.greenhouse_gases import greenhouse_gas_effect
from kragozor.instruments.indicators.cti.optimize_the_loop import (
    actual_lifetime,
    critical_inflow_share,
    onsite_water_circulation,
    recovery_type_share,
)
from kragozor.instruments.indicators.cti.value_the_loop import (
    circular_material_productivity,
    cti_revenue,
)

__all__ = [
    "actual_lifetime",
    "circular_inflow",
    "circular_material_productivity",
    "circular_outflow",
    "circular_water_inflow_share",
    "circular_water_outflow_share",
    "circularity",
    "critical_inflow_share",
    "cti_revenue",
    "greenhouse_gas_effect",
    "onsite_water_circulation",
    "recovery_type_share",
    "renewable_energy_share",
    "water_circularity",
]

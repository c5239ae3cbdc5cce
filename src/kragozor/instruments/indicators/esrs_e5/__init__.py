"""ESRS E5 (2023), resource inflows and outflows, over whole arrays.

From Delegated Regulation (EU) 2023/2772, Disclosure Requirements E5-4 and E5-5. Weights may be in
any one unit of mass.
"""

from kragozor.instruments.indicators.esrs_e5.inflows import (
    secondary_inflow,
    secondary_inflow_share,
    sustainable_biological_share,
    total_inflow,
)
from kragozor.instruments.indicators.esrs_e5.outflows import (
    recyclable_rate,
    recyclable_share,
    relative_durability,
)
from kragozor.instruments.indicators.esrs_e5.waste import (
    disposed,
    diverted,
    non_hazardous,
    non_recycled,
    non_recycled_share,
    total_waste,
)

__all__ = [
    "disposed",
    "diverted",
    "non_hazardous",
    "non_recycled",
    "non_recycled_share",
    "recyclable_rate",
    "recyclable_share",
    "relative_durability",
    "secondary_inflow",
    "secondary_inflow_share",
    "sustainable_biological_share",
    "total_inflow",
    "total_waste",
]

"""The Material Circularity Indicator over whole arrays of products.

Every parameter may be an array; arrays broadcast. NaN stands for undefined: a zero
denominator gives NaN, and NaN given stays NaN.

Source: Ellen MacArthur Foundation and ANSYS Granta, Circularity Indicators: An Approach to
Measuring Circularity, Methodology, 2015, with the terms for biological material of 2019.
"""

from kragozor.instruments.indicators.mci.aggregates import (
    company_circularity_indicator,
    linear_flow_index_of_parts,
)
from kragozor.instruments.indicators.mci.flows import (
    energy_recovered_share,
    feedstock_losses,
    recycling_losses,
    unrecoverable_waste,
    virgin_feedstock,
    waste,
)
from kragozor.instruments.indicators.mci.index import (
    linear_flow_index,
    material_circularity_indicator,
    unclamped_circularity,
    utility,
    utility_factor,
)
from kragozor.instruments.indicators.mci.product import product_circularity

__all__ = [
    "company_circularity_indicator",
    "energy_recovered_share",
    "feedstock_losses",
    "linear_flow_index",
    "linear_flow_index_of_parts",
    "material_circularity_indicator",
    "product_circularity",
    "recycling_losses",
    "unclamped_circularity",
    "unrecoverable_waste",
    "utility",
    "utility_factor",
    "virgin_feedstock",
    "waste",
]

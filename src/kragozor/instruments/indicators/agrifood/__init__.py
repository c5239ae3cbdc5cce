"""Agri-food over whole arrays: nutrients, food waste, surplus food and biomass by dry matter.

Nutrients are elements (N, P, K), never oxides. Food waste is fresh mass, as the law weighs it;
everything else is dry matter, since water comes and goes.
"""

from kragozor.instruments.indicators.agrifood.biomass import (
    biological_recirculation,
    cascade_factor,
    circular_dry_matter,
    circular_dry_matter_share,
    dry_matter,
    dry_matter_gap,
    dry_matter_gap_share,
    recirculated_dry_matter,
)
from kragozor.instruments.indicators.agrifood.food_waste import (
    annual_food_waste,
    food_waste_per_head,
    food_waste_reduction,
    path_food_waste,
    reference_food_waste,
    target_food_waste,
)
from kragozor.instruments.indicators.agrifood.nutrients import (
    nutrient_circularity,
    nutrient_surplus,
    nutrient_use_efficiency,
)
from kragozor.instruments.indicators.agrifood.surplus import surplus_share

__all__ = [
    "annual_food_waste",
    "biological_recirculation",
    "cascade_factor",
    "circular_dry_matter",
    "circular_dry_matter_share",
    "dry_matter",
    "dry_matter_gap",
    "dry_matter_gap_share",
    "food_waste_per_head",
    "food_waste_reduction",
    "nutrient_circularity",
    "nutrient_surplus",
    "nutrient_use_efficiency",
    "path_food_waste",
    "recirculated_dry_matter",
    "reference_food_waste",
    "surplus_share",
    "target_food_waste",
]

"""The readings of an agri-food inventory: biomass, nutrients, food waste and surplus food."""

from kragozor.instruments.readings.agrifood.biomass import inputs as biomass_inputs
from kragozor.instruments.readings.agrifood.food_waste import inputs as food_waste_inputs
from kragozor.instruments.readings.agrifood.nutrients import inputs as nutrients_inputs
from kragozor.instruments.readings.agrifood.surplus import inputs as surplus_inputs

AGRIFOOD_READERS = {
    "biomass": biomass_inputs,
    "nutrients": nutrients_inputs,
    "food-waste": food_waste_inputs,
    "food-surplus": surplus_inputs,
}

__all__ = ["AGRIFOOD_READERS"]

"""The Circular Footprint Formula of the EU Environmental Footprint methods, over whole arrays.

Burdens and results are in one category of impact, per kg of one material.

Source: Commission Recommendation (EU) 2021/2279, Annex I, 4.4.8.1.
"""

from kragozor.instruments.indicators.cff.end_of_life import disposal, energy
from kragozor.instruments.indicators.cff.footprint import circular_footprint
from kragozor.instruments.indicators.cff.material import material

__all__ = ["circular_footprint", "disposal", "energy", "material"]

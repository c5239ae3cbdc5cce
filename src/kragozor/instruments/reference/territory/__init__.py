"""The territory of Bulgaria: 6 regions, 28 districts, 257 towns, and what a text means by them."""

from kragozor.instruments.reference.territory.names import (
    district_named,
    districts_named,
    place_key,
    suggest_district,
)
from kragozor.instruments.reference.territory.places import (
    District,
    Region,
    district,
    districts,
    region,
    regions,
)
from kragozor.instruments.reference.territory.towns import (
    Town,
    district_of_town,
    town_key,
    towns,
)

__all__ = [
    "District",
    "Region",
    "Town",
    "district",
    "district_named",
    "district_of_town",
    "districts",
    "districts_named",
    "place_key",
    "region",
    "regions",
    "suggest_district",
    "town_key",
    "towns",
]

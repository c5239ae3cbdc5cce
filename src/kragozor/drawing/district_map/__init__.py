"""The districts of Bulgaria as a map, coloured by a value of each."""

from kragozor.drawing.district_map.draw import district_map

__all__ = ["district_map"]

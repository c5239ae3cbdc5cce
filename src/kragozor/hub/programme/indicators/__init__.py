"""What shows how far an activity has come: its value on a day, counted from live records."""

from kragozor.hub.programme.indicators.facts import Facts
from kragozor.hub.programme.indicators.sources import value_of
from kragozor.hub.programme.indicators.value import Part, Value

__all__ = ["Facts", "Part", "Value", "value_of"]

"""What was changed in the tables, and the official files it came from."""

from kragozor.hub.reference.models.batch import Batch
from kragozor.hub.reference.models.change import ParameterChange

__all__ = ["Batch", "ParameterChange"]

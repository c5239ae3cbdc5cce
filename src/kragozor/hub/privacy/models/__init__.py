"""Requests to be erased, the list of what was erased, and the files people asked for."""

from kragozor.hub.privacy.models.erasure import Erasure, ErasureRequest
from kragozor.hub.privacy.models.export import DataExport

__all__ = ["DataExport", "Erasure", "ErasureRequest"]

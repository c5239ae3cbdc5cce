"""Imports with their rows, pairs that were looked at, mergers, files taken out."""

from kragozor.hub.records.models.duplicates import DistinctPair, Merge
from kragozor.hub.records.models.export import Export
from kragozor.hub.records.models.imports import ColumnMemory, Import, ImportRow

__all__ = ["ColumnMemory", "DistinctPair", "Export", "Import", "ImportRow", "Merge"]

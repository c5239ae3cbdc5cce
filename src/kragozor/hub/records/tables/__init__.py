"""A file as a table: headings and rows of text, whatever it came in. Nothing here knows Django."""

from kragozor.hub.records.tables.reading import read_table
from kragozor.hub.records.tables.table import Line, Table, TableRefused

__all__ = ["Line", "Table", "TableRefused", "read_table"]

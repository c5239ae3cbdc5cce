"""What a row of a file says: its cells read, or refused with reasons in both languages."""

from kragozor.hub.records.rows.reader import Read, RowReader

__all__ = ["Read", "RowReader"]

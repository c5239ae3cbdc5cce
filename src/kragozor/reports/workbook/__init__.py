"""The assessment as a workbook: what the page says, with real numbers in the cells."""

from kragozor.reports.workbook.result import result_workbook

__all__ = ["result_workbook"]

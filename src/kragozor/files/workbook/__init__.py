"""The workbook a company fills: the template, its reader, and the copy with errors marked."""

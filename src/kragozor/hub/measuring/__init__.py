"""Inventories and what is measured of them: declared, measured, seen, printed, shared."""

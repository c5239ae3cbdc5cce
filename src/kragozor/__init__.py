"""Kragozor measures circularity and runs the hub of a circular-economy cluster."""

__version__ = "0.1.0"

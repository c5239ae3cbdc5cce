"""Inventories and assessments for programs."""

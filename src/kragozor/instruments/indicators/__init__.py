"""Indicators of circularity: their catalogue, and their formulas over whole arrays."""

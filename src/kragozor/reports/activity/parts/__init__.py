"""The larger parts of the report: the pillars with their picture, the activities."""

"""Applying for membership, and deciding on it."""

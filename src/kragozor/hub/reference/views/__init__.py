"""The Council's pages of the reference tables."""

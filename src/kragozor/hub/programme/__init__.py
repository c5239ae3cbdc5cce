"""The Council's seventeen activities, seen from facts."""

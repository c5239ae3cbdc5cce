"""The pages of applications: to begin one, to fill it in, to follow it, and to decide."""

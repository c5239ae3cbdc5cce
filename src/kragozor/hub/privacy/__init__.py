"""Personal data: what is held, why, how long, and how it goes."""

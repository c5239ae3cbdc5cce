"""Tables the Council keeps up: parameters of the footprint formula, official titles of waste."""

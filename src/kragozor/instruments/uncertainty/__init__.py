"""How sure a number is: distributions, draws of them, and what may be said of the result."""

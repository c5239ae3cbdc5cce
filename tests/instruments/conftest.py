"""How the instruments are tested: speed belongs in ``benchmarks/``, so no example is timed."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

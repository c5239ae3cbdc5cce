"""Whether a figure over several members may be published, and why not.

A figure is a sum of what its contributors put in, a mean, or a quotient of two sums. It is
looked at by itself, and together with everything that was published before.
"""

from kragozor.instruments.disclosure.release import Part, Release
from kragozor.instruments.disclosure.rule import LEAST, MOST, reason_to_withhold

__all__ = ["LEAST", "MOST", "Part", "Release", "reason_to_withhold"]

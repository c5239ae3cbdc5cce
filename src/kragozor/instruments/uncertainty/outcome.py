"""What an indicator gives for draws of its inputs: draws of its values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kragozor.instruments.indicators.findings import Known
from kragozor.instruments.indicators.limits import kept_within

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Amount, Truth
    from kragozor.instruments.indicators.entries import Indicator
    from kragozor.instruments.indicators.given import Given


@dataclass(frozen=True)
class Outcome:
    """What came out of draws.

    Attributes
    ----------
    figures
        The draws of each figure, NaN where it is undefined; a figure that does not vary may
        stand as one number.
    closed
        In which draws parts added up to more than their whole and were reduced to it.
    """

    figures: Mapping[str, Amount]
    closed: Truth = False


def outcome(indicator: Indicator, given: Given) -> Outcome:
    """Return the values of an indicator for draws, by the formulas that numbers go through.

    A value that has a number for each item of a list is left out.

    Examples
    --------
    >>> import numpy as np
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> from kragozor.instruments.indicators.given import Given
    >>> given = Given({"M": 1.0, "F_R": np.array([0.2, 0.4]), "C_R": 0.5, "X": 1.0})
    >>> outcome(indicator("mci"), given).figures["mci"]
    array([0.415, 0.505])
    """
    solver, closed = kept_within(indicator, given)
    found = {value.name: solver.find(value.symbol) for value in indicator.values.values()}
    known = {name: finding for name, finding in found.items() if isinstance(finding, Known)}
    return Outcome(
        {name: f.amount for name, f in known.items() if not isinstance(f.value, tuple)}, closed
    )

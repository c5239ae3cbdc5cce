"""Recyclability performance grades: Regulation (EU) 2025/40, Annex II, Table 3."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kragozor.instruments.arithmetic import reaches
from kragozor.instruments.indicators.bounds import share
from kragozor.instruments.indicators.catalogue import indicator


def recyclability_grade(*, recyclable_share: ArrayLike) -> NDArray[np.str_]:
    r"""Recyclability performance grade of formats of packaging.

    .. math:: A: r \ge 0.95 \quad B: r \ge 0.80 \quad C: r \ge 0.70

    Parameters
    ----------
    recyclable_share : array_like, shape (...)
        Recyclable share of the weight of a unit, :math:`0 \le r \le 1`. [-]

    Returns
    -------
    ndarray of str, shape (...)
        A, B, C or "not recyclable"; an empty text where the share is NaN.

    Raises
    ------
    OutOfRange
        A share is negative or above 1.

    Notes
    -----
    A share may miss its bound by rounding in the last digits. Source: Regulation (EU) 2025/40,
    Annex II, Table 3.

    Examples
    --------
    >>> recyclability_grade(recyclable_share=[0.95, 0.7999, 0.1]).tolist()
    ['A', 'C', 'not recyclable']
    """
    shares = share("recyclable_share", recyclable_share)
    bands = indicator("packaging-grade").values["grade"].bands
    conditions = [reaches(shares, band.at_least) for band in bands]
    return np.select(conditions, [np.array(band.name) for band in bands], default="")

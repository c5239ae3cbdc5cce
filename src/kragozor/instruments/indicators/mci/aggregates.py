"""One indicator for many: the parts of a product, the products of a company."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, non_negative, share, together
from kragozor.instruments.indicators.sums import quotient


def linear_flow_index_of_parts(
    *,
    virgin: ArrayLike,
    waste: ArrayLike,
    mass: ArrayLike,
    feedstock_losses: ArrayLike = 0.0,
    recycling_losses: ArrayLike = 0.0,
) -> Numbers:
    r"""One linear flow index for a product made of parts.

    .. math:: LFI = \frac{\sum_i (V_i + W_i)}{\sum_i (2M_i + (W_{F,i} - W_{C,i})/2)}

    Parameters
    ----------
    virgin, waste, mass : array_like, shape (..., parts)
        Virgin feedstock, unrecoverable waste in all and mass of each part, all
        :math:`\ge 0`. [kg]
    feedstock_losses, recycling_losses : array_like, shape (..., parts)
        Losses of recycling before and after use, :math:`\ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Linear flow index of the whole; NaN where the denominator is zero. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    The flows are summed before they are divided, so the index differs from the mean of the
    parts' own wherever their losses do. Source: Methodology 2015, comprehensive approach.

    Examples
    --------
    >>> linear_flow_index_of_parts(virgin=[1.0, 0.0], waste=[1.0, 0.0], mass=[1.0, 3.0])
    np.float64(0.25)
    """
    v = non_negative("virgin", virgin)
    w = non_negative("waste", waste)
    m = non_negative("mass", mass)
    w_f = non_negative("feedstock_losses", feedstock_losses)
    w_c = non_negative("recycling_losses", recycling_losses)
    together(virgin=v, waste=w, mass=m, feedstock_losses=w_f, recycling_losses=w_c)
    v, w, m, w_f, w_c = np.broadcast_arrays(v, w, m, w_f, w_c)
    return quotient(np.sum(v + w, axis=-1), np.sum(2 * m + (w_f - w_c) / 2, axis=-1))


def company_circularity_indicator(*, weights: ArrayLike, indicators: ArrayLike) -> Numbers:
    r"""Material Circularity Indicator of a company, from those of its reference products.

    .. math:: MCI_C = \frac{\sum_R N_R \, MCI_R}{\sum_R N_R}

    Parameters
    ----------
    weights : array_like, shape (..., ranges)
        Mass or revenue of each range, one of the two for all, :math:`N_R \ge 0`. [kg or EUR]
    indicators : array_like, shape (..., ranges)
        Indicator of each range's reference product, :math:`0 \le MCI_R \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        Indicator of the company; NaN where the weights add up to zero. [-]

    Raises
    ------
    OutOfRange
        A weight is negative, or an indicator lies outside 0 to 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Small ranges may be left out when the share left out is declared. Source: Methodology 2015,
    company level.

    Examples
    --------
    >>> company_circularity_indicator(weights=[800.0, 200.0], indicators=[0.1, 0.7])
    np.float64(0.22)
    """
    n = non_negative("weights", weights)
    mci = share("indicators", indicators)
    together(weights=n, indicators=mci)
    n, mci = np.broadcast_arrays(n, mci)
    return quotient(np.sum(n * mci, axis=-1), np.sum(n, axis=-1))

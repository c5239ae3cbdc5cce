"""The linear flow index, the utility, and the indicator that they form."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, non_negative, positive, share, together
from kragozor.instruments.indicators.sums import quotient

# The utility factor of an average product, chosen by the method so that a fully linear
# product of average utility scores 0.1 and a worse one can still be told from it.
AVERAGE_UTILITY_FACTOR = 0.9


def linear_flow_index(
    *,
    virgin: ArrayLike,
    waste: ArrayLike,
    mass: ArrayLike,
    feedstock_losses: ArrayLike = 0.0,
    recycling_losses: ArrayLike = 0.0,
) -> Numbers:
    r"""Share of a product's mass that flows linearly, from 0 (circular) to 1 (linear).

    .. math:: LFI = \frac{V + W}{2M + (W_F - W_C)/2}

    Parameters
    ----------
    virgin : array_like, shape (...)
        Virgin feedstock, :math:`V \ge 0`. [kg]
    waste : array_like, shape (...)
        Unrecoverable waste in all, :math:`W \ge 0`. [kg]
    mass : array_like, shape (...)
        Mass of the product, :math:`M \ge 0`. [kg]
    feedstock_losses, recycling_losses : array_like, shape (...)
        Losses of recycling before and after use, :math:`W_F, W_C \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Linear flow index; NaN where the denominator is zero. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    The correction in the denominator keeps the index at 1 for a fully linear flow. Source:
    Methodology 2015, product level, linear flow index.

    Examples
    --------
    >>> linear_flow_index(virgin=[1.0, 0.5], waste=[1.0, 0.0], mass=1.0)
    array([1.  , 0.25])
    """
    v = non_negative("virgin", virgin)
    w = non_negative("waste", waste)
    m = non_negative("mass", mass)
    w_f = non_negative("feedstock_losses", feedstock_losses)
    w_c = non_negative("recycling_losses", recycling_losses)
    together(virgin=v, waste=w, mass=m, feedstock_losses=w_f, recycling_losses=w_c)
    return quotient(v + w, 2 * m + (w_f - w_c) / 2)


def utility(
    *,
    lifetime: ArrayLike = 1.0,
    industry_lifetime: ArrayLike = 1.0,
    use_intensity: ArrayLike = 1.0,
    industry_use_intensity: ArrayLike = 1.0,
) -> Numbers:
    r"""How long and how hard a product is used, against the average of its industry.

    .. math:: X = \frac{L}{L_{av}} \cdot \frac{U}{U_{av}}

    Parameters
    ----------
    lifetime, industry_lifetime : array_like, shape (...)
        Lifetime, :math:`L > 0`, and its average, :math:`L_{av} \ge 0`. [a]
    use_intensity, industry_use_intensity : array_like, shape (...)
        Functional units served in a lifetime, :math:`U > 0`, and their average,
        :math:`U_{av} \ge 0`. [functional units]

    Returns
    -------
    ndarray, shape (...)
        Utility, 1 for an average product; NaN where an average is zero. [-]

    Raises
    ------
    OutOfRange
        A lifetime or an intensity is zero or negative, or an average is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    A longer life and a harder use count alike; declare a gain in one of the two, not in both.
    Source: Methodology 2015, product level, utility.

    Examples
    --------
    >>> utility(lifetime=6.0, industry_lifetime=4.0)
    np.float64(1.5)
    """
    long = positive("lifetime", lifetime)
    average = non_negative("industry_lifetime", industry_lifetime)
    hard = positive("use_intensity", use_intensity)
    usual = non_negative("industry_use_intensity", industry_use_intensity)
    together(
        lifetime=long, industry_lifetime=average, use_intensity=hard, industry_use_intensity=usual
    )
    return quotient(long, average) * quotient(hard, usual)


def utility_factor(*, utility: ArrayLike) -> Numbers:
    r"""By how much the utility of a product weakens its linear flow.

    .. math:: F(X) = 0.9 / X

    Parameters
    ----------
    utility : array_like, shape (...)
        Utility against the industry average, :math:`X > 0`. [-]

    Returns
    -------
    ndarray, shape (...)
        Utility factor, 0.9 for an average product. [-]

    Raises
    ------
    OutOfRange
        A utility is zero or negative.

    Notes
    -----
    Source: Methodology 2015, product level, utility factor.

    Examples
    --------
    >>> utility_factor(utility=[1.0, 2.0])
    array([0.9 , 0.45])
    """
    return AVERAGE_UTILITY_FACTOR / positive("utility", utility)


def unclamped_circularity(*, linear_flow_index: ArrayLike, utility: ArrayLike = 1.0) -> Numbers:
    r"""Material Circularity Indicator before it is cut off at zero.

    .. math:: MCI_0 = 1 - LFI \cdot F(X)

    Parameters
    ----------
    linear_flow_index : array_like, shape (...)
        Linear flow index, :math:`0 \le LFI \le 1`. [-]
    utility : array_like, shape (...)
        Utility against the industry average, :math:`X > 0`. [-]

    Returns
    -------
    ndarray, shape (...)
        At most 1; negative for a linear product used less than most. [-]

    Raises
    ------
    OutOfRange
        A linear flow index lies outside 0 to 1, or a utility is zero or negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Methodology 2015, product level, Material Circularity Indicator.

    Examples
    --------
    >>> unclamped_circularity(linear_flow_index=1.0, utility=[1.0, 0.5])
    array([ 0.1, -0.8])
    """
    lfi = share("linear_flow_index", linear_flow_index)
    factor = utility_factor(utility=utility)
    together(linear_flow_index=lfi, utility=factor)
    return 1 - lfi * factor


def material_circularity_indicator(
    *, linear_flow_index: ArrayLike, utility: ArrayLike = 1.0
) -> Numbers:
    r"""Material Circularity Indicator of a product, from 0 to 1 (fully circular).

    .. math:: MCI = \max(0, 1 - LFI \cdot F(X))

    Parameters
    ----------
    linear_flow_index : array_like, shape (...)
        Linear flow index, :math:`0 \le LFI \le 1`. [-]
    utility : array_like, shape (...)
        Utility against the industry average, :math:`X > 0`. [-]

    Returns
    -------
    ndarray, shape (...)
        Material Circularity Indicator; NaN where an input is NaN. [-]

    Raises
    ------
    OutOfRange
        A linear flow index lies outside 0 to 1, or a utility is zero or negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    A fully linear product of average utility scores 0.1; a score of 0 comes only from the
    cut-off, and :func:`unclamped_circularity` keeps what was cut off. Source: Methodology 2015,
    product level, Material Circularity Indicator.

    Examples
    --------
    >>> material_circularity_indicator(linear_flow_index=1.0, utility=[1.0, 0.5])
    array([0.1, 0. ])
    """
    whole = unclamped_circularity(linear_flow_index=linear_flow_index, utility=utility)
    return np.maximum(0.0, whole)

"""Resource outflows: ISO 59020:2024, A.3."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import (
    Numbers,
    at_most,
    non_negative,
    positive,
    together,
)
from kragozor.instruments.indicators.sums import quotient, share_of


def relative_lifetime(*, product_lifetime: ArrayLike, industry_lifetime: ArrayLike) -> Numbers:
    r"""Lifetime of a product against the average of its industry.

    .. math:: t_{LP} / t_{IALP}

    Parameters
    ----------
    product_lifetime : array_like, shape (...)
        Lifetime of the product, :math:`t_{LP} > 0`. [a]
    industry_lifetime : array_like, shape (...)
        Industry average, :math:`t_{IALP} \ge 0`. [a]

    Returns
    -------
    ndarray, shape (...)
        Ratio, above 1 for a longer life; NaN where the average is zero. [-]

    Raises
    ------
    OutOfRange
        A lifetime is zero or negative, or an average is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: ISO 59020:2024, A.3.2, optional.

    Examples
    --------
    >>> relative_lifetime(product_lifetime=6.0, industry_lifetime=4.0)
    np.float64(1.5)
    """
    life = positive("product_lifetime", product_lifetime)
    average = non_negative("industry_lifetime", industry_lifetime)
    together(product_lifetime=life, industry_lifetime=average)
    return quotient(life, average)


def reused_outflow_share(*, reused_outflow: ArrayLike, total_outflow: ArrayLike) -> Numbers:
    r"""Share of outflow that is in fact reused.

    .. math:: m_{REUO} / m_{TO}

    Parameters
    ----------
    reused_outflow : array_like, shape (...)
        Outflow reused, :math:`0 \le m_{REUO} \le m_{TO}`. [kg]
    total_outflow : array_like, shape (...)
        Total outflow, :math:`m_{TO} \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where the whole is zero. [-]

    Raises
    ------
    OutOfRange
        A number is negative.
    NotBalanced
        The part is larger than the whole.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: ISO 59020:2024, A.3.3, mandatory.

    Examples
    --------
    >>> reused_outflow_share(reused_outflow=10.0, total_outflow=40.0)
    np.float64(0.25)
    """
    return share_of(reused_outflow=reused_outflow, total_outflow=total_outflow)


def recycled_outflow_share(*, recycled_outflow: ArrayLike, total_outflow: ArrayLike) -> Numbers:
    r"""Share of outflow that is in fact recycled.

    .. math:: m_{RECO} / m_{TO}

    Parameters
    ----------
    recycled_outflow : array_like, shape (...)
        Outflow recycled, :math:`0 \le m_{RECO} \le m_{TO}`. [kg]
    total_outflow : array_like, shape (...)
        Total outflow, :math:`m_{TO} \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where the whole is zero. [-]

    Raises
    ------
    OutOfRange
        A number is negative.
    NotBalanced
        The part is larger than the whole.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: ISO 59020:2024, A.3.4, mandatory.

    Examples
    --------
    >>> recycled_outflow_share(recycled_outflow=10.0, total_outflow=40.0)
    np.float64(0.25)
    """
    return share_of(recycled_outflow=recycled_outflow, total_outflow=total_outflow)


def renewable_outflow_share(*, renewable_outflow: ArrayLike, total_outflow: ArrayLike) -> Numbers:
    r"""Share of outflow that in fact recirculates in the biological cycle.

    .. math:: m_{RENO} / m_{TO}

    Parameters
    ----------
    renewable_outflow : array_like, shape (...)
        Outflow recirculated, :math:`0 \le m_{RENO} \le m_{TO}`. [kg]
    total_outflow : array_like, shape (...)
        Total outflow, :math:`m_{TO} \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where the whole is zero. [-]

    Raises
    ------
    OutOfRange
        A number is negative.
    NotBalanced
        The part is larger than the whole.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: ISO 59020:2024, A.3.5, mandatory.

    Examples
    --------
    >>> renewable_outflow_share(renewable_outflow=10.0, total_outflow=40.0)
    np.float64(0.25)
    """
    return share_of(renewable_outflow=renewable_outflow, total_outflow=total_outflow)


def linear_outflow_share(
    *,
    total_outflow: ArrayLike,
    reused_outflow: ArrayLike,
    recycled_outflow: ArrayLike,
    renewable_outflow: ArrayLike,
) -> Numbers:
    r"""Share of outflow that is neither reused nor recycled nor renewable.

    .. math:: s_{LO} = \frac{m_{TO} - m_{REUO} - m_{RECO} - m_{RENO}}{m_{TO}}

    Parameters
    ----------
    total_outflow : array_like, shape (...)
        Total outflow, :math:`m_{TO} \ge 0`. [kg]
    reused_outflow, recycled_outflow, renewable_outflow : array_like, shape (...)
        Circular outflows, :math:`\ge 0`, together at most the total. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where the total is zero. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    NotBalanced
        The circular outflows add up to more than the total.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    One kilogram is classed once, so the three shares and the linear one make the whole. Source: ISO
    59020:2024, A.3, derived.

    Examples
    --------
    >>> linear_outflow_share(total_outflow=100.0, reused_outflow=10.0, recycled_outflow=25.0,
    ...                      renewable_outflow=15.0)
    np.float64(0.5)
    """
    total = non_negative("total_outflow", total_outflow)
    circular = {
        "reused_outflow": non_negative("reused_outflow", reused_outflow),
        "recycled_outflow": non_negative("recycled_outflow", recycled_outflow),
        "renewable_outflow": non_negative("renewable_outflow", renewable_outflow),
    }
    together(total_outflow=total, **circular)
    at_most(total, **circular)
    return quotient(total - sum(circular.values()), total)

"""Products and packaging that leave: ESRS E5, Disclosure Requirement E5-5, paragraph 36."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, positive
from kragozor.instruments.indicators.sums import ratio_of, share_of


def relative_durability(*, product_lifetime: ArrayLike, industry_lifetime: ArrayLike) -> Numbers:
    r"""Expected lifetime of a product against the average of its industry.

    .. math:: t_P / t_{IND}

    Parameters
    ----------
    product_lifetime : array_like, shape (...)
        Expected lifetime, :math:`t_P > 0`. [a]
    industry_lifetime : array_like, shape (...)
        Industry average, :math:`t_{IND} \ge 0`. [a]

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
    Source: Delegated Regulation (EU) 2023/2772, ESRS E5, paragraph 36(a).

    Examples
    --------
    >>> relative_durability(product_lifetime=6.0, industry_lifetime=4.0)
    np.float64(1.5)
    """
    lifetime = positive("product_lifetime", product_lifetime)
    return ratio_of(product_lifetime=lifetime, industry_lifetime=industry_lifetime)


def recyclable_share(*, recyclable_mass: ArrayLike, mass: ArrayLike) -> Numbers:
    r"""Recyclable content of products, or of their packaging, by their own mass.

    .. math:: s_R = m_R / m

    Parameters
    ----------
    recyclable_mass : array_like, shape (...)
        Mass that can be recycled, :math:`0 \le m_R \le m`. [kg]
    mass : array_like, shape (...)
        Mass of products or of packaging, :math:`m \ge 0`. [kg]

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
    Asked separately of products and of packaging. It says how they are designed; what the
    standard asks for is :func:`recyclable_rate`. Source: our own, beside ESRS E5.

    Examples
    --------
    >>> recyclable_share(recyclable_mass=45.0, mass=60.0)
    np.float64(0.75)
    """
    return share_of(recyclable_mass=recyclable_mass, mass=mass)


def recyclable_rate(*, recyclable_mass: ArrayLike, total_inflow: ArrayLike) -> Numbers:
    r"""Recyclable content of products, or of their packaging, against all materials used.

    .. math:: r_R = m_R / m_I

    Parameters
    ----------
    recyclable_mass : array_like, shape (...)
        Mass that can be recycled, :math:`m_R \ge 0`. [kg]
    total_inflow : array_like, shape (...)
        Weight of all materials used in the period, :math:`m_I \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Rate, above 1 where products leave stock; NaN where no materials are used. [-]

    Raises
    ------
    OutOfRange
        A number is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Asked separately of products and of packaging. Source: Delegated Regulation (EU) 2023/2772,
    ESRS E5, paragraph 36(c) and AR 27.

    Examples
    --------
    >>> recyclable_rate(recyclable_mass=45.0, total_inflow=1000.0)
    np.float64(0.045)
    """
    return ratio_of(recyclable_mass=recyclable_mass, total_inflow=total_inflow)

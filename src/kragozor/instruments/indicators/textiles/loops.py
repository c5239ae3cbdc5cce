"""Which fibres, from which loop, and in how many products a single one."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, at_most, non_negative, together
from kragozor.instruments.indicators.sums import quotient, share_of


def preferred_share(*, preferred_fibre: ArrayLike, total_fibre: ArrayLike) -> Numbers:
    r"""Share of preferred fibres.

    .. math:: s_{PREF} = m_{PREF} / m_F

    Parameters
    ----------
    preferred_fibre : array_like, shape (...)
        Preferred fibre, :math:`0 \le m_{PREF} \le m_F`. [kg]
    total_fibre : array_like, shape (...)
        All fibre, :math:`m_F \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where there is no fibre. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    NotBalanced
        The preferred fibre is more than all.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    What is preferred is declared. Source: Textile Exchange, list of preferred fibres and
    materials.

    Examples
    --------
    >>> preferred_share(preferred_fibre=1.0, total_fibre=4.0)
    np.float64(0.25)
    """
    return share_of(preferred_fibre=preferred_fibre, total_fibre=total_fibre)


def fibre_to_fibre_share(
    *, from_same_product: ArrayLike, from_same_sector: ArrayLike, total_fibre: ArrayLike
) -> Numbers:
    r"""Share of fibre that was recycled from textiles.

    .. math:: s_{FF} = (m_{CL} + m_{TT}) / m_F

    Parameters
    ----------
    from_same_product, from_same_sector : array_like, shape (...)
        Fibre recycled from the same product, and from other textiles, :math:`\ge 0`. [kg]
    total_fibre : array_like, shape (...)
        All fibre, or all recycled fibre, :math:`\ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where the whole is zero. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    NotBalanced
        The parts are together more than the whole.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: a measure of our own choice, textile-to-textile recycling by mass.

    Examples
    --------
    >>> fibre_to_fibre_share(from_same_product=1.0, from_same_sector=2.0, total_fibre=12.0)
    np.float64(0.25)
    """
    parts = {
        "from_same_product": non_negative("from_same_product", from_same_product),
        "from_same_sector": non_negative("from_same_sector", from_same_sector),
    }
    whole = non_negative("total_fibre", total_fibre)
    together(**parts, total_fibre=whole)
    at_most(whole, **parts)
    return quotient(sum(parts.values()), whole)


def loop_share(*, loop_mass: ArrayLike, recycled_mass: ArrayLike) -> Numbers:
    r"""Share of one loop, closed or open, of what is recycled.

    .. math:: r_{CL} = m_{CL} / m_R

    Parameters
    ----------
    loop_mass : array_like, shape (...)
        Mass that goes round this loop, :math:`0 \le m_{CL} \le m_R`. [kg]
    recycled_mass : array_like, shape (...)
        All that is recycled, :math:`m_R \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where nothing is recycled. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    NotBalanced
        The loop is more than the whole.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: closed and open loop as in ISO 14044, 4.3.4.3.

    Examples
    --------
    >>> loop_share(loop_mass=1.0, recycled_mass=4.0)
    np.float64(0.25)
    """
    return share_of(loop_mass=loop_mass, recycled_mass=recycled_mass)


def mono_material_share(*, mono_material_mass: ArrayLike, product_mass: ArrayLike) -> Numbers:
    r"""Share of products that are made of one material.

    .. math:: S_{MONO} = M_{MONO} / M

    Parameters
    ----------
    mono_material_mass : array_like, shape (...)
        Mass of the mono-material products, :math:`0 \le M_{MONO} \le M`. [kg]
    product_mass : array_like, shape (...)
        Mass of all products, :math:`M \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where there are no products. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    NotBalanced
        The part is more than the whole.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: a measure of our own choice, by mass of the products.

    Examples
    --------
    >>> mono_material_share(mono_material_mass=3.0, product_mass=4.0)
    np.float64(0.75)
    """
    return share_of(mono_material_mass=mono_material_mass, product_mass=product_mass)

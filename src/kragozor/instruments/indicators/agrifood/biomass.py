"""Biological material by its dry matter: balance, return to the biological cycle, cascades."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, non_negative, share, together
from kragozor.instruments.indicators.sums import quotient, ratio_of, share_of, summed


def dry_matter(*, mass: ArrayLike, dry_matter_share: ArrayLike) -> Numbers:
    r"""Dry matter of several flows. [kg]

    .. math:: D = \sum_i m_i d_i

    Parameters
    ----------
    mass : array_like, shape (..., n)
        Mass of each flow as it is, :math:`m_i \ge 0`. [kg]
    dry_matter_share : array_like, shape (..., n)
        Share of it that is not water, :math:`0 \le d_i \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        Mass without water. [kg]

    Raises
    ------
    OutOfRange
        A mass is negative, or a share is none.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: dry matter by definition.

    Examples
    --------
    >>> dry_matter(mass=[100.0, 40.0], dry_matter_share=[0.25, 0.5])
    np.float64(45.0)
    """
    return summed(_dry(mass, dry_matter_share))


def circular_dry_matter(
    *, mass: ArrayLike, dry_matter_share: ArrayLike, circular_share: ArrayLike
) -> Numbers:
    r"""Dry matter that enters and is circular. [kg]

    .. math:: D_C = \sum_i m_i d_i c_i

    Parameters
    ----------
    mass : array_like, shape (..., n)
        Mass of each flow as it is, :math:`m_i \ge 0`. [kg]
    dry_matter_share : array_like, shape (..., n)
        Share of it that is not water, :math:`0 \le d_i \le 1`. [-]
    circular_share : array_like, shape (..., n)
        Share that is not virgin, or renewable and sustainably produced,
        :math:`0 \le c_i \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        Mass without water. [kg]

    Raises
    ------
    OutOfRange
        A mass is negative, or a share is none.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: WBCSD, CTI v4.0, % circular inflow, taken by dry matter.

    Examples
    --------
    >>> circular_dry_matter(mass=[100.0, 40.0], dry_matter_share=[0.25, 0.5],
    ...                     circular_share=[1.0, 0.0])
    np.float64(25.0)
    """
    return summed(_part_of(_dry(mass, dry_matter_share), "circular_share", circular_share))


def recirculated_dry_matter(
    *, mass: ArrayLike, dry_matter_share: ArrayLike, recirculated_share: ArrayLike
) -> Numbers:
    r"""Dry matter that goes back to the biological cycle. [kg]

    .. math:: D_B = \sum_j m_j d_j r_j

    Parameters
    ----------
    mass : array_like, shape (..., n)
        Mass of each flow as it is, :math:`m_j \ge 0`. [kg]
    dry_matter_share : array_like, shape (..., n)
        Share of it that is not water, :math:`0 \le d_j \le 1`. [-]
    recirculated_share : array_like, shape (..., n)
        Share that becomes feed, or compost and digestate in soil, :math:`0 \le r_j \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        Mass without water. [kg]

    Raises
    ------
    OutOfRange
        A mass is negative, or a share is none.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: ISO 59020:2024, A.3.5, taken by dry matter; that compost and digestate count as far
    as they go back to soil is ours.

    Examples
    --------
    >>> recirculated_dry_matter(mass=[100.0, 40.0], dry_matter_share=[0.25, 0.5],
    ...                         recirculated_share=[0.5, 1.0])
    np.float64(32.5)
    """
    return summed(_part_of(_dry(mass, dry_matter_share), "recirculated_share", recirculated_share))


def dry_matter_gap(*, dry_matter_input: ArrayLike, dry_matter_output: ArrayLike) -> Numbers:
    r"""Dry matter that enters and is not accounted for. [kg]

    .. math:: G = D_I - D_O

    Parameters
    ----------
    dry_matter_input, dry_matter_output : array_like, shape (...)
        Dry matter that enters and that leaves, :math:`D_I, D_O \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Gap; negative where more leaves than enters. [kg]

    Raises
    ------
    OutOfRange
        A mass is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Digestion and composting turn dry matter into gas, which is a loss to be declared. Source:
    mass balance, by dry matter.

    Examples
    --------
    >>> dry_matter_gap(dry_matter_input=100.0, dry_matter_output=75.0)
    np.float64(25.0)
    """
    return (np.subtract(*_sides(dry_matter_input, dry_matter_output)))[()]


def dry_matter_gap_share(*, dry_matter_input: ArrayLike, dry_matter_output: ArrayLike) -> Numbers:
    r"""Gap in the balance of dry matter against its larger side.

    .. math:: g = \frac{D_I - D_O}{\max(D_I, D_O)}

    Parameters
    ----------
    dry_matter_input, dry_matter_output : array_like, shape (...)
        Dry matter that enters and that leaves, :math:`D_I, D_O \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        From -1 to 1; NaN where nothing enters or leaves. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: mass balance, by dry matter.

    Examples
    --------
    >>> dry_matter_gap_share(dry_matter_input=100.0, dry_matter_output=75.0)
    np.float64(0.25)
    """
    entering, leaving = _sides(dry_matter_input, dry_matter_output)
    return quotient(entering - leaving, np.maximum(entering, leaving))


def circular_dry_matter_share(
    *, circular_dry_matter_input: ArrayLike, dry_matter_input: ArrayLike
) -> Numbers:
    r"""Share of dry matter entering that is circular.

    .. math:: CI = D_C / D_I

    Parameters
    ----------
    circular_dry_matter_input : array_like, shape (...)
        Circular dry matter that enters, :math:`0 \le D_C \le D_I`. [kg]
    dry_matter_input : array_like, shape (...)
        Dry matter that enters in all, :math:`D_I \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where nothing enters. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    NotBalanced
        The part is larger than the whole.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: WBCSD, CTI v4.0, % circular inflow, taken by dry matter.

    Examples
    --------
    >>> circular_dry_matter_share(circular_dry_matter_input=30.0, dry_matter_input=40.0)
    np.float64(0.75)
    """
    return share_of(
        circular_dry_matter_input=circular_dry_matter_input, dry_matter_input=dry_matter_input
    )


def biological_recirculation(
    *, recirculated_dry_matter: ArrayLike, dry_matter_output: ArrayLike
) -> Numbers:
    r"""Share of dry matter leaving that goes back to the biological cycle.

    .. math:: BR = D_B / D_O

    Parameters
    ----------
    recirculated_dry_matter : array_like, shape (...)
        Dry matter that becomes feed, or compost and digestate in soil,
        :math:`0 \le D_B \le D_O`. [kg]
    dry_matter_output : array_like, shape (...)
        Dry matter that leaves in all, :math:`D_O \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where nothing leaves. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    NotBalanced
        The part is larger than the whole.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: ISO 59020:2024, A.3.5, taken by dry matter; that compost and digestate count as far
    as they go back to soil is ours.

    Examples
    --------
    >>> biological_recirculation(recirculated_dry_matter=30.0, dry_matter_output=40.0)
    np.float64(0.75)
    """
    return share_of(
        recirculated_dry_matter=recirculated_dry_matter, dry_matter_output=dry_matter_output
    )


def cascade_factor(*, material_uses: ArrayLike, primary_biomass: ArrayLike) -> Numbers:
    r"""How many times a kilogram of primary biomass is used as material.

    .. math:: CF = U / B

    Parameters
    ----------
    material_uses : array_like, shape (...)
        Sum of the successive uses as material, by dry matter, :math:`U \ge 0`. [kg]
    primary_biomass : array_like, shape (...)
        Biomass that enters for the first time, by dry matter, :math:`B \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Ratio: 1 where each kilogram is used once; NaN where no primary biomass enters. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Burning is no use as material. Source: after Mantau, Wood flows in Europe, 2012, who sets
    all uses of wood against its supply from trees.

    Examples
    --------
    >>> cascade_factor(material_uses=150.0, primary_biomass=100.0)
    np.float64(1.5)
    """
    return ratio_of(material_uses=material_uses, primary_biomass=primary_biomass)


def _dry(mass: ArrayLike, dry_matter_share: ArrayLike) -> Numbers:
    masses = non_negative("mass", mass)
    shares = share("dry_matter_share", dry_matter_share)
    together(mass=masses, dry_matter_share=shares)
    return masses * shares


def _part_of(dry: Numbers, name: str, of_each: ArrayLike) -> Numbers:
    part = share(name, of_each)
    together(dry_matter=dry, **{name: part})
    return dry * part


def _sides(dry_matter_input: ArrayLike, dry_matter_output: ArrayLike) -> tuple[Numbers, Numbers]:
    entering = non_negative("dry_matter_input", dry_matter_input)
    leaving = non_negative("dry_matter_output", dry_matter_output)
    together(dry_matter_input=entering, dry_matter_output=leaving)
    return entering, leaving

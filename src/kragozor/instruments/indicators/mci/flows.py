"""Where a product's mass comes from and where it goes."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import (
    Numbers,
    at_most,
    needs_positive,
    non_negative,
    share,
    together,
)
from kragozor.instruments.indicators.sums import quotient


def virgin_feedstock(
    *,
    mass: ArrayLike,
    recycled_feedstock: ArrayLike = 0.0,
    reused_feedstock: ArrayLike = 0.0,
    renewable_feedstock: ArrayLike = 0.0,
) -> Numbers:
    r"""Mass of a product's feedstock that is taken from nature for the first time.

    .. math:: V = M (1 - F_R - F_U - F_S)

    Parameters
    ----------
    mass : array_like, shape (...)
        Mass of the product, :math:`M \ge 0`. [kg]
    recycled_feedstock, reused_feedstock : array_like, shape (...)
        Shares from recycling and from reuse, :math:`0 \le F_R, F_U \le 1`. [-]
    renewable_feedstock : array_like, shape (...)
        Share of biological material from sustained production, :math:`0 \le F_S \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        Virgin feedstock. [kg]

    Raises
    ------
    OutOfRange
        A mass is negative, or a share lies outside 0 to 1.
    NotBalanced
        The three shares add up to more than 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Assumes that one kilogram has one origin. Source: Methodology 2015, product level, virgin
    feedstock; :math:`F_S` of 2019.

    Examples
    --------
    >>> virgin_feedstock(mass=2.0, recycled_feedstock=[0.0, 0.25])
    array([2. , 1.5])
    """
    m = non_negative("mass", mass)
    f_r = share("recycled_feedstock", recycled_feedstock)
    f_u = share("reused_feedstock", reused_feedstock)
    f_s = share("renewable_feedstock", renewable_feedstock)
    together(mass=m, recycled_feedstock=f_r, reused_feedstock=f_u, renewable_feedstock=f_s)
    at_most(1.0, recycled_feedstock=f_r, reused_feedstock=f_u, renewable_feedstock=f_s)
    return m * np.maximum(0.0, 1 - f_r - f_u - f_s)


def unrecoverable_waste(
    *,
    mass: ArrayLike,
    collected_for_recycling: ArrayLike = 0.0,
    collected_for_reuse: ArrayLike = 0.0,
    composted: ArrayLike = 0.0,
    energy_recovered: ArrayLike = 0.0,
) -> Numbers:
    r"""Mass of a product that nobody recovers after use.

    .. math:: W_0 = M (1 - C_R - C_U - C_C - C_E)

    Parameters
    ----------
    mass : array_like, shape (...)
        Mass of the product, :math:`M \ge 0`. [kg]
    collected_for_recycling, collected_for_reuse : array_like, shape (...)
        Shares collected for recycling and for reuse, :math:`0 \le C_R, C_U \le 1`. [-]
    composted : array_like, shape (...)
        Share composted or returned to soil, :math:`0 \le C_C \le 1`. [-]
    energy_recovered : array_like, shape (...)
        Share that counts as recovered for energy, :math:`0 \le C_E \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        Mass sent to landfill, or burnt without counting as recovered. [kg]

    Raises
    ------
    OutOfRange
        A mass is negative, or a share lies outside 0 to 1.
    NotBalanced
        The four shares add up to more than 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Assumes that fossil material burnt is waste; only biological material from sustained
    production may count in :math:`C_E`. Source: Methodology 2015, product level, unrecoverable
    waste; :math:`C_C` and :math:`C_E` of 2019.

    Examples
    --------
    >>> unrecoverable_waste(mass=2.0, collected_for_recycling=0.5, composted=0.25)
    np.float64(0.5)
    """
    m = non_negative("mass", mass)
    shares = {
        "collected_for_recycling": share("collected_for_recycling", collected_for_recycling),
        "collected_for_reuse": share("collected_for_reuse", collected_for_reuse),
        "composted": share("composted", composted),
        "energy_recovered": share("energy_recovered", energy_recovered),
    }
    together(mass=m, **shares)
    at_most(1.0, **shares)
    return m * np.maximum(0.0, 1 - sum(shares.values()))


def recycling_losses(
    *,
    mass: ArrayLike,
    collected_for_recycling: ArrayLike = 0.0,
    end_of_life_recycling_efficiency: ArrayLike = 1.0,
) -> Numbers:
    r"""Mass lost in recycling a product after use.

    .. math:: W_C = M (1 - E_C) C_R

    Parameters
    ----------
    mass : array_like, shape (...)
        Mass of the product, :math:`M \ge 0`. [kg]
    collected_for_recycling : array_like, shape (...)
        Share collected for recycling, :math:`0 \le C_R \le 1`. [-]
    end_of_life_recycling_efficiency : array_like, shape (...)
        Efficiency of that recycling, :math:`0 \le E_C \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        Losses of recycling after use. [kg]

    Raises
    ------
    OutOfRange
        A mass is negative, or a share lies outside 0 to 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Methodology 2015, product level, unrecoverable waste.

    Examples
    --------
    >>> recycling_losses(mass=1.0, collected_for_recycling=0.5,
    ...                  end_of_life_recycling_efficiency=0.75)
    np.float64(0.125)
    """
    m = non_negative("mass", mass)
    c_r = share("collected_for_recycling", collected_for_recycling)
    e_c = share("end_of_life_recycling_efficiency", end_of_life_recycling_efficiency)
    together(mass=m, collected_for_recycling=c_r, end_of_life_recycling_efficiency=e_c)
    return m * (1 - e_c) * c_r


def feedstock_losses(
    *,
    mass: ArrayLike,
    recycled_feedstock: ArrayLike = 0.0,
    feedstock_recycling_efficiency: ArrayLike = 1.0,
) -> Numbers:
    r"""Mass lost in making the recycled feedstock of a product.

    .. math:: W_F = M (1 - E_F) F_R / E_F, \quad W_F = 0 \text{ where } F_R = 0

    Parameters
    ----------
    mass : array_like, shape (...)
        Mass of the product, :math:`M \ge 0`. [kg]
    recycled_feedstock : array_like, shape (...)
        Share of feedstock from recycling, :math:`0 \le F_R \le 1`. [-]
    feedstock_recycling_efficiency : array_like, shape (...)
        Efficiency of that recycling, :math:`0 \le E_F \le 1`, above 0 where
        :math:`F_R > 0`. [-]

    Returns
    -------
    ndarray, shape (...)
        Losses of making the recycled feedstock. [kg]

    Raises
    ------
    OutOfRange
        A mass is negative, a share lies outside 0 to 1, or an efficiency is zero where there
        is recycled feedstock.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Methodology 2015, product level, unrecoverable waste.

    Examples
    --------
    >>> feedstock_losses(mass=1.0, recycled_feedstock=0.5, feedstock_recycling_efficiency=0.5)
    np.float64(0.5)
    """
    m = non_negative("mass", mass)
    f_r = share("recycled_feedstock", recycled_feedstock)
    e_f = share("feedstock_recycling_efficiency", feedstock_recycling_efficiency)
    together(mass=m, recycled_feedstock=f_r, feedstock_recycling_efficiency=e_f)
    needs_positive({"feedstock_recycling_efficiency": e_f}, {"recycled_feedstock": f_r})
    losses = m * (1 - e_f) * f_r / np.where(e_f == 0, 1.0, e_f)
    return np.where(f_r == 0, 0.0 * m, losses)[()]


def waste(
    *,
    unrecoverable_waste: ArrayLike,
    feedstock_losses: ArrayLike = 0.0,
    recycling_losses: ArrayLike = 0.0,
) -> Numbers:
    r"""Unrecoverable waste of a product, with half the losses of the recycling around it.

    .. math:: W = W_0 + (W_F + W_C)/2

    Parameters
    ----------
    unrecoverable_waste : array_like, shape (...)
        What nobody recovers after use, :math:`W_0 \ge 0`. [kg]
    feedstock_losses, recycling_losses : array_like, shape (...)
        Losses of recycling before and after use, :math:`W_F, W_C \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Unrecoverable waste in all. [kg]

    Raises
    ------
    OutOfRange
        A mass is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Losses of recycling are shared evenly between the product that gives the material and the
    one that takes it, so that none counts twice. Source: Methodology 2015, product level,
    unrecoverable waste.

    Examples
    --------
    >>> waste(unrecoverable_waste=0.5, feedstock_losses=0.25, recycling_losses=0.25)
    np.float64(0.75)
    """
    w_0 = non_negative("unrecoverable_waste", unrecoverable_waste)
    w_f = non_negative("feedstock_losses", feedstock_losses)
    w_c = non_negative("recycling_losses", recycling_losses)
    together(unrecoverable_waste=w_0, feedstock_losses=w_f, recycling_losses=w_c)
    return w_0 + (w_f + w_c) / 2


def energy_recovered_share(
    *,
    recovered_energy: ArrayLike,
    higher_heating_value: ArrayLike,
    biological_mass: ArrayLike,
    biogenic_carbon_share: ArrayLike,
) -> Numbers:
    r"""Share of a product that counts as recovered for energy.

    .. math:: C_E = \frac{E_R}{HHV \cdot M_B} B_C

    Parameters
    ----------
    recovered_energy : array_like, shape (...)
        Energy recovered, :math:`0 \le E_R \le HHV \cdot M_B`. [MJ]
    higher_heating_value : array_like, shape (...)
        Higher heating value of the material, :math:`HHV \ge 0`. [MJ/kg]
    biological_mass : array_like, shape (...)
        Mass of biological material, :math:`M_B \ge 0`. [kg]
    biogenic_carbon_share : array_like, shape (...)
        Share of the carbon that is biogenic, :math:`0 \le B_C \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        Share recovered for energy; NaN where there is no heat to recover. [-]

    Raises
    ------
    OutOfRange
        An energy, a heating value or a mass is negative, or a share lies outside 0 to 1.
    NotBalanced
        More energy is recovered than the material holds.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Counts for uncontaminated biological material from sustained production only, when its
    other uses are exhausted. Source: Methodology 2019, energy recovery.

    Examples
    --------
    >>> energy_recovered_share(recovered_energy=8.0, higher_heating_value=20.0,
    ...                        biological_mass=1.0, biogenic_carbon_share=0.5)
    np.float64(0.2)
    """
    e_r = non_negative("recovered_energy", recovered_energy)
    hhv = non_negative("higher_heating_value", higher_heating_value)
    m_b = non_negative("biological_mass", biological_mass)
    b_c = share("biogenic_carbon_share", biogenic_carbon_share)
    together(recovered_energy=e_r, heating_value=hhv, biological_mass=m_b, biogenic_carbon=b_c)
    at_most(hhv * m_b, recovered_energy=e_r)
    return quotient(e_r, hhv * m_b) * b_c

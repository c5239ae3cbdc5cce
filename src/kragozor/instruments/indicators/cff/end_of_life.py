"""The energy and the disposal part: what becomes of the material that is not recycled."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, at_most, non_negative, share, together
from kragozor.instruments.indicators.cff.weights import UNKNOWN, fates, weighted


def energy(
    *,
    energy_recovery_rate: ArrayLike,
    energy_recovery_burden: ArrayLike = UNKNOWN,
    lower_heating_value: ArrayLike = 0.0,
    heat_efficiency: ArrayLike = 0.0,
    substituted_heat_burden: ArrayLike = 0.0,
    electricity_efficiency: ArrayLike = 0.0,
    substituted_electricity_burden: ArrayLike = 0.0,
    energy_allocation_factor: ArrayLike = 0.0,
) -> Numbers:
    r"""Impact of recovering energy from a material at the end of its life.

    .. math:: (1 - B) R_3 \left( E_{ER} - LHV X_{heat} E_{SE,heat}
              - LHV X_{elec} E_{SE,elec} \right)

    Parameters
    ----------
    energy_recovery_rate : array_like, shape (...)
        Share going to energy recovery, :math:`0 \le R_3 \le 1`. [-]
    energy_recovery_burden : array_like, shape (...)
        Burden of energy recovery, :math:`E_{ER} \ge 0`; needed where
        :math:`(1 - B) R_3 > 0`. [impact/kg]
    lower_heating_value : array_like, shape (...)
        Lower heating value, :math:`LHV \ge 0`. [MJ/kg]
    heat_efficiency, electricity_efficiency : array_like, shape (...)
        Shares recovered as heat and as electricity, :math:`X_{heat} + X_{elec} \le 1`. [-]
    substituted_heat_burden, substituted_electricity_burden : array_like, shape (...)
        Burdens of what is substituted, :math:`E_{SE,heat}, E_{SE,elec} \ge 0`. [impact/MJ]
    energy_allocation_factor : array_like, shape (...)
        Share of energy recovery that its user answers for, :math:`0 \le B \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        The energy part, below 0 where what is substituted outweighs the burden; NaN where a
        number that is needed is not known. [impact/kg]

    Raises
    ------
    OutOfRange
        A burden is negative, or a share lies outside 0 to 1.
    NotBalanced
        More than all of the heating value is recovered.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Recommendation (EU) 2021/2279, Annex I, 4.4.8.1; B = 0 by default.

    Examples
    --------
    >>> energy(energy_recovery_rate=0.35, energy_recovery_burden=2.4, lower_heating_value=22.0,
    ...        heat_efficiency=0.3, substituted_heat_burden=0.07, electricity_efficiency=0.12,
    ...        substituted_electricity_burden=0.12).round(5)
    np.float64(0.56742)
    """
    burnt = share("energy_recovery_rate", energy_recovery_rate)
    burden = non_negative("energy_recovery_burden", energy_recovery_burden)
    value = non_negative("lower_heating_value", lower_heating_value)
    heat = share("heat_efficiency", heat_efficiency)
    power = share("electricity_efficiency", electricity_efficiency)
    at_most(1.0, heat_efficiency=heat, electricity_efficiency=power)
    for_heat = non_negative("substituted_heat_burden", substituted_heat_burden)
    for_power = non_negative("substituted_electricity_burden", substituted_electricity_burden)
    b = share("energy_allocation_factor", energy_allocation_factor)
    together(
        energy_recovery_rate=burnt,
        energy_recovery_burden=burden,
        lower_heating_value=value,
        heat_efficiency=heat,
        electricity_efficiency=power,
        substituted_heat_burden=for_heat,
        substituted_electricity_burden=for_power,
        energy_allocation_factor=b,
    )
    substituted = value * (heat * for_heat + power * for_power)
    return weighted((1 - b) * burnt, burden - substituted)


def disposal(
    *,
    disposal_burden: ArrayLike,
    recycling_output_rate: ArrayLike = 0.0,
    energy_recovery_rate: ArrayLike = 0.0,
) -> Numbers:
    r"""Impact of disposing of what is neither recycled nor burnt for its energy.

    .. math:: (1 - R_2 - R_3) E_D

    Parameters
    ----------
    disposal_burden : array_like, shape (...)
        Burden of disposal, :math:`E_D \ge 0`; needed where :math:`R_2 + R_3 < 1`. [impact/kg]
    recycling_output_rate : array_like, shape (...)
        Share recycled at end of life, at the output of recycling, :math:`0 \le R_2 \le 1`. [-]
    energy_recovery_rate : array_like, shape (...)
        Share going to energy recovery, :math:`R_3 \ge 0` and :math:`R_2 + R_3 \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        The disposal part; NaN where a number that is needed is not known. [impact/kg]

    Raises
    ------
    OutOfRange
        The burden is negative, or a share lies outside 0 to 1.
    NotBalanced
        The two shares add up to more than 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Recommendation (EU) 2021/2279, Annex I, 4.4.8.1.

    Examples
    --------
    >>> disposal(disposal_burden=0.1, recycling_output_rate=0.5, energy_recovery_rate=0.25)
    np.float64(0.025)
    """
    recycled, burnt = fates(recycling_output_rate, energy_recovery_rate)
    burden = non_negative("disposal_burden", disposal_burden)
    together(disposal_burden=burden, recycling_output_rate=recycled, energy_recovery_rate=burnt)
    return weighted((1 - recycled - burnt).clip(0.0), burden)

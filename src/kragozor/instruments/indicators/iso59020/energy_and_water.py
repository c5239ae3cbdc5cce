"""Energy and water: ISO 59020:2024, A.4 and A.5."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, at_most, non_negative, together
from kragozor.instruments.indicators.sums import quotient, ratio_of, share_of


def renewable_energy_share(
    *,
    renewable_energy_in: ArrayLike,
    total_energy_in: ArrayLike,
    renewable_energy_out: ArrayLike = 0.0,
    total_energy_out: ArrayLike = 0.0,
) -> Numbers:
    r"""Share of the energy kept that is renewable.

    .. math:: \frac{E_{I,RENE} - E_{O,RENE}}{E_{I,TE} - E_{O,TE}}

    Parameters
    ----------
    renewable_energy_in, total_energy_in : array_like, shape (...)
        Energy taken in, :math:`0 \le E_{I,RENE} \le E_{I,TE}`. [MJ]
    renewable_energy_out, total_energy_out : array_like, shape (...)
        Energy given out, :math:`0 \le E_{O,RENE} \le E_{O,TE}`. [MJ]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where no more energy is taken in than given out. Outside 0 to 1 where what is
        given out is of another mix than what is taken in. [-]

    Raises
    ------
    OutOfRange
        An energy is negative.
    NotBalanced
        Renewable energy is larger than all energy.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    The denominator is net, so it can be zero or negative; the share is undefined there. Source: ISO
    59020:2024, A.4.2, optional.

    Examples
    --------
    >>> renewable_energy_share(renewable_energy_in=60.0, total_energy_in=120.0,
    ...                        renewable_energy_out=10.0, total_energy_out=20.0)
    np.float64(0.5)
    """
    renewable_in = non_negative("renewable_energy_in", renewable_energy_in)
    total_in = non_negative("total_energy_in", total_energy_in)
    renewable_out = non_negative("renewable_energy_out", renewable_energy_out)
    total_out = non_negative("total_energy_out", total_energy_out)
    together(
        renewable_energy_in=renewable_in,
        total_energy_in=total_in,
        renewable_energy_out=renewable_out,
        total_energy_out=total_out,
    )
    at_most(total_in, renewable_energy_in=renewable_in)
    at_most(total_out, renewable_energy_out=renewable_out)
    kept = np.maximum(0.0, total_in - total_out)
    return quotient(renewable_in - renewable_out, kept)


def circular_water_inflow_share(
    *, water_from_circular_sources: ArrayLike, water_withdrawn: ArrayLike
) -> Numbers:
    r"""Share of water withdrawn that comes from circular sources.

    .. math:: V_{CIW} / V_{AIW}

    Parameters
    ----------
    water_from_circular_sources : array_like, shape (...)
        Water from circular sources, :math:`0 \le V_{CIW} \le V_{AIW}`. [m³]
    water_withdrawn : array_like, shape (...)
        Water withdrawn in all, :math:`V_{AIW} \ge 0`. [m³]

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
    Source: ISO 59020:2024, A.5.2, optional.

    Examples
    --------
    >>> circular_water_inflow_share(water_from_circular_sources=30.0, water_withdrawn=120.0)
    np.float64(0.25)
    """
    return share_of(
        water_from_circular_sources=water_from_circular_sources, water_withdrawn=water_withdrawn
    )


def circular_water_outflow_share(
    *, water_discharged_to_quality: ArrayLike, water_withdrawn: ArrayLike
) -> Numbers:
    r"""Water discharged to the quality required, against water withdrawn.

    .. math:: V_{CDW} / V_{AIW}

    Parameters
    ----------
    water_discharged_to_quality : array_like, shape (...)
        Water discharged to quality, :math:`V_{CDW} \ge 0`. [m³]
    water_withdrawn : array_like, shape (...)
        Water withdrawn in all, :math:`V_{AIW} \ge 0`. [m³]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where the whole is zero. [-]

    Raises
    ------
    OutOfRange
        A number is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    More water than was withdrawn may leave a site, rain for one. Source: ISO 59020:2024, A.5.3,
    optional.

    Examples
    --------
    >>> circular_water_outflow_share(water_discharged_to_quality=90.0, water_withdrawn=120.0)
    np.float64(0.75)
    """
    return ratio_of(
        water_discharged_to_quality=water_discharged_to_quality, water_withdrawn=water_withdrawn
    )


def onsite_water_reuse_ratio(*, water_used: ArrayLike, water_withdrawn: ArrayLike) -> Numbers:
    r"""How many times water is used on site for each time it is withdrawn.

    .. math:: V_{TWU} / V_{TWW}

    Parameters
    ----------
    water_used : array_like, shape (...)
        Water used on site, :math:`V_{TWU} \ge 0`. [m³]
    water_withdrawn : array_like, shape (...)
        Water withdrawn in all, :math:`V_{TWW} \ge 0`. [m³]

    Returns
    -------
    ndarray, shape (...)
        Ratio; NaN where the whole is zero. [-]

    Raises
    ------
    OutOfRange
        A number is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: ISO 59020:2024, A.5.4, optional.

    Examples
    --------
    >>> onsite_water_reuse_ratio(water_used=360.0, water_withdrawn=120.0)
    np.float64(3.0)
    """
    return ratio_of(water_used=water_used, water_withdrawn=water_withdrawn)

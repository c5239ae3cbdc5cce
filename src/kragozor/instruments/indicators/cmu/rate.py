"""Circular use of materials: Eurostat, data set cei_srm030."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, at_most, non_negative, together
from kragozor.instruments.indicators.sums import quotient


def circular_use(
    *, recovered: ArrayLike, waste_imports: ArrayLike = 0.0, waste_exports: ArrayLike = 0.0
) -> Numbers:
    r"""Waste that becomes material again, counted where it was collected.

    .. math:: U = RCV_R - IMP_w + EXP_w

    Parameters
    ----------
    recovered : array_like, shape (...)
        Waste recovered as material, operations R2 to R11, :math:`RCV_R \ge 0`. [kg]
    waste_imports, waste_exports : array_like, shape (...)
        Waste for recovery that crosses the border, :math:`IMP_w \le RCV_R + EXP_w`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Circular use, at least 0. [kg]

    Raises
    ------
    OutOfRange
        A number is negative.
    NotBalanced
        More waste is imported than is recovered and exported together.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Imports are taken off and exports added, so that the effort of collecting counts for the country
    that makes it. Source: Eurostat, Circular material use rate: calculation method.

    Examples
    --------
    >>> circular_use(recovered=900.0, waste_imports=50.0, waste_exports=80.0)
    np.float64(930.0)
    """
    at_home = non_negative("recovered", recovered)
    imports = non_negative("waste_imports", waste_imports)
    exports = non_negative("waste_exports", waste_exports)
    together(recovered=at_home, waste_imports=imports, waste_exports=exports)
    at_most(at_home + exports, waste_imports=imports)
    return at_home - imports + exports


def circular_material_use_rate(
    *, circular_use: ArrayLike, domestic_material_consumption: ArrayLike
) -> Numbers:
    r"""Share of all material use that is circular.

    .. math:: CMU = \frac{U}{DMC + U}

    Parameters
    ----------
    circular_use : array_like, shape (...)
        Circular use, :math:`U \ge 0`. [kg]
    domestic_material_consumption : array_like, shape (...)
        Domestic material consumption, :math:`DMC \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Rate from 0 to 1; NaN where no material is used. [-]

    Raises
    ------
    OutOfRange
        A number is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Eurostat, Circular material use rate: calculation method; published as cei_srm030.

    Examples
    --------
    >>> circular_material_use_rate(circular_use=930.0, domestic_material_consumption=6000.0)
    np.float64(0.1341...)
    """
    circular = non_negative("circular_use", circular_use)
    primary = non_negative("domestic_material_consumption", domestic_material_consumption)
    together(circular_use=circular, domestic_material_consumption=primary)
    return quotient(circular, primary + circular)

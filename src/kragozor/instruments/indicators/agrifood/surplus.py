"""What becomes of surplus food, step by step of the hierarchy."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers
from kragozor.instruments.indicators.sums import share_of


def surplus_share(*, surplus_of_step: ArrayLike, surplus_food: ArrayLike) -> Numbers:
    r"""Share of surplus food that goes to one step of the hierarchy.

    .. math:: s_k = S_k / S

    Parameters
    ----------
    surplus_of_step : array_like, shape (...)
        Dry matter that goes to the step, :math:`0 \le S_k \le S`: to people, feed, new
        products, digestion, compost, energy or disposal, or to nobody knows where. [kg]
    surplus_food : array_like, shape (...)
        Dry matter of all surplus food, :math:`S \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where there is no surplus. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    NotBalanced
        The step takes more than there is.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    No source gives the steps a weight, so there is no index of them. Source: European
    Commission, Brief on food waste in the European Union, 2020.

    Examples
    --------
    >>> surplus_share(surplus_of_step=[30.0, 10.0], surplus_food=40.0)
    array([0.75, 0.25])
    """
    return share_of(surplus_of_step=surplus_of_step, surplus_food=surplus_food)

"""Nitrogen, phosphorus and potassium: how circular their input is, and how well it is used."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, non_negative, together
from kragozor.instruments.indicators.sums import ratio_of, share_of


def nutrient_circularity(
    *, recycled_nutrient_input: ArrayLike, nutrient_input: ArrayLike
) -> Numbers:
    r"""Share of a nutrient that enters with recycled or reused material.

    .. math:: NC_X = X_{REC} / X_I

    Parameters
    ----------
    recycled_nutrient_input : array_like, shape (...)
        Nutrient in manure, compost, digestate and other recycled or reused material,
        :math:`0 \le X_{REC} \le X_I`. [kg]
    nutrient_input : array_like, shape (...)
        Nutrient that enters in all, as the element, :math:`X_I \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Share; NaN where nothing enters. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    NotBalanced
        The recycled part is larger than the whole.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: our definition; the literature knows several and none is standard.

    Examples
    --------
    >>> nutrient_circularity(recycled_nutrient_input=30.0, nutrient_input=120.0)
    np.float64(0.25)
    """
    return share_of(recycled_nutrient_input=recycled_nutrient_input, nutrient_input=nutrient_input)


def nutrient_use_efficiency(*, nutrient_output: ArrayLike, nutrient_input: ArrayLike) -> Numbers:
    r"""Nutrient that leaves in what is used, against what enters.

    .. math:: NUE_X = X_O / X_I

    Parameters
    ----------
    nutrient_output : array_like, shape (...)
        Nutrient in products and in by-products that are used, :math:`X_O \ge 0`. [kg]
    nutrient_input : array_like, shape (...)
        Nutrient that enters in all, as the element, :math:`X_I \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        Ratio; NaN where nothing enters. Above 1 stocks are drawn down, most often the
        soil's. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: EU Nitrogen Expert Panel, Nitrogen Use Efficiency (NUE), 2015, NUE = N output /
    N input; for phosphorus and potassium by analogy.

    Examples
    --------
    >>> nutrient_use_efficiency(nutrient_output=90.0, nutrient_input=120.0)
    np.float64(0.75)
    """
    return ratio_of(nutrient_output=nutrient_output, nutrient_input=nutrient_input)


def nutrient_surplus(*, nutrient_input: ArrayLike, nutrient_output: ArrayLike) -> Numbers:
    r"""Nutrient that enters and does not leave in what is used. [kg]

    .. math:: X_S = X_I - X_O

    Parameters
    ----------
    nutrient_input : array_like, shape (...)
        Nutrient that enters in all, as the element, :math:`X_I \ge 0`. [kg]
    nutrient_output : array_like, shape (...)
        Nutrient in products and in by-products that are used, :math:`X_O \ge 0`. [kg]

    Returns
    -------
    ndarray, shape (...)
        What is lost or stays in stocks; negative where stocks are drawn down. [kg]

    Raises
    ------
    OutOfRange
        A mass is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: EU Nitrogen Expert Panel, Nitrogen Use Efficiency (NUE), 2015, N surplus; for
    phosphorus and potassium by analogy.

    Examples
    --------
    >>> nutrient_surplus(nutrient_input=120.0, nutrient_output=90.0)
    np.float64(30.0)
    """
    entering = non_negative("nutrient_input", nutrient_input)
    leaving = non_negative("nutrient_output", nutrient_output)
    together(nutrient_input=entering, nutrient_output=leaving)
    return (entering - leaving)[()]

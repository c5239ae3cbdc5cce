"""The material part: what is taken in, and what recycling at the end of life gives back."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import (
    Numbers,
    non_negative,
    positive,
    share,
    together,
)
from kragozor.instruments.indicators.cff.weights import UNKNOWN, weighted


def material(
    *,
    virgin_burden: ArrayLike,
    allocation_factor: ArrayLike,
    recycled_content: ArrayLike = 0.0,
    recycled_burden: ArrayLike = UNKNOWN,
    quality_ratio_in: ArrayLike = UNKNOWN,
    recycling_output_rate: ArrayLike = 0.0,
    end_of_life_recycling_burden: ArrayLike = UNKNOWN,
    substituted_virgin_burden: ArrayLike | None = None,
    quality_ratio_out: ArrayLike = UNKNOWN,
) -> Numbers:
    r"""Impact of making a material and of recycling it at the end of its life.

    .. math:: (1 - R_1) E_V + R_1 \left( A E_{rec} + (1 - A) E_V Q_{in} \right)
              + (1 - A) R_2 \left( E_{recEoL} - E^*_V Q_{out} \right)

    Parameters
    ----------
    virgin_burden : array_like, shape (...)
        Burden of the virgin material, :math:`E_V \ge 0`. [impact/kg]
    allocation_factor : array_like, shape (...)
        Share of recycling that its user answers for, :math:`0 \le A \le 1`. [-]
    recycled_content : array_like, shape (...)
        Recycled content, :math:`0 \le R_1 \le 1`. [-]
    recycled_burden : array_like, shape (...)
        Burden of recycling what is taken in, :math:`E_{rec} \ge 0`; needed where
        :math:`R_1 A > 0`. [impact/kg]
    quality_ratio_in : array_like, shape (...)
        Quality of the recycled against the virgin material, :math:`Q_{in} > 0`; needed where
        :math:`R_1 (1 - A) > 0`. [-]
    recycling_output_rate : array_like, shape (...)
        Share recycled at end of life, at the output of recycling, :math:`0 \le R_2 \le 1`. [-]
    end_of_life_recycling_burden : array_like, shape (...)
        Burden of recycling at end of life, :math:`E_{recEoL} \ge 0`; this and the following
        are needed where :math:`(1 - A) R_2 > 0`. [impact/kg]
    substituted_virgin_burden : array_like, shape (...), optional
        Burden of the virgin material substituted, :math:`E^*_V \ge 0`; unless given,
        :math:`E_V`. [impact/kg]
    quality_ratio_out : array_like, shape (...)
        Quality of the material given out against the virgin, :math:`Q_{out} > 0`. [-]

    Returns
    -------
    ndarray, shape (...)
        The material part, below 0 where what is substituted outweighs the rest; NaN where a
        number that is needed is not known. [impact/kg]

    Raises
    ------
    OutOfRange
        A burden is negative, a share lies outside 0 to 1, or a quality ratio is not above 0.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    With :math:`A = 1` recycling is its user's alone, and nothing is credited at end of life
    (cut-off). With :math:`A = 0` and :math:`Q_{in} = 1` recycled content changes nothing.

    Source: Recommendation (EU) 2021/2279, Annex I, 4.4.8.1.

    Examples
    --------
    >>> material(virgin_burden=1.82, allocation_factor=0.8, recycled_content=0.4,
    ...          recycled_burden=0.44, quality_ratio_in=0.5).round(4)
    np.float64(1.3056)
    """
    virgin = non_negative("virgin_burden", virgin_burden)
    substituted = virgin if substituted_virgin_burden is None else substituted_virgin_burden
    numbers = {
        "virgin_burden": virgin,
        "recycled_burden": non_negative("recycled_burden", recycled_burden),
        "end_of_life_recycling_burden": non_negative(
            "end_of_life_recycling_burden", end_of_life_recycling_burden
        ),
        "substituted_virgin_burden": non_negative("substituted_virgin_burden", substituted),
        "allocation_factor": share("allocation_factor", allocation_factor),
        "recycled_content": share("recycled_content", recycled_content),
        "recycling_output_rate": share("recycling_output_rate", recycling_output_rate),
        "quality_ratio_in": positive("quality_ratio_in", quality_ratio_in),
        "quality_ratio_out": positive("quality_ratio_out", quality_ratio_out),
    }
    together(**numbers)
    return _taken_in(**numbers) + _given_back(**numbers)


def _taken_in(
    virgin_burden: Numbers,
    recycled_burden: Numbers,
    allocation_factor: Numbers,
    recycled_content: Numbers,
    quality_ratio_in: Numbers,
    **_: Numbers,
) -> Numbers:
    own = recycled_content * allocation_factor
    shared = recycled_content * (1 - allocation_factor)
    recycled = weighted(own, recycled_burden) + weighted(shared, virgin_burden * quality_ratio_in)
    return weighted(1 - recycled_content, virgin_burden) + recycled


def _given_back(
    end_of_life_recycling_burden: Numbers,
    substituted_virgin_burden: Numbers,
    allocation_factor: Numbers,
    recycling_output_rate: Numbers,
    quality_ratio_out: Numbers,
    **_: Numbers,
) -> Numbers:
    substituted = substituted_virgin_burden * quality_ratio_out
    weight = (1 - allocation_factor) * recycling_output_rate
    return weighted(weight, end_of_life_recycling_burden - substituted)

"""Food waste against the average of 2021 to 2023 and the targets for 2030."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, non_negative, positive, share, together
from kragozor.instruments.indicators.sums import quotient, ratio_of

# The middle year of the baseline, and the year of the targets.
BASELINE_YEAR = 2022
TARGET_YEAR = 2030


def annual_food_waste(*, food_waste: ArrayLike, period: ArrayLike) -> Numbers:
    r"""Food waste of a year. [kg/a]

    .. math:: F_a = F / T

    Parameters
    ----------
    food_waste : array_like, shape (...)
        Food waste of the period, fresh mass, :math:`F \ge 0`. [kg]
    period : array_like, shape (...)
        Length of the period, :math:`T > 0`. [a]

    Returns
    -------
    ndarray, shape (...)
        Mass of a year. [kg/a]

    Raises
    ------
    OutOfRange
        The mass is negative, or the period is not above zero.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Directive 2008/98/EC, Article 9a: amounts are annual.

    Examples
    --------
    >>> annual_food_waste(food_waste=600.0, period=0.5)
    np.float64(1200.0)
    """
    return ratio_of(food_waste=food_waste, period=positive("period", period))


def food_waste_per_head(*, annual_food_waste: ArrayLike, people: ArrayLike) -> Numbers:
    r"""Food waste of a year for each person. [kg/a]

    .. math:: f = F_a / H

    Parameters
    ----------
    annual_food_waste : array_like, shape (...)
        Food waste of a year, :math:`F_a \ge 0`. [kg/a]
    people : array_like, shape (...)
        People it belongs to, :math:`H \ge 0`. [-]

    Returns
    -------
    ndarray, shape (...)
        Mass per head; NaN where there is nobody. [kg/a]

    Raises
    ------
    OutOfRange
        A number is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Directive 2008/98/EC, Article 9a: per head in retail and consumption.

    Examples
    --------
    >>> food_waste_per_head(annual_food_waste=1300.0, people=10.0)
    np.float64(130.0)
    """
    return ratio_of(annual_food_waste=annual_food_waste, people=people)


def reference_food_waste(
    *,
    baseline_food_waste: ArrayLike,
    people: ArrayLike = 1.0,
    baseline_people: ArrayLike = 1.0,
) -> Numbers:
    r"""Baseline of a year, for today's number of people where it is counted per head. [kg/a]

    .. math:: F_B = F_0 \frac{H}{H_0}

    Parameters
    ----------
    baseline_food_waste : array_like, shape (...)
        Annual mean of 2021 to 2023, :math:`F_0 \ge 0`. [kg/a]
    people, baseline_people : array_like, shape (...)
        People now and in 2021 to 2023, :math:`H, H_0 \ge 0`; left out in processing, where
        the target is of the amount itself. [-]

    Returns
    -------
    ndarray, shape (...)
        Mass of a year; NaN where there was nobody. [kg/a]

    Raises
    ------
    OutOfRange
        A number is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Directive 2008/98/EC, Article 9a: by amount in processing and manufacturing, per
    head in retail and consumption. Scaling the baseline gives the same reduction as dividing
    both amounts by their people.

    Examples
    --------
    >>> reference_food_waste(baseline_food_waste=1000.0, people=120.0, baseline_people=100.0)
    np.float64(1200.0)
    """
    baseline = non_negative("baseline_food_waste", baseline_food_waste)
    now = non_negative("people", people)
    before = non_negative("baseline_people", baseline_people)
    together(baseline_food_waste=baseline, people=now, baseline_people=before)
    return quotient(baseline * now, before)


def food_waste_reduction(
    *, annual_food_waste: ArrayLike, reference_food_waste: ArrayLike
) -> Numbers:
    r"""Reduction of food waste against the baseline.

    .. math:: R = 1 - F_a / F_B

    Parameters
    ----------
    annual_food_waste : array_like, shape (...)
        Food waste of a year, :math:`F_a \ge 0`. [kg/a]
    reference_food_waste : array_like, shape (...)
        Baseline, for today's people where it is per head, :math:`F_B \ge 0`. [kg/a]

    Returns
    -------
    ndarray, shape (...)
        Share; negative where there is more waste, NaN where the baseline is zero. [-]

    Raises
    ------
    OutOfRange
        A mass is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Directive 2008/98/EC, Article 9a, as amended by Directive (EU) 2025/1892.

    Examples
    --------
    >>> food_waste_reduction(annual_food_waste=750.0, reference_food_waste=1000.0)
    np.float64(0.25)
    """
    return 1.0 - ratio_of(
        annual_food_waste=annual_food_waste, reference_food_waste=reference_food_waste
    )


def target_food_waste(*, reference_food_waste: ArrayLike, reduction_target: ArrayLike) -> Numbers:
    r"""Food waste of a year that meets the target. [kg/a]

    .. math:: F_T = (1 - t) F_B

    Parameters
    ----------
    reference_food_waste : array_like, shape (...)
        Baseline, for today's people where it is per head, :math:`F_B \ge 0`. [kg/a]
    reduction_target : array_like, shape (...)
        Reduction demanded: 0.1 in processing, 0.3 elsewhere, :math:`0 \le t \le 1`. [-]

    Returns
    -------
    ndarray, shape (...)
        Mass of a year. [kg/a]

    Raises
    ------
    OutOfRange
        The baseline is negative, or the target is no share.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: Directive 2008/98/EC, Article 9a, as amended by Directive (EU) 2025/1892.

    Examples
    --------
    >>> target_food_waste(reference_food_waste=1000.0, reduction_target=0.3)
    np.float64(700.0)
    """
    reference = non_negative("reference_food_waste", reference_food_waste)
    target = share("reduction_target", reduction_target)
    together(reference_food_waste=reference, reduction_target=target)
    return ((1.0 - target) * reference)[()]


def path_food_waste(
    *, reference_food_waste: ArrayLike, reduction_target: ArrayLike, year: ArrayLike
) -> Numbers:
    r"""Food waste of a year on the straight line from the baseline to the target. [kg/a]

    .. math:: F_P = \left(1 - t \, \min\!\left(1, \max\!\left(0,
              \frac{Y - 2022}{2030 - 2022}\right)\right)\right) F_B

    Parameters
    ----------
    reference_food_waste : array_like, shape (...)
        Baseline, for today's people where it is per head, :math:`F_B \ge 0`. [kg/a]
    reduction_target : array_like, shape (...)
        Reduction demanded: 0.1 in processing, 0.3 elsewhere, :math:`0 \le t \le 1`. [-]
    year : array_like, shape (...)
        Year of the amount, :math:`Y > 0`; before 2022 the line is the baseline, after 2030
        the target. [-]

    Returns
    -------
    ndarray, shape (...)
        Mass of a year. [kg/a]

    Raises
    ------
    OutOfRange
        The baseline is negative, the target is no share, or the year is not above zero.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Source: an aid of ours; the Directive sets no amounts between the baseline and 2030.

    Examples
    --------
    >>> path_food_waste(reference_food_waste=1000.0, reduction_target=0.3, year=2026)
    np.float64(850.0)
    """
    target = share("reduction_target", reduction_target)
    then = positive("year", year)
    together(reduction_target=target, year=then)
    gone = np.clip((then - BASELINE_YEAR) / (TARGET_YEAR - BASELINE_YEAR), 0.0, 1.0)
    return target_food_waste(
        reference_food_waste=reference_food_waste, reduction_target=target * gone
    )

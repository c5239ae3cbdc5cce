"""How sure a number is when nobody says: a distribution from its quality grade.

In the manner of the pedigree matrix, a basic uncertainty grows by factors for how reliable the
figure is and how far it stands from what it is used for. The table ``pedigree`` says which.
"""

from __future__ import annotations

import math
from functools import cache

from kragozor.instruments.inventory import SHARES, SIGNED, Grade, Quantity
from kragozor.instruments.reference import table
from kragozor.instruments.uncertainty.distributions import Distribution

FACTORS = ("basic", "reliability", "technology")

# What a method lets its user choose is a choice, and no choice is uncertain.
CHOSEN = frozenset({"allocation_factor", "energy_allocation_factor"})


# A share that is nearer than this to 0 or 1 is that, but for rounding.
_NEAREST = 1e-12


@cache
def coefficient_of_variation(grade: Grade) -> float:
    r"""Standard deviation of a number of this grade, as a share of its mean.

    .. math::
        \sigma = \tfrac12 \sqrt{\textstyle\sum_i \ln^2 U_i},
        \quad CV = \sqrt{e^{\sigma^2} - 1}

    Parameters
    ----------
    grade : Grade
        How well the number is known.

    Returns
    -------
    float
        Coefficient of variation. [-]

    Notes
    -----
    :math:`U_i` are the factors of the table ``pedigree``: the squared geometric standard
    deviations of a basic uncertainty, of the reliability of the figure and of its distance in
    technology. Its age and its place are not among the facts declared, so their factors are
    taken as 1. Which score of the matrix a grade stands for is a convention of this project.

    Source: Weidema and Wesnæs, Journal of Cleaner Production 4 (1996), 167-174, for the matrix;
    Frischknecht et al., ecoinvent report 1 (2007), section 7.3, for sum and factors; Muller et
    al., International Journal of Life Cycle Assessment 21 (2016), 1327-1337, for carrying the
    coefficient of variation over to other distributions.

    Examples
    --------
    >>> [round(coefficient_of_variation(grade), 3) for grade in Grade]
    [0.024, 0.054, 0.095, 0.226]
    """
    row = next(row for row in table("pedigree") if row["grade"] == grade)
    variance = sum(math.log(float(row[factor])) ** 2 for factor in FACTORS) / 4
    return math.sqrt(math.expm1(variance))


def distribution_of(quantity: Quantity, name: str) -> Distribution | None:
    r"""Distribution of a fact: the declared one, otherwise by its grade; None if it is exact.

    Parameters
    ----------
    quantity : Quantity
        The declared number.
    name : str
        Its field: shares are distributed otherwise than amounts.

    Returns
    -------
    Distribution or None
        Its mean is the declared number. An amount is lognormal, since it is never negative
        and its uncertainty is a factor; a share is beta, between 0 and 1; a stock change, or
        whatever else is negative, is normal.

    Notes
    -----
    A number of 0 is exact, and so is a share of 1: they say that there is none, or nothing
    else, which is known from how a thing is made and not by weighing. So is a factor that a
    method lets its user choose.

    The standard deviation of a share is that of an amount, but no more than leaves the
    density of the beta distribution without a pole at 1:

    .. math:: \sigma^2 = \min\left(CV^2 m^2,\; \frac{m (1 - m)^2}{2 - m}\right)

    The pedigree matrix takes the given number as the median of a lognormal distribution; here
    it is the mean, so that sums and balances of what was declared are those of the draws.

    Source: those of :func:`coefficient_of_variation`; the limit for shares is a convention of
    this project.

    Examples
    --------
    >>> distribution_of(Quantity(10, Grade.PROXY), "mass").family
    'lognormal'
    >>> share = distribution_of(Quantity(0.9, Grade.PROXY), "recycling_efficiency")
    >>> share.family, round(share.mean, 3), round(share.parameters["beta"], 3)
    ('beta', 0.9, 1.0)
    >>> distribution_of(Quantity(0, Grade.PROXY), "mass") is None
    True
    """
    if quantity.distribution:
        return quantity.distribution
    value, is_share = quantity.value, name in SHARES
    if value == 0 or name in CHOSEN or (is_share and not _NEAREST < value < 1 - _NEAREST):
        return None
    variation = coefficient_of_variation(quantity.grade)
    if is_share:
        sd = min(variation * value, (1 - value) * math.sqrt(value / (2 - value)))
        return Distribution("beta", {"mean": value, "sd": sd})
    family = "normal" if name in SIGNED or value < 0 else "lognormal"
    return Distribution(family, {"mean": value, "cv": variation})

"""The whole formula: material, energy and disposal together."""

from __future__ import annotations

from numpy.typing import ArrayLike

from kragozor.instruments.indicators.bounds import Numbers, real, together


def circular_footprint(*, material: ArrayLike, energy: ArrayLike, disposal: ArrayLike) -> Numbers:
    r"""Impact of a material from its making to the end of its life.

    .. math:: E = E_{mat} + E_{en} + E_{disp}

    Parameters
    ----------
    material, energy, disposal : array_like, shape (...)
        The three parts, as the functions of these names give them. [impact/kg]

    Returns
    -------
    ndarray, shape (...)
        Their sum; below 0 where more is substituted than burdened. [impact/kg]

    Raises
    ------
    OutOfRange
        A part is infinite.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    The impact of a product is the sum over its materials, each by its mass.

    Source: Recommendation (EU) 2021/2279, Annex I, 4.4.8.1.

    Examples
    --------
    >>> circular_footprint(material=1.594, energy=0.56742, disposal=0.02).round(5)
    np.float64(2.18142)
    """
    parts = {
        "material": real("material", material),
        "energy": real("energy", energy),
        "disposal": real("disposal", disposal),
    }
    together(**parts)
    return parts["material"] + parts["energy"] + parts["disposal"]

"""The whole indicator in one pass over many products, at the speed of memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from kragozor.instruments.arithmetic import ROUNDING
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.indicators.bounds import (
    Numbers,
    at_most,
    needs_positive,
    non_negative,
    numeric,
    positive,
    share,
    together,
)
from kragozor.instruments.indicators.mci.index import AVERAGE_UTILITY_FACTOR

# So many products at a time keep every column of a block within the processor's cache.
_BLOCK = 16_384

# The largest share, or sum of shares, that counts as the whole.
_WHOLE = 1 + ROUNDING

_FEEDSTOCK = ("recycled_feedstock", "reused_feedstock", "renewable_feedstock")
_COLLECTED = ("collected_for_recycling", "collected_for_reuse", "composted")
_ENERGY = ("energy_recovery_efficiency", "biogenic_carbon_share")
_RECYCLING = ("feedstock_recycling_efficiency", "end_of_life_recycling_efficiency")
_USE = ("lifetime", "use_intensity")
_AVERAGE_USE = ("industry_lifetime", "industry_use_intensity")


def product_circularity(
    *,
    mass: ArrayLike,
    recycled_feedstock: ArrayLike = 0.0,
    reused_feedstock: ArrayLike = 0.0,
    renewable_feedstock: ArrayLike = 0.0,
    collected_for_recycling: ArrayLike = 0.0,
    collected_for_reuse: ArrayLike = 0.0,
    composted: ArrayLike = 0.0,
    energy_recovery_efficiency: ArrayLike = 0.0,
    biogenic_carbon_share: ArrayLike = 0.0,
    feedstock_recycling_efficiency: ArrayLike = 1.0,
    end_of_life_recycling_efficiency: ArrayLike = 1.0,
    lifetime: ArrayLike = 1.0,
    industry_lifetime: ArrayLike = 1.0,
    use_intensity: ArrayLike = 1.0,
    industry_use_intensity: ArrayLike = 1.0,
) -> Numbers:
    r"""Material Circularity Indicator of products, from their shares, lifetimes and uses.

    .. math:: MCI = \max\left(0, 1 - \frac{V + W}{2M + (W_F - W_C)/2} \cdot \frac{0.9}{X}\right)

    With :math:`v = V/M` and so on, the mass cancels:

    .. math::
        v = 1 - F_R - F_U - F_S \qquad w_0 = 1 - C_R - C_U - C_C - E_E B_C

        w_C = (1 - E_C) C_R \qquad w_F = (1 - E_F) F_R / E_F

        LFI = \frac{v + w_0 + (w_F + w_C)/2}{2 + (w_F - w_C)/2}

    Parameters
    ----------
    mass : array_like, shape (...)
        Mass of the product, :math:`M \ge 0`. [kg]
    recycled_feedstock, reused_feedstock, renewable_feedstock : array_like, shape (...)
        Shares of feedstock, :math:`F_R, F_U, F_S \ge 0`, together at most 1. [-]
    collected_for_recycling, collected_for_reuse, composted : array_like, shape (...)
        Shares after use, :math:`C_R, C_U, C_C \ge 0`, together with :math:`E_E B_C` at
        most 1. [-]
    energy_recovery_efficiency : array_like, shape (...)
        Share of the heating value that is recovered, :math:`0 \le E_E \le 1`. [-]
    biogenic_carbon_share : array_like, shape (...)
        Share of the carbon that is biogenic, :math:`0 \le B_C \le 1`. [-]
    feedstock_recycling_efficiency, end_of_life_recycling_efficiency : array_like, shape (...)
        Efficiencies of recycling before and after use, :math:`0 \le E_F, E_C \le 1`, the first
        above 0 where :math:`F_R > 0`. [-]
    lifetime, industry_lifetime : array_like, shape (...)
        Lifetime, :math:`L > 0`, and its average, :math:`L_{av} \ge 0`. [a]
    use_intensity, industry_use_intensity : array_like, shape (...)
        Functional units served, :math:`U > 0`, and their average, :math:`U_{av} \ge 0`.
        [functional units]

    Returns
    -------
    ndarray, shape (...)
        Material Circularity Indicator; NaN where the mass or an average is zero, and where an
        input is NaN. [-]

    Raises
    ------
    OutOfRange
        A number lies outside its domain; the message names the argument and the index.
    NotBalanced
        Shares of feedstock, or shares after use, add up to more than 1.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    Works in blocks that stay in the cache: beyond the result it needs a few buffers of one
    block, whatever the number of products. Source: Methodology 2015, product level, with the
    biological terms of 2019.

    Examples
    --------
    >>> product_circularity(mass=1.0, reused_feedstock=[0.0, 0.5], collected_for_reuse=[0.0, 0.5])
    array([0.1 , 0.55])
    """
    columns = {name: numeric(name, values) for name, values in locals().items()}
    result = np.empty(together(**columns))
    room = np.empty((4, _BLOCK))
    with _blocks(columns, result) as blocks, np.errstate(all="ignore"):
        for *block, out in blocks:
            is_plain = _fill(out, block, room[:, : len(out)])
            if not is_plain:
                _examine(dict(zip(columns, block, strict=True)), out, columns)
    return result[()]


def _blocks(columns: Mapping[str, Numbers], result: Numbers) -> np.nditer:
    """Return the columns and the result in blocks, broadcast and as floating-point numbers."""
    reading: list[list[Literal["readonly", "writeonly"]]] = [["readonly"]] * len(columns)
    return np.nditer(
        [*columns.values(), result],
        flags=["external_loop", "buffered", "zerosize_ok"],
        op_flags=[*reading, ["writeonly"]],
        op_dtypes=[np.dtype(np.float64)] * (len(columns) + 1),
        buffersize=_BLOCK,
        order="C",
    )


def _fill(out: Numbers, block: Sequence[Numbers], room: Numbers) -> bool:
    """Write the indicator of a block, and return whether every input is plainly in its domain.

    The letters are those of the docstring of :func:`product_circularity`; each of the four
    buffers is named again for what it holds.
    """
    _, f_r, f_u, f_s, c_r, c_u, c_c, e_e, b_c, e_f, e_c, life, average, use, usual = block
    v, w, w_c, w_f = room
    np.add(f_r, f_u, out=v)
    v += f_s
    np.multiply(e_e, b_c, out=w)
    w += c_r
    w += c_u
    w += c_c
    is_plain = _is_plain(block, v, w)
    np.subtract(1, e_c, out=w_c)
    w_c *= c_r
    np.subtract(1, e_f, out=w_f)
    w_f *= f_r
    w_f /= e_f
    if not is_plain:
        w_f[f_r == 0] = 0
    v += w  # 2 - (v + w_0)
    np.subtract(2, v, out=v)
    np.add(w_f, w_c, out=w)
    w *= 0.5
    v += w  # the numerator of LFI
    w_f -= w_c
    w_f *= 0.5
    w_f += 2
    v /= w_f  # LFI
    np.multiply(average, usual, out=w)
    np.multiply(life, use, out=w_c)
    w /= w_c  # 1 / X
    v *= w
    v *= AVERAGE_UTILITY_FACTOR
    np.subtract(1, v, out=out)
    np.maximum(out, 0, out=out)
    return is_plain


def _is_plain(block: Sequence[Numbers], feedstock: Numbers, collected: Numbers) -> bool:
    """Return whether a block holds nothing that is refused, undefined or zero below a line.

    Shares that are not negative need no upper bound of their own where their sum has one.
    """
    m, f_r, f_u, f_s, c_r, c_u, c_c, e_e, b_c, e_f, e_c, life, average, use, usual = block
    return (
        all(_lowest(part) >= 0 for part in (f_r, f_u, f_s, c_r, c_u, c_c, e_e, b_c, e_c))
        and all(_highest(share) <= _WHOLE for share in (feedstock, collected, e_e, b_c, e_c, e_f))
        and all(_lowest(number) > 0 for number in (m, e_f, life, average, use, usual))
        and all(_highest(number) < np.inf for number in (m, life, average, use, usual))
    )


def _lowest(values: Numbers) -> float:
    return float(np.minimum.reduce(values))


def _highest(values: Numbers) -> float:
    return float(np.maximum.reduce(values))


def _examine(block: Mapping[str, Numbers], out: Numbers, columns: Mapping[str, Numbers]) -> None:
    """Look closer at a block: refuse what must be, and mark what zero or NaN leaves undefined."""
    if _is_refused(block):
        _check(columns)  # The whole columns fail as their block does, and tell the right index.
    for name in ("mass", *_AVERAGE_USE):
        out[~(block[name] > 0)] = np.nan


def _is_refused(block: Mapping[str, Numbers]) -> bool:
    try:
        _check(block)
    except InstrumentError:
        return True
    return False


def _check(columns: Mapping[str, Numbers]) -> None:
    for name in ("mass", *_AVERAGE_USE):
        non_negative(name, columns[name])
    for name in _USE:
        positive(name, columns[name])
    for name in (*_FEEDSTOCK, *_COLLECTED, *_ENERGY, *_RECYCLING):
        share(name, columns[name])
    at_most(1.0, **{name: columns[name] for name in _FEEDSTOCK})
    energy = columns[_ENERGY[0]] * columns[_ENERGY[1]]
    at_most(1.0, **{name: columns[name] for name in _COLLECTED}, energy_recovered=energy)
    efficiency, recycled = _RECYCLING[0], _FEEDSTOCK[0]
    needs_positive({efficiency: columns[efficiency]}, {recycled: columns[recycled]})

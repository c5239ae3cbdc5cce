"""The cost curve: measures in the order of what a tonne of avoided linear flow costs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kragozor.instruments.indicators.bounds import Numbers, non_negative, real, together
from kragozor.instruments.indicators.sums import quotient


@dataclass(frozen=True)
class CostCurve:
    """Measures along the last axis, cheapest first.

    Attributes
    ----------
    order : ndarray of int, shape (..., n)
        The place of each measure in the list that was given, counted from 0.
    unit_cost : ndarray, shape (..., n)
        Cost of a tonne avoided, in that order; NaN, and last, where nothing is avoided. [EUR/t]
    cumulative : ndarray, shape (..., n)
        Linear flow avoided by each measure and those before it. [t/a]
    """

    order: NDArray[np.intp]
    unit_cost: Numbers
    cumulative: Numbers


def cost_curve(*, annual_cost: ArrayLike, avoided: ArrayLike) -> CostCurve:
    r"""Measures by rising unit cost, and what they avoid together.

    .. math:: k_i = C_i / m_i, \qquad q_i = \sum_{j \le i} m_j

    Parameters
    ----------
    annual_cost : array_like, shape (..., n)
        Net cost of each measure, annualised, :math:`C_i`; below 0 where money is saved. [EUR/a]
    avoided : array_like, shape (..., n)
        Linear flow that it avoids, :math:`m_i \ge 0`. [t/a]

    Returns
    -------
    CostCurve
        Order, unit cost and cumulative flow; equal costs keep the order given.

    Raises
    ------
    OutOfRange
        A cost is not finite, or a flow is negative.
    ShapeMismatch
        The shapes do not broadcast.

    Notes
    -----
    A picture to look at. Among measures that save money the order is not one of merit: of two
    that save the same, the one that avoids more has the higher unit cost. Choose a set of
    measures by its cost and effect together. Source: marginal abatement cost curve; on its
    ranking of negative costs, Taylor, Energy Policy 48 (2012).

    Examples
    --------
    >>> curve = cost_curve(annual_cost=[900, -200, 600], avoided=[3, 4, 6])
    >>> curve.order, curve.unit_cost, curve.cumulative
    (array([1, 2, 0]), array([-50., 100., 300.]), array([ 4., 10., 13.]))
    """
    cost = real("annual_cost", annual_cost)
    flow = non_negative("avoided", avoided)
    shape = together(annual_cost=cost, avoided=flow)
    flow = np.broadcast_to(flow, shape)
    unit_cost = np.atleast_1d(quotient(cost, flow))
    order = np.argsort(unit_cost, axis=-1, kind="stable")
    return CostCurve(
        order=order,
        unit_cost=np.take_along_axis(unit_cost, order, axis=-1),
        cumulative=np.cumsum(np.take_along_axis(np.atleast_1d(flow), order, axis=-1), axis=-1),
    )

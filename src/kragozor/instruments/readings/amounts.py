"""What readings form of rows and facts: sums, shares, and numbers as they were declared.

A quantity may hold draws in the place of its number, and a reading is then of all draws at once
(:mod:`kragozor.instruments.uncertainty.draws`). So amounts are added, multiplied and divided by
:func:`kragozor.instruments.arithmetic.quotient`, never compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kragozor.instruments.arithmetic import quotient, total
from kragozor.instruments.inventory import Inventory, Place, Quantity
from kragozor.instruments.readings.rows import MassRow, Row, mass, places_of
from kragozor.instruments.result import Input

# The facts of use by the inputs that several frameworks have for them.
USE = {
    name: name
    for name in ("lifetime", "industry_lifetime", "use_intensity", "industry_use_intensity")
}
LIFETIMES = {"product_lifetime": "lifetime", "industry_lifetime": "industry_lifetime"}


def amount(rows: Iterable[tuple[Place, Row]], of: Callable[[Row], float]) -> float:
    """Return the sum of an amount over rows.

    Parameters
    ----------
    rows : iterable of pairs of Place and row
        The rows that count.
    of : callable
        Gives the amount of a row: a number, or draws of shape (draws).

    Returns
    -------
    float or ndarray, shape (draws)
        In the unit of the amounts.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.readings.rows import inflows
    >>> amount(inflows(bottle()), mass)
    33.0
    """
    return total(of(row) for _, row in rows)


def summed(name: str, rows: Iterable[tuple[Place, Row]], of: Callable[[Row], float]) -> Input:
    """Return the sum of an amount over rows as a named input.

    The parameters are those of :func:`amount`, and the name of the input.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.readings.rows import inflows
    >>> found = summed("total_inflow", inflows(bottle()), mass)
    >>> found.value, [str(place) for place in found.places]
    (33.0, ['inflows[1]', 'inflows[2]', 'inflows[3]'])
    """
    chosen = list(rows)
    return Input(name, amount(chosen, of), places_of(chosen))


def share(
    name: str,
    rows: Sequence[tuple[Place, MassRow]],
    whole: Sequence[tuple[Place, MassRow]],
    of: Callable[[MassRow], float] | None = None,
) -> Input:
    """Return an amount over rows, mass unless told, as a share of the mass of a whole.

    Parameters
    ----------
    name : str
        The name of the input.
    rows, whole : sequence of pairs of Place and row
        The rows that count, and those that they are a share of.
    of : callable, optional
        Gives the amount of a row. [kg]

    Returns
    -------
    Input
        A share, of draws in shape (draws). [-]

    Raises
    ------
    ZeroDivisionError
        The whole has no mass; the rows of :func:`inflows` and :func:`outflows` always have.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.readings.rows import inflows, where
    >>> rows = inflows(bottle())
    >>> share("circular_share", where(rows, lambda row: row.origin.is_circular), rows).value
    0.36363636363636365
    """
    value = quotient(amount(rows, of or mass), amount(whole, mass))
    return Input(name, value, places_of(rows), places_of(whole))


def declared(name: str, quantity: Quantity | None, place: Place) -> tuple[Input, ...]:
    """Return a single declared number as an input, or nothing where it is missing.

    Examples
    --------
    >>> found = declared("lifetime", Quantity(4.0), Place("use", None, "lifetime"))
    >>> found[0].value, declared("lifetime", None, Place("use", None, "lifetime"))
    (4.0, ())
    """
    return () if quantity is None else (Input(name, quantity.value, (place,)),)


def facts(inventory: Inventory, section: str, names: Mapping[str, str]) -> Iterator[Input]:
    """Yield what is declared once for the whole inventory, each fact under an input's name.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.inventory import Use
    >>> used = replace(bottle(), use=Use(lifetime=Quantity(4.0)))
    >>> [(one.name, one.value) for one in facts(used, "use", {"product_lifetime": "lifetime"})]
    [('product_lifetime', 4.0)]
    """
    content = getattr(inventory, section)
    for name, fact in names.items():
        yield from declared(name, getattr(content, fact), Place(section, None, fact))


def value_or(quantity: Quantity | None, default: float) -> float:
    """Return the number, or what is assumed where none is declared.

    Examples
    --------
    >>> value_or(Quantity(0.8), 1.0), value_or(None, 1.0)
    (0.8, 1.0)
    """
    return default if quantity is None else quantity.value

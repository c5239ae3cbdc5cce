"""Rows of an inventory with their places, and the sums and shares that readings form of them.

A quantity may hold draws in the place of its number, and a reading is then of all draws at once
(:mod:`kragozor.instruments.uncertainty.draws`). So rows are chosen by their categories or by
their declared number, :func:`central`; amounts are added, multiplied and divided by
:func:`kragozor.instruments.arithmetic.quotient`, never compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from kragozor.instruments.arithmetic import quotient, total
from kragozor.instruments.inventory import (
    Energy,
    Impact,
    Inflow,
    Inventory,
    Outflow,
    OutflowKind,
    Packaging,
    Place,
    Quantity,
    Water,
)
from kragozor.instruments.result import Input
from kragozor.words import Message

# How many rows a sentence names before it only counts the rest.
ROWS_NAMED = 5

# The facts of use by the inputs that several frameworks have for them.
USE = {
    name: name
    for name in ("lifetime", "industry_lifetime", "use_intensity", "industry_use_intensity")
}
LIFETIMES = {"product_lifetime": "lifetime", "industry_lifetime": "industry_lifetime"}

InflowRows = Sequence[tuple[Place, Inflow]]
OutflowRows = Sequence[tuple[Place, Outflow]]
PackagingRows = Sequence[tuple[Place, Packaging]]
ImpactRows = Sequence[tuple[Place, Impact]]
Row = TypeVar("Row", Inflow, Outflow, Energy, Water, Packaging, Impact)
MassRow = TypeVar("MassRow", Inflow, Outflow, Packaging)


def inflows(inventory: Inventory) -> InflowRows:
    """Return the inflows that have mass, with their places.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> [(str(place), row.material) for place, row in inflows(bottle())]
    [('inflows[1]', 'PET'), ('inflows[2]', 'rPET'), ('inflows[3]', 'PP')]
    """
    return where(_placed("inflows", inventory.inflows), _flows)


def outflows(inventory: Inventory, *, kind: OutflowKind | None = None) -> OutflowRows:
    """Return the outflows that have mass, or those of one kind, with their places.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> len(outflows(bottle())), len(outflows(bottle(), kind=OutflowKind.WASTE))
    (3, 0)
    """
    rows = where(_placed("outflows", inventory.outflows), _flows)
    return where(rows, lambda row: kind in (None, row.kind))


def energy(inventory: Inventory) -> Sequence[tuple[Place, Energy]]:
    """Return the energy rows with their places.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> burnt = Energy("gas", Quantity(12.0), renewable=False)
    >>> str(energy(replace(bottle(), energy=(burnt,)))[0][0])
    'energy[1]'
    """
    return _placed("energy", inventory.energy)


def water(inventory: Inventory) -> Sequence[tuple[Place, Water]]:
    """Return the water rows with their places.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> water(bottle())
    []
    """
    return _placed("water", inventory.water)


def packaging(inventory: Inventory) -> PackagingRows:
    """Return the packaging rows with their places.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> packaging(bottle())
    []
    """
    return _placed("packaging", inventory.packaging)


def impacts(inventory: Inventory) -> ImpactRows:
    """Return the impact rows with their places.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> impacts(bottle())
    []
    """
    return _placed("impacts", inventory.impacts)


def where(
    rows: Iterable[tuple[Place, Row]], test: Callable[[Row], bool]
) -> list[tuple[Place, Row]]:
    """Return the rows that pass the test.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> recycled = where(inflows(bottle()), lambda row: row.origin.is_recycled)
    >>> [row.material for _, row in recycled]
    ['rPET']
    """
    return [(place, row) for place, row in rows if test(row)]


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
    >>> amount(inflows(bottle()), mass)
    33.0
    """
    return total(of(row) for _, row in rows)


def mass(row: Inflow | Outflow | Packaging) -> float:
    """Return the mass of a row. [kg]

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> mass(bottle().inflows[0])
    18
    """
    return row.mass.value


def summed(name: str, rows: Iterable[tuple[Place, Row]], of: Callable[[Row], float]) -> Input:
    """Return the sum of an amount over rows as a named input.

    The parameters are those of :func:`amount`, and the name of the input.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
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
    >>> rows = inflows(bottle())
    >>> share("circular_share", where(rows, lambda row: row.origin.is_circular), rows).value
    0.36363636363636365
    """
    value = quotient(amount(rows, of or mass), amount(whole, mass))
    return Input(name, value, places_of(rows), places_of(whole))


def places_of(rows: Iterable[tuple[Place, Row]]) -> tuple[Place, ...]:
    """Return where the rows stand.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> [str(place) for place in places_of(outflows(bottle()))]
    ['outflows[1]', 'outflows[2]', 'outflows[3]']
    """
    return tuple(place for place, _ in rows)


def rows_named(rows: Sequence[tuple[Place, Inflow | Outflow]]) -> tuple[Message, ...]:
    """Return what the rows are called, as far as a sentence bears it, and how many more.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> [str(name) for name in rows_named(inflows(bottle()))]
    ['Inflows, row 1 (“PET”)', 'Inflows, row 2 (“rPET”)', 'Inflows, row 3 (“PP”)']
    """
    first = tuple(_named(place, row) for place, row in rows[:ROWS_NAMED])
    more = len(rows) - len(first)
    return (*first, Message("readings.more-rows", {"count": more})) if more else first


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


def central(quantity: Quantity | None) -> float:
    """Return the number by which rows are chosen: the one declared, or 0 where none is.

    Examples
    --------
    >>> central(Quantity(2.0)), central(None)
    (2.0, 0.0)
    """
    return 0.0 if quantity is None else quantity.central


def _named(place: Place, row: Inflow | Outflow) -> Message:
    told = {"row": place.row, "material": row.material}
    return Message(f"readings.{place.section}-row", told)


def _flows(row: Inflow | Outflow) -> bool:
    """Tell whether anything flows: of a row without mass no share can be formed."""
    return row.mass.central != 0


def _placed(section: str, rows: Sequence[Row]) -> list[tuple[Place, Row]]:
    return [(Place(section, number), row) for number, row in enumerate(rows, start=1)]

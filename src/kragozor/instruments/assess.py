"""An inventory measured by every framework: the one entrance to the instruments."""

from __future__ import annotations

from collections.abc import Sequence

from kragozor.instruments.balance import TOLERANCE, grade_shares, mass_balance
from kragozor.instruments.improvement.next_steps import next_steps
from kragozor.instruments.influence import influences
from kragozor.instruments.inventory import Inventory, Kind, Place
from kragozor.instruments.readings import READERS, read, read_value
from kragozor.instruments.result import Assessment, Reading

METHOD = "1"
FACTS_VARIED = 40
HEADLINES = {
    Kind.PRODUCT: ("mci.mci", "cti.circularity"),
    Kind.SITE: ("cti.circularity", "mci.mci"),
    Kind.ORGANISATION: ("cti.circularity", "mci.mci"),
}


def assess(inventory: Inventory, *, tolerance: float = TOLERANCE) -> Assessment:
    """Measure an inventory by every framework.

    The headline is the Material Circularity Indicator for a product and the circularity of
    the Circular Transition Indicators for a site or an organisation; where that is undefined
    and the other is not, the other.

    Parameters
    ----------
    inventory : Inventory
        The declared facts. [kg, MJ, m³, a, EUR]
    tolerance : float
        Largest mass gap that still closes, as a share of the larger side. [0..1]

    Returns
    -------
    Assessment
        Every value with what it rests on, or the reason why it is undefined.

    Raises
    ------
    InstrumentError
        Where a declared fact lies outside its domain.

    Notes
    -----
    Sources: those of the frameworks, in the catalogue of indicators.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> result = assess(bottle())
    >>> round(result["mci.mci"].value, 3), result.balance.closes
    (0.419, True)
    """
    readings = tuple(read(name, inventory, reader) for name, reader in READERS.items())
    headline = _headline(inventory, readings)
    behind = next(r for r in readings if r.indicator == headline.partition(".")[0])
    steps, together = next_steps(inventory, lambda facts: _value(facts, headline))
    return Assessment(
        inventory=inventory,
        method=METHOD,
        readings=readings,
        headline=headline,
        balance=mass_balance(inventory, tolerance=tolerance),
        grades=grade_shares(inventory.masses()),
        influences=influences(
            inventory, _facts_behind(inventory, behind), lambda facts: _value(facts, headline)
        ),
        next_steps=steps,
        next_steps_together=together,
    )


def _headline(inventory: Inventory, readings: Sequence[Reading]) -> str:
    values = {f"{r.indicator}.{name}": v for r in readings for name, v in r.values.items()}
    choices = HEADLINES[inventory.subject.kind]
    defined = [name for name in choices if values[name].value is not None]
    return (defined or choices)[0]


def _value(inventory: Inventory, name: str) -> float | None:
    indicator, _, value = name.partition(".")
    return read_value(indicator, inventory, READERS[indicator], value)


def _facts_behind(inventory: Inventory, reading: Reading) -> list[Place]:
    """Return the facts to vary: those of the heaviest rows and of the use of the product."""
    used = {(p.section, p.row) for item in reading.inputs.values() for p in item.behind}
    facts = [
        (place, q) for place, q in inventory.quantities() if (place.section, place.row) in used
    ]
    weights = {
        ("inflows", n): row.mass.value for n, row in enumerate(inventory.inflows, start=1)
    } | {("outflows", n): row.mass.value for n, row in enumerate(inventory.outflows, start=1)}
    single = float("inf")
    ranked = sorted(facts, key=lambda f: -weights.get((f[0].section, f[0].row or 0), single))
    return [place for place, _ in ranked[:FACTS_VARIED]]

"""What must agree between the facts of a row, and between the rows of an inventory.

Each rule is a small function that yields what does not agree, with the place where it does
not. Rules hold for facts that are already read: a mass is a number, a choice is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kragozor.files.problems import Locate, Problem
from kragozor.instruments.inventory import (
    Destination,
    Inflow,
    Inventory,
    Outflow,
    OutflowKind,
    Place,
    Quantity,
    Subject,
)
from kragozor.instruments.parameters import folded
from kragozor.instruments.reference.waste import mirrors, waste
from kragozor.words import Message

# Masses that are added up from rounded figures agree when they differ by less than this share.
TOLERANCE = 0.005

# What has a share that goes back to soil, and what is a share of dry matter.
TREATED = (Destination.COMPOST, Destination.DIGESTION_TO_SOIL)
NUTRIENTS = ("nitrogen", "phosphorus", "potassium")

At = Callable[[str], Place]


def row_problems(row: object, at: At, locate: Locate) -> Iterator[Problem]:
    """Yield what does not agree within one row; ``at`` gives the place of a field of it."""
    for kind, rules in _ROW_RULES.items():
        if isinstance(row, kind):
            for rule in rules:
                yield from rule(row, at, locate)


def inventory_problems(inventory: Inventory, locate: Locate) -> Iterator[Problem]:
    """Yield what does not agree between the rows of an inventory."""
    for rule in (
        _has_rows,
        _products_add_up,
        _returns_no_more_than_sent,
        _impacts_told_once,
    ):
        yield from rule(inventory, locate)


def _ends_after_start(subject: Subject, at: At, locate: Locate) -> Iterator[Problem]:
    if subject.period_end < subject.period_start:
        expected = Message("files.expected.not_before", {"date": subject.period_start.isoformat()})
        yield _problem(
            "value.other", at("period_end"), locate, subject.period_end.isoformat(), expected
        )


def _feedstock_is_recycled(inflow: Inflow, at: At, locate: Locate) -> Iterator[Problem]:
    efficiency = inflow.feedstock_recycling_efficiency
    if efficiency is not None and not inflow.origin.is_recycled:
        yield _problem(
            "rule.feedstock_efficiency",
            at("feedstock_recycling_efficiency"),
            locate,
            efficiency.value,
            origin=Message(f"choices.Origin.{inflow.origin.value}"),
        )


def _recycling_goes_to_recycling(outflow: Outflow, at: At, locate: Locate) -> Iterator[Problem]:
    efficiency = outflow.recycling_efficiency
    if efficiency is not None and outflow.destination is not Destination.RECYCLE:
        yield _problem(
            "rule.recycling_efficiency",
            at("recycling_efficiency"),
            locate,
            efficiency.value,
            destination=Message(f"choices.Destination.{outflow.destination.value}"),
        )


def _only_recycled_came_from_a_loop(inflow: Inflow, at: At, locate: Locate) -> Iterator[Problem]:
    if inflow.recycled_from is not None and not inflow.origin.is_recycled:
        yield _problem(
            "rule.recycled_from",
            at("recycled_from"),
            locate,
            inflow.recycled_from.value,
            loop=Message(f"choices.Loop.{inflow.recycled_from.value}"),
            origin=Message(f"choices.Origin.{inflow.origin.value}"),
        )


def _only_recycling_goes_into_a_loop(outflow: Outflow, at: At, locate: Locate) -> Iterator[Problem]:
    if outflow.recycled_to is not None and outflow.destination is not Destination.RECYCLE:
        yield _problem(
            "rule.recycled_to",
            at("recycled_to"),
            locate,
            outflow.recycled_to.value,
            loop=Message(f"choices.Loop.{outflow.recycled_to.value}"),
            destination=Message(f"choices.Destination.{outflow.destination.value}"),
        )


def _only_treated_goes_to_soil(outflow: Outflow, at: At, locate: Locate) -> Iterator[Problem]:
    to_soil = outflow.returned_to_soil
    if to_soil is not None and outflow.destination not in TREATED:
        yield _problem(
            "rule.returned_to_soil",
            at("returned_to_soil"),
            locate,
            to_soil.value,
            destination=Message(f"choices.Destination.{outflow.destination.value}"),
        )


def _nutrients_are_within_dry_matter(
    row: Inflow | Outflow, at: At, locate: Locate
) -> Iterator[Problem]:
    held = {name: getattr(row, name) for name in NUTRIENTS}
    known = {name: quantity.value for name, quantity in held.items() if quantity is not None}
    found = sum(known.values())
    if found > 1 + TOLERANCE:
        yield _problem("rule.nutrients", at(next(iter(known))), locate, found, 1)


def _energy_is_explained(outflow: Outflow, at: At, locate: Locate) -> Iterator[Problem]:
    if outflow.recovered_energy is None:
        return
    for name in ("heating_value", "biogenic_carbon_share"):
        if getattr(outflow, name) is None:
            yield _problem(f"rule.no_{name}", at(name), locate)


def _energy_is_within_limit(outflow: Outflow, at: At, locate: Locate) -> Iterator[Problem]:
    if outflow.recovered_energy is None or outflow.heating_value is None:
        return
    found, limit = outflow.recovered_energy.value, outflow.heating_value.value * outflow.mass.value
    if found > limit * (1 + TOLERANCE):
        yield _problem("rule.energy_limit", at("recovered_energy"), locate, found, limit)


def _hazard_is_that_of_the_code(outflow: Outflow, at: At, locate: Locate) -> Iterator[Problem]:
    """A code with an asterisk is for hazardous waste alone; the other hazard has another code."""
    if not outflow.low_code or outflow.hazardous is waste(outflow.low_code).is_hazardous:
        return
    code = waste(outflow.low_code)
    hazard = Message(f"choices.Flag.{'yes' if code.is_hazardous else 'no'}")
    others = tuple(each.written for each in mirrors(code))
    expected = Message(
        f"files.expected.{'hazard_or_code' if others else 'quoted'}",
        {"word": hazard, "codes": others},
    )
    found = Message(f"choices.Flag.{'yes' if outflow.hazardous else 'no'}")
    key = f"rule.code_is_{'hazardous' if code.is_hazardous else 'not_hazardous'}"
    yield _problem(key, at("hazardous"), locate, "", expected, word=found, code=code.named)


_ROW_RULES: dict[type, tuple[Callable[..., Iterator[Problem]], ...]] = {
    Subject: (_ends_after_start,),
    Inflow: (
        _feedstock_is_recycled,
        _only_recycled_came_from_a_loop,
        _nutrients_are_within_dry_matter,
    ),
    Outflow: (
        _recycling_goes_to_recycling,
        _only_recycling_goes_into_a_loop,
        _energy_is_explained,
        _energy_is_within_limit,
        _hazard_is_that_of_the_code,
        _only_treated_goes_to_soil,
        _nutrients_are_within_dry_matter,
    ),
}


def _has_rows(inventory: Inventory, locate: Locate) -> Iterator[Problem]:
    if not inventory.inflows and not inventory.outflows:
        yield _problem("rule.empty", Place("inflows"), locate)


def _products_add_up(inventory: Inventory, locate: Locate) -> Iterator[Problem]:
    declared = inventory.subject.product_mass
    if declared is None:
        return
    products = [row for row in inventory.outflows if row.kind is OutflowKind.PRODUCT]
    found = sum(row.mass.value for row in products)
    if abs(found - declared.value) > TOLERANCE * declared.value:
        place = Place("subject", None, "product_mass")
        yield _problem("rule.product_mass", place, locate, found, declared.value)


def _returns_no_more_than_sent(inventory: Inventory, locate: Locate) -> Iterator[Problem]:
    for destination in Destination:
        rows = _returning(inventory, destination)
        found = sum(row.mass.value for _, row in rows)
        limit = sum(_yielded(row) for row in inventory.outflows if row.destination is destination)
        if found > limit * (1 + TOLERANCE):
            place = Place("inflows", rows[-1][0], "mass")
            word = Message(f"choices.Destination.{destination.value}")
            yield _problem("rule.returns", place, locate, found, limit, destination=word)


def _impacts_told_once(inventory: Inventory, locate: Locate) -> Iterator[Problem]:
    seen = set()
    for number, row in enumerate(inventory.impacts, start=1):
        key = folded(row.material), row.category
        if key in seen:
            category = Message(f"choices.ImpactCategory.{row.category.value}")
            place = Place("impacts", number, "material")
            yield _problem("rule.impact_twice", place, locate, row.material, category=category)
        seen.add(key)


def _returning(inventory: Inventory, destination: Destination) -> list[tuple[int, Inflow]]:
    rows = enumerate(inventory.inflows, start=1)
    return [(number, row) for number, row in rows if row.returns_from is destination]


def _yielded(row: Outflow) -> float:
    """What can return of a mass sent away: recycling gives back its yield, the rest all."""
    efficiency: Quantity | None = row.recycling_efficiency
    return row.mass.value * (1.0 if efficiency is None else efficiency.value)


def _problem(
    key: str,
    place: Place,
    locate: Locate,
    found: str | float = "",
    expected: Message | str | float = "",
    **values: object,
) -> Problem:
    return Problem(Message(f"files.{key}", values), locate(place), found, expected, place)

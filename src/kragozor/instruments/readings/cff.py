"""The reading of an inventory by the Circular Footprint Formula, material by material.

A material is made of what comes in under its name, and ends as the products of that name do;
where no product bears the name, as all products do. What is reused is not made anew, and what
is given to reuse has not come to its end: both are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from kragozor.instruments.inventory import (
    Destination,
    Impact,
    ImpactCategory,
    Inventory,
    Origin,
    OutflowKind,
    Place,
)
from kragozor.instruments.parameters import (
    Name,
    Parameter,
    ParameterTable,
    folded,
    packaged_parameters,
)
from kragozor.instruments.readings.amounts import amount, declared, share
from kragozor.instruments.readings.findings import Finding, Gap, Item, Lack
from kragozor.instruments.readings.recovery import recovered_mass
from kragozor.instruments.readings.rows import (
    ImpactRows,
    InflowRows,
    OutflowRows,
    impacts,
    inflows,
    mass,
    outflows,
    places_of,
    where,
)
from kragozor.instruments.result import Input
from kragozor.words import Message

# Where the members of the cluster are.
GEOGRAPHY = "BG"

BURDENS = (
    "virgin_burden",
    "recycled_burden",
    "end_of_life_recycling_burden",
    "substituted_virgin_burden",
    "energy_recovery_burden",
    "substituted_heat_burden",
    "substituted_electricity_burden",
    "disposal_burden",
)
OF_ENERGY = (
    Name.ENERGY_ALLOCATION_FACTOR,
    Name.LOWER_HEATING_VALUE,
    Name.HEAT_EFFICIENCY,
    Name.ELECTRICITY_EFFICIENCY,
)


@dataclass(frozen=True)
class Material:
    """A material of the product: how much of it there is, and the inputs of 1 kg."""

    name: str
    mass: Input
    inputs: tuple[Input, ...]

    @property
    def numbers(self) -> dict[str, float]:
        """The inputs as a part of the product."""
        return {item.name: item.value for item in (self.mass, *self.inputs)}  # type: ignore[misc]

    @property
    def places(self) -> tuple[Place, ...]:
        """Every row that the material rests on."""
        return tuple(place for item in (self.mass, *self.inputs) for place in item.behind)

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What was taken from the table of parameters."""
        return tuple(found for item in self.inputs for found in item.parameters)


def inputs(inventory: Inventory, parameters: ParameterTable | None = None) -> Iterator[Finding]:
    """Yield the materials as the parts of ``cff``, and each as an item of 1 kg.

    Climate change is the framework's own category; for each other category that is declared
    the subject and its materials are items by the variant. Burdens [impact/kg] and overrides are
    declared; parameters that are not come from the table, by the row that is named or by the
    name of the material.

    Source: Recommendation (EU) 2021/2279, Annex I, 4.4.8.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.inventory import Impact, ImpactCategory, Quantity
    >>> made = Impact("PET", ImpactCategory.CLIMATE_CHANGE, Quantity(2.1))
    >>> told = inputs(replace(bottle(), impacts=(made,)))
    >>> next(one.value for one in told if isinstance(one, Input))[0]["virgin_burden"]
    2.1
    """
    rows, entering = impacts(inventory), inflows(inventory)
    if not rows:
        yield Lack(Message("readings.no-impacts"))
    elif not entering:
        yield Lack(Message("readings.no-inflows"))
    else:
        yield from _categories(_Reader(inventory, parameters or packaged_parameters()), rows)


def _categories(reader: _Reader, rows: ImpactRows) -> Iterator[Finding]:
    used: list[Parameter] = []
    for category in ImpactCategory:
        materials = reader.materials(where(rows, partial(_is_in, category=category)))
        used += [found for material in materials for found in material.parameters]
        if category is ImpactCategory.CLIMATE_CHANGE:
            yield from _product("cff", materials) if materials else (_no_climate_change(),)
        elif materials:
            yield from _other(f"cff-{category.value}", reader.subject, materials)
    yield from reader.assumptions(rows)
    doubtful = (found for found in dict.fromkeys(used) if found.status.is_doubtful)
    yield from (found.caution for found in doubtful)


def _is_in(row: Impact, category: ImpactCategory) -> bool:
    return row.category is category


def _no_climate_change() -> Gap:
    return Gap(("parts", *BURDENS), Message("readings.no-climate-change"))


def _product(indicator: str, materials: Sequence[Material]) -> Iterator[Input | Item]:
    yield _whole(materials)
    yield from _singly(indicator, materials)


def _other(indicator: str, subject: str, materials: Sequence[Material]) -> Iterator[Item]:
    yield Item(indicator, subject, (_whole(materials),))
    yield from _singly(indicator, materials)


def _whole(materials: Sequence[Material]) -> Input:
    places = dict.fromkeys(place for material in materials for place in material.places)
    used = dict.fromkeys(found for material in materials for found in material.parameters)
    parts = tuple(material.numbers for material in materials)
    return Input("parts", parts, tuple(places), parameters=tuple(used))


def _singly(indicator: str, materials: Sequence[Material]) -> Iterator[Item]:
    for material in materials:
        yield Item(indicator, f"{material.name}, 1 kg", material.inputs)


class _Reader:
    """What is looked at for every material: the flows of the inventory, and the table."""

    def __init__(self, inventory: Inventory, parameters: ParameterTable) -> None:
        self.subject = inventory.subject.name
        self.pillar = inventory.subject.pillar
        self.parameters = parameters
        self.entering = where(inflows(inventory), lambda r: r.origin is not Origin.REUSED)
        products = outflows(inventory, kind=OutflowKind.PRODUCT)
        self.ending = where(products, lambda r: not r.destination.is_reuse)

    def materials(self, rows: ImpactRows) -> list[Material]:
        """Return the materials of the rows that come in at all."""
        return [self.material(place, row) for place, row in rows if self.entered(row)]

    def entered(self, row: Impact) -> InflowRows:
        """Return the inflows of a material."""
        name = folded(row.material)
        return where(self.entering, lambda r: folded(r.material) == name)

    def ended(self, row: Impact) -> OutflowRows:
        """Return the products of a material, or all where none bears its name."""
        name = folded(row.material)
        return where(self.ending, lambda r: folded(r.material) == name) or self.ending

    def material(self, place: Place, row: Impact) -> Material:
        """Return what the formula needs of one material."""
        entered, ended = self.entered(row), self.ended(row)
        recycled_in = where(entered, lambda r: r.origin.is_recycled)
        recycled_out = where(ended, lambda r: _is_recycled(r.destination))
        burnt = where(ended, lambda r: r.destination is Destination.ENERGY)
        found = [share("recycled_content", recycled_in, entered)]
        if ended:
            recovered = partial(recovered_mass, pillar=self.pillar)
            found.append(share("recycling_output_rate", recycled_out, ended, recovered))
            found.append(share("energy_recovery_rate", burnt, ended))
        for name in BURDENS:
            found += declared(name, getattr(row, name), _field(place, name))
        for parameter in _needed(bool(recycled_in), bool(recycled_out), bool(burnt)):
            found += self.parameter(place, row, parameter)
        total = Input("mass", amount(entered, mass), places_of(entered))
        return Material(row.material, total, tuple(found))

    def parameter(self, place: Place, row: Impact, name: Name) -> tuple[Input, ...]:
        """Return a parameter that is declared, or the one of the table."""
        own = declared(name.value, getattr(row, name.value), _field(place, name.value))
        if own:
            return own
        material = self.parameters.material(row.parameters or row.material) or ""
        found = self.parameters.lookup(material, name, GEOGRAPHY)
        return (Input(name.value, found.value, parameters=(found,)),) if found else ()

    def assumptions(self, rows: ImpactRows) -> Iterator[Message]:
        """Tell which materials were left out, and which ends were taken for others."""
        known = {folded(row.material) for _, row in rows}
        absent = [row.material for _, row in rows if not self.entered(row)]
        unknown = [r.material for _, r in self.entering if folded(r.material) not in known]
        ends = {folded(r.material) for _, r in self.ending}
        mixed = [row.material for _, row in rows if folded(row.material) not in ends]
        if absent:
            yield _telling("impacts-without-inflow", absent)
        if unknown:
            yield _telling("inflows-without-impacts", unknown)
        if not self.ending:
            yield Message("readings.no-end-of-life")
        elif mixed:
            yield _telling("end-of-life-of-all-products", mixed)


def _needed(is_recycled_in: bool, is_recycled_out: bool, is_burnt: bool) -> Iterator[Name]:
    """Yield the parameters that have any weight in the formula."""
    if is_recycled_in or is_recycled_out:
        yield Name.ALLOCATION_FACTOR
    if is_recycled_in:
        yield Name.QUALITY_RATIO_IN
    if is_recycled_out:
        yield Name.QUALITY_RATIO_OUT
    if is_burnt:
        yield from OF_ENERGY


def _is_recycled(destination: Destination) -> bool:
    """Tell whether a material goes on as one: composting and digestion recycle as well."""
    return destination is Destination.RECYCLE or destination.is_biological


def _field(place: Place, name: str) -> Place:
    return Place(place.section, place.row, name)


def _telling(key: str, materials: Sequence[str]) -> Message:
    return Message(f"readings.{key}", {"materials": tuple(dict.fromkeys(materials))})

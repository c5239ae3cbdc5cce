"""The rows of an inventory joined into as many branches as a picture can show."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kragozor.instruments.balance import mass_balance
from kragozor.instruments.inventory import Destination, Inventory, Origin, OutflowKind
from kragozor.words import Message, say

MOST = 8

ORIGIN_COLOURS = {
    Origin.VIRGIN: "virgin",
    Origin.RECYCLED_POST_CONSUMER: "recycled",
    Origin.RECYCLED_PRE_CONSUMER: "recycled",
    Origin.REUSED: "reused",
    Origin.RENEWABLE_MANAGED: "renewable",
    Origin.RENEWABLE_UNMANAGED: "virgin",
}


@dataclass(frozen=True)
class Branch:
    """Rows that are drawn as one node; where rows of several colours are joined, each is kept."""

    id: str
    label: str
    masses: Mapping[str, float]
    returns: Mapping[Destination, float] = field(default_factory=dict)
    destination: Destination | None = None
    dashed: bool = False

    @property
    def mass(self) -> float:
        """The mass of all its rows. [kg]"""
        return math.fsum(self.masses.values())

    @property
    def colour(self) -> str:
        """The colour of most of its mass."""
        return max(self.masses, key=self.masses.__getitem__)


def inward_branches(inventory: Inventory, language: str) -> list[Branch]:
    """Return what enters, heaviest first, then what returns, stocks used and mass unexplained."""
    masses: dict[tuple[str, Origin], float] = defaultdict(float)
    returns: dict[tuple[str, Origin], dict[Destination, float]] = {}
    for row in inventory.inflows:
        key = (row.material, row.origin)
        masses[key] += row.mass.value
        if row.returns_from is not None:
            returns.setdefault(key, defaultdict(float))[row.returns_from] += row.mass.value
    shared = Counter(material for material, _ in masses)
    found = [
        Branch(
            f"in:{origin}:{material}",
            _material(material, origin, language) if shared[material] > 1 else material,
            {ORIGIN_COLOURS[origin]: mass},
            returns.get((material, origin), {}),
        )
        for (material, origin), mass in masses.items()
        if mass > 0
    ]
    found.sort(key=lambda branch: (bool(branch.returns), -branch.mass))
    return _joined(found, (), "in", language) + _unexplained(inventory, -1, language)


def outward_branches(inventory: Inventory, language: str) -> list[Branch]:
    """Return what leaves by falling circularity, then what returns, stocks built up and the gap."""
    masses: dict[tuple[OutflowKind, Destination], float] = defaultdict(float)
    for row in inventory.outflows:
        masses[row.kind, row.destination] += row.mass.value
    wanted = {row.returns_from for row in inventory.inflows} - {None}
    places = {destination: number for number, destination in enumerate(Destination)}
    found = [
        Branch(
            f"out:{kind}:{destination}",
            _leaving(kind, destination, language),
            {fate_colour(kind, destination): mass},
            destination=destination,
        )
        for (kind, destination), mass in masses.items()
        if mass > 0
    ]
    found.sort(key=lambda branch: (branch.destination in wanted, places[_end(branch)]))
    return _joined(found, wanted, "out", language) + _unexplained(inventory, 1, language)


def fate_colour(kind: OutflowKind, destination: Destination) -> str:
    """Return the colour of what happens to a mass.

    Examples
    --------
    >>> fate_colour(OutflowKind.PRODUCT, Destination.REFURBISH)
    'reused'
    """
    if kind is OutflowKind.LOSS:
        return "lost"
    if destination.is_reuse:
        return "reused"
    if destination.is_biological:
        return "renewable"
    return "recycled" if destination is Destination.RECYCLE else "lost"


def _joined(
    branches: list[Branch], kept: Iterable[Destination | None], side: str, language: str
) -> list[Branch]:
    """Join the lightest into one, if there are too many; what returns always stays apart."""
    if len(branches) <= MOST:
        return branches
    apart = {branch.id for branch in branches if branch.returns or branch.destination in kept}
    heavy = sorted(branches, key=lambda branch: (branch.id not in apart, -branch.mass))
    shown = {branch.id for branch in heavy[: MOST - 1]} | apart
    light = [branch for branch in branches if branch.id not in shown]
    masses: dict[str, float] = defaultdict(float)
    for branch in light:
        masses[branch.colour] += branch.mass
    label = _said("others", language, count=len(light))
    others = Branch(f"{side}:others", label, dict(masses))
    return [branch for branch in branches if branch.id in shown] + ([others] if light else [])


def _unexplained(inventory: Inventory, side: int, language: str) -> list[Branch]:
    """Return the stock change and the gap of the balance, where they lie on this side."""
    balance = mass_balance(inventory)
    stock, gap = side * balance.stock_change, side * balance.gap
    found = []
    if stock > 0:
        label = "into-stock" if side > 0 else "from-stock"
        found.append(Branch(label, _said(label, language), {"ink-2": stock}))
    if gap > 0 and not balance.closes:
        label = "missing" if side > 0 else "excess"
        found.append(Branch(label, _said(label, language), {"amber": gap}, dashed=True))
    return found


def _leaving(kind: OutflowKind, destination: Destination, language: str) -> str:
    name = say(Message(f"choices.Destination.{destination}"), language)
    if kind is OutflowKind.PRODUCT:
        return _capital(name)
    return _said(str(kind), language, destination=name)


def _material(material: str, origin: Origin, language: str) -> str:
    name = say(Message(f"choices.Origin.{origin}"), language)
    return _said("of-origin", language, material=material, origin=name)


def _end(branch: Branch) -> Destination:
    return branch.destination or Destination.UNKNOWN


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _said(key: str, language: str, **values: object) -> str:
    return say(Message(f"drawing.flows.{key}", values), language)

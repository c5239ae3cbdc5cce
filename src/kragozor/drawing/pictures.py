"""The flows of an inventory as a Sankey diagram: where the mass comes from and where it goes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from kragozor.drawing.branches import Branch, fate_colour, inward_branches, outward_branches
from kragozor.drawing.palette import Palette
from kragozor.drawing.sankey import Flow, Node, sankey
from kragozor.instruments.inventory import Inventory, OutflowKind
from kragozor.words import Message, say
from kragozor.words.numbers import share_text, unit_text

SUBJECT = "subject"
KILOGRAMS_A_TONNE, LARGE_MASS = 1000.0, 10_000.0
SIGNIFICANT = 4
MEANINGS = ("virgin", "recycled", "renewable", "reused", "lost")


def inventory_picture(
    inventory: Inventory,
    language: str,
    *,
    title: str,
    palette: Palette = "page",
    narrow: bool = False,
    width: float | None = None,
    prefix: str | None = None,
) -> str:
    """Draw the flows of an inventory with the key of their colours.

    Raises
    ------
    NotDrawable
        Where no row has a mass.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> picture = inventory_picture(bottle(), "bg", title="Откъде идва и къде отива")
    >>> "първична суровина" in picture
    True
    """
    nodes, flows = inventory_sankey(inventory, language)
    used = {flow.colour for flow in flows}
    return sankey(
        nodes,
        flows,
        title=title,
        description=inventory_description(inventory, language),
        palette=palette,
        narrow=narrow,
        width=width,
        value_format=lambda mass: mass_text(mass, language),
        legend=[(_said(f"meaning.{name}", language), name) for name in MEANINGS if name in used],
        prefix=prefix,
    )


def inventory_sankey(inventory: Inventory, language: str) -> tuple[list[Node], list[Flow]]:
    """Return the nodes and flows of an inventory: inflows, the subject, outflows.

    At most eight nodes of rows stand on each side, the lightest being joined into one. Mass
    that comes back from a destination is drawn as returning from it. Where the balance does not
    close, the gap is a dashed node of its own, on the side on which mass is missing.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> nodes, _ = inventory_sankey(bottle(), "en")
    >>> [(node.label, node.detail.replace("\\xa0", " ")) for node in nodes[-2:]]
    [('Incineration', '6 kg · 18.2 %'), ('Landfill', '12 kg · 36.4 %')]
    """
    inward = inward_branches(inventory, language)
    outward = outward_branches(inventory, language)
    whole = max(math.fsum(each.mass for each in side) for side in (inward, outward))
    nodes = [_node(branch, whole, language) for branch in inward]
    nodes.append(Node(SUBJECT, inventory.subject.name, "ink", mass_text(whole, language)))
    nodes += [_node(branch, whole, language) for branch in outward]
    entering = [
        Flow(branch.id, SUBJECT, mass, colour)
        for branch in inward
        for colour, mass in branch.masses.items()
    ]
    leaving = [
        Flow(SUBJECT, branch.id, mass, colour)
        for branch in outward
        for colour, mass in branch.masses.items()
    ]
    return nodes, [*entering, *leaving, *_returning(inward, outward)]


def inventory_description(inventory: Inventory, language: str) -> str:
    """Return the picture in words.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> inventory_description(bottle(), "en").replace("\\xa0", " ")[:50]
    'Bottle. Inflows: PET 18 kg, rPET 12 kg, PP 3 kg. O'
    """
    inward = inward_branches(inventory, language)
    outward = outward_branches(inventory, language)

    def listed(side: Iterable[Branch]) -> tuple[str, ...]:
        return tuple(f"{each.label} {mass_text(each.mass, language)}" for each in side)

    return _said(
        "flows.description",
        language,
        subject=inventory.subject.name,
        inflows=listed(inward),
        outflows=listed(outward),
    )


def mass_text(mass: float, language: str) -> str:
    """Return a mass to four digits, in tonnes where it is large.

    Examples
    --------
    >>> mass_text(1234.56, "bg"), mass_text(48_000, "en")
    ('1\\xa0235\\xa0kg', '48\\xa0t')
    """
    value, unit = (mass / KILOGRAMS_A_TONNE, "t") if mass >= LARGE_MASS else (mass, "kg")
    digits = SIGNIFICANT - 1 - math.floor(math.log10(value)) if value > 0 else 0
    return unit_text(value, unit, language, digits=min(12, max(0, digits)))


def _returning(inward: Sequence[Branch], outward: Sequence[Branch]) -> list[Flow]:
    """Return the flows from a destination back to the inflow that it feeds."""
    ends: dict[object, str] = {}
    for branch in outward:
        ends.setdefault(branch.destination, branch.id)
    return [
        Flow(ends[destination], branch.id, mass, fate_colour(OutflowKind.PRODUCT, destination))
        for branch in inward
        for destination, mass in branch.returns.items()
        if destination in ends
    ]


def _node(branch: Branch, whole: float, language: str) -> Node:
    share = share_text(branch.mass / whole, language)
    amount = _said("flows.amount", language, mass=mass_text(branch.mass, language), share=share)
    return Node(branch.id, branch.label, branch.colour, amount, dashed=branch.dashed)


def _said(key: str, language: str, **values: object) -> str:
    return say(Message(f"drawing.{key}", values), language)

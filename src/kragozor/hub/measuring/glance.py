"""Which figures of a framework are seen first; the others are a press away."""

from __future__ import annotations

from dataclasses import dataclass

from kragozor.reports.figures import Figure, Framework

CHIEF = {
    "mci": ("mci", "linear_flow_index", "utility"),
    "cti": (
        "circularity",
        "circular_inflow",
        "circular_outflow",
        "renewable_energy_share",
        "water_circularity",
    ),
    "esrs-e5": ("total_inflow", "secondary_inflow_share", "total_waste", "non_recycled_share"),
    "vsme-b7": ("total_waste", "recycled_or_reused_share", "total_material"),
    "cmu": ("circular_material_use_rate",),
    "packaging": (
        "total_mass",
        "market_share_2030",
        "market_share_2038",
        "recycled_content",
        "met_share_2030",
    ),
    "textiles": (
        "preferred_share",
        "fibre_to_fibre_share",
        "mono_material_share",
        "effective_fibres",
        "wears",
    ),
}

FIRST_SHOWN = 4


@dataclass(frozen=True)
class Glance:
    """A framework with its figures in the order in which a reader asks for them."""

    framework: Framework
    chief: tuple[Figure, ...]
    others: tuple[Figure, ...]
    undefined: tuple[Figure, ...]


def glance(framework: Framework) -> Glance:
    """Put the chief figures first: ours to choose, those that the framework makes mandatory, or
    the first that have a number.

    Every figure that has a number stands in one of the two parts; one without stands in
    ``undefined``, and among the chief ones too, where its place would be missed.
    """
    names = CHIEF.get(framework.id) or _mandatory(framework) or _first(framework)
    known = {figure.name: figure for figure in framework.figures}
    chief = tuple(known[name] for name in names if name in known)
    others = tuple(figure for figure in framework.defined if figure.name not in names)
    return Glance(framework, chief, others, framework.undefined)


def _first(framework: Framework) -> tuple[str, ...]:
    return tuple(figure.name for figure in framework.defined[:FIRST_SHOWN])


def _mandatory(framework: Framework) -> tuple[str, ...]:
    return tuple(figure.name for figure in framework.figures if figure.mandatory)

"""What one member puts into the figures of its cluster."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kragozor.instruments.arithmetic import total
from kragozor.instruments.inventory import Kind
from kragozor.instruments.result import Assessment, Reading
from kragozor.instruments.rollup import Factor, Member, roll_up

# A member's site contains its products, and the organisation its sites: the widest one counts.
_WIDEST = (Kind.ORGANISATION, Kind.SITE, Kind.PRODUCT)


@dataclass(frozen=True)
class Contribution:
    """A member's numbers for a year; None where it has none, and then it is not counted there.

    Attributes
    ----------
    mci
        Material Circularity Indicator, the mean of its products by mass. [-]
    inflow, circular_inflow
        All inflow, and the part of it that is circular. [kg]
    throughput, circular_throughput
        Inflow and outflow together, and the circular part of both. [kg]
    """

    mci: float | None = None
    inflow: float | None = None
    circular_inflow: float | None = None
    throughput: float | None = None
    circular_throughput: float | None = None


def contribution(assessments: Sequence[Assessment]) -> Contribution:
    """Return what a member contributes, from its measured subjects of one year.

    Where the member measured itself as an organisation, that counts; else its sites; else its
    products, rolled up by mass.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> own = contribution([assess(bottle())])
    >>> round(own.mci, 3), round(own.inflow, 3)
    (0.419, 33.0)
    """
    counted = _widest(assessments)
    if not counted:
        return Contribution()
    members = [Member(str(number), one) for number, one in enumerate(counted)]
    company = roll_up(members, Factor.MASS)
    entering = _flows(company.reading("cti"), "inflows", ("circular_share",))
    leaving = _flows(company.reading("cti"), "outflows", ("recovery_potential", "actual_recovery"))
    mci = company["mci-company.mci"].value
    if entering is None:
        return Contribution(mci=mci)
    inflow, circular_inflow = entering
    if leaving is None:
        return Contribution(mci, inflow, circular_inflow)
    outflow, circular_outflow = leaving
    return Contribution(
        mci, inflow, circular_inflow, inflow + outflow, circular_inflow + circular_outflow
    )


def _widest(assessments: Sequence[Assessment]) -> list[Assessment]:
    for kind in _WIDEST:
        if found := [one for one in assessments if one.inventory.subject.kind is kind]:
            return found
    return []


def _flows(reading: Reading, name: str, shares: Sequence[str]) -> tuple[float, float] | None:
    """Return the mass of flows, and the part of it that is circular."""
    given = reading.inputs.get(name)
    if given is None or not isinstance(given.value, tuple):
        return None
    masses = [item["mass"] for item in given.value]
    return total(masses), total([_circular(item, shares) for item in given.value])


def _circular(item: Mapping[str, float], shares: Sequence[str]) -> float:
    mass = item["mass"]
    for name in shares:
        mass *= item[name]
    return mass

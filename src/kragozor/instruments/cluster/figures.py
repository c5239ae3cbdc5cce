"""The figures of a cluster: each a number that may be published, or the reason why it may not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kragozor.instruments.cluster.contribution import Contribution
from kragozor.instruments.compute import compute
from kragozor.instruments.disclosure import Part, Release, reason_to_withhold
from kragozor.words import Message

INDICATOR = "cluster"


@dataclass(frozen=True)
class Measure:
    """How the contributions make up a figure of the catalogue.

    Attributes
    ----------
    part
        The number of each member that is summed up, or the circular part of it.
    whole
        What the part is a share of; empty for a sum and for a mean in which all count once.
    inputs
        The list of the catalogue, and the names of its items: of the whole, and of the share.
    is_index
        Whether the part is an index, of which the mean is formed.
    """

    part: str
    inputs: tuple[str, ...]
    whole: str = ""
    is_index: bool = False


MEASURES: Mapping[str, Measure] = {
    "mean_mci": Measure("mci", ("indices", "mci"), is_index=True),
    "circularity": Measure(
        "circular_throughput", ("throughputs", "mass", "circularity"), "throughput"
    ),
    "total_inflow": Measure("inflow", ("inflows", "mass")),
    "circular_inflow_share": Measure(
        "circular_inflow", ("inflows", "mass", "circular_share"), "inflow"
    ),
}


@dataclass(frozen=True)
class Figure:
    """One figure over members: a number, or the reason why it is withheld.

    ``members`` are those whose numbers it is made of; they are never told with it.
    """

    measure: str
    members: frozenset[str]
    value: float | None = None
    withheld: Message | None = None
    releases: tuple[Release, ...] = field(default=(), repr=False)


def figure(
    measure: str,
    contributions: Mapping[str, Contribution],
    *,
    period: str,
    published: Iterable[Release] = (),
) -> Figure:
    """Return a figure of the cluster if the rule of disclosure lets it through.

    Parameters
    ----------
    measure : str
        A name of ``MEASURES``.
    contributions : mapping of str to Contribution
        What each member contributes, by a key of the member that never changes.
    period : str
        The period that the numbers are of; figures of different periods are subtracted as far
        as numbers are the very same in both.
    published : iterable of Release
        The sums that were ever given away.

    Returns
    -------
    Figure

    Examples
    --------
    >>> members = {str(n): Contribution(mci=n / 10) for n in range(2, 7)}
    >>> round(figure("mean_mci", members, period="2025").value, 3)
    0.4
    >>> str(figure("total_inflow", members, period="2025").withheld)
    'There are fewer than 5 contributors.'
    """
    given = releases(measure, contributions, period=period)
    members = given[0].members
    reason = reason_to_withhold(given, published)
    if reason is not None:
        return Figure(measure, members, withheld=reason)
    computed = compute(
        INDICATOR, _inputs(measure, [contributions[name] for name in sorted(members)])
    )
    found = computed.values.get(measure)
    if not isinstance(found, float):
        return Figure(measure, members, withheld=computed.undefined[measure])
    return Figure(measure, members, found, releases=given)


def releases(
    measure: str, contributions: Mapping[str, Contribution], *, period: str
) -> tuple[Release, ...]:
    """Return the sums that a figure gives away, over the members who have what it needs.

    Examples
    --------
    >>> members = {"a": Contribution(mci=0.4), "b": Contribution()}
    >>> given = releases("mean_mci", members, period="2025")
    >>> [(release.quantity, sorted(release.members)) for release in given]
    [('mci', ['a'])]
    """
    asked = MEASURES[measure]
    names = [name for name in (asked.part, asked.whole) if name]
    counted = {
        member: own
        for member, own in sorted(contributions.items())
        if all(getattr(own, name) is not None for name in names)
    }
    parts = {member: _part(asked, own) for member, own in counted.items()}
    given = [Release(asked.part, parts, period)]
    if asked.whole:
        wholes = {member: Part(getattr(own, asked.whole)) for member, own in counted.items()}
        given.append(Release(asked.whole, wholes, period))
    return tuple(given)


def _part(asked: Measure, own: Contribution) -> Part:
    amount: float = getattr(own, asked.part)
    if asked.is_index:
        return Part(amount, at_most=1.0)
    if not asked.whole:
        return Part(amount)
    whole: float = getattr(own, asked.whole)
    return Part(min(amount, whole), at_most=whole)


def _inputs(measure: str, contributions: list[Contribution]) -> dict[str, object]:
    asked = MEASURES[measure]
    return {asked.inputs[0]: list(_items(asked, contributions))}


def _items(asked: Measure, contributions: Iterable[Contribution]) -> Iterator[dict[str, float]]:
    for own in contributions:
        part = getattr(own, asked.part)
        if not asked.whole:
            yield {asked.inputs[1]: part}
        else:
            whole = getattr(own, asked.whole)
            share = min(1.0, part / whole) if whole else 0.0
            yield {asked.inputs[1]: whole, asked.inputs[2]: share}

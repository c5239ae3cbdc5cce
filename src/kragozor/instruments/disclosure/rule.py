"""The rule of the cluster: enough contributors, none too large, and nothing to subtract."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kragozor.instruments.disclosure.release import (
    Part,
    Release,
    akin,
    check_bounds,
    dominated,
    plain,
    same_quantity,
)
from kragozor.instruments.disclosure.subtraction import reveals
from kragozor.words import Message

LEAST = 5
MOST = 0.5


def reason_to_withhold(
    figure: Sequence[Release],
    published: Iterable[Release] = (),
    *,
    least: int = LEAST,
    most: float = MOST,
) -> Message | None:
    r"""Return why a figure must not be published, or None where it may be.

    By itself a figure needs at least ``least`` contributors, of whom none holds more than the
    share ``most``:

    .. math:: n \ge 5, \qquad \max_i x_i \le 0.5 \sum_i x_i

    in each of its sums, so that of a weighted mean the weights are looked at too. Nor may it be
    a bound that only equal numbers reach: a total of 0 tells that everybody has 0.

    Together with what was published before, no combination of sums may touch fewer than
    ``least`` members, and no sum may be left by subtraction of which one member holds more than
    ``most``.

    Parameters
    ----------
    figure : sequence of Release
        The sums that the figure gives away: one for a total or a mean, numerator and denominator
        for a quotient.
    published : iterable of Release
        Every sum that was ever published, of whatever quantity and period.
    least : int
        Fewest contributors of a figure, and of whatever can be subtracted from it.
    most : float
        Largest share of one contributor. [0..1]

    Returns
    -------
    Message or None
        The reason; it names no member, and does not say whether a sum is at its bound or one
        member dominates it, since the former would tell everybody's number.

    Raises
    ------
    OutOfRange
        The rule would protect nobody.

    Notes
    -----
    Combinations are looked at twice: with a number that was measured anew as another unknown,
    and within a period as the same one, since it often hardly changes. A number that is the very
    same in another period is the same unknown: inventories are copied. What stays open
    (estimates, collusion of four members) stands in the decision record. Source: rule of the
    cluster (n ≥ 5, dominance 50 %); the threshold and (n, k) rules of statistical disclosure
    control, Hundepool et al., Statistical Disclosure Control, 2012, ch. 4.

    Examples
    --------
    >>> from kragozor.instruments.disclosure import Part
    >>> shares = {name: Part(1.0, at_most=2.0) for name in "abcdef"}
    >>> reason_to_withhold([Release("mass", shares)]) is None
    True
    >>> five = Release("mass", {name: shares[name] for name in "abcde"})
    >>> reason_to_withhold([five], [Release("mass", shares)]).key
    'disclosure.subtraction-few'
    """
    check_bounds(least, most)
    known = list(published)
    for release in figure:
        earlier = same_quantity(release, known)
        reason = _by_itself(release, least, most) or _beside(release, earlier, least, most)
        if reason is not None:
            return reason
    return None


def _by_itself(release: Release, least: int, most: float) -> Message | None:
    if len(release.parts) < least:
        return Message("disclosure.few", {"least": least})
    held = release.parts.values()
    if plain(held) or dominated((part.amount for part in held), most):
        return Message("disclosure.tells", {"most": 100 * most})
    return None


def _beside(
    release: Release, earlier: Sequence[Release], least: int, most: float
) -> Message | None:
    then = [one for one in earlier if one.period == release.period]
    as_measured = [one.unknowns for one in (*akin(release, earlier), release)]
    as_unchanged = [frozenset((name, 0.0) for name in one.members) for one in (*then, release)]
    if reveals(as_measured, least) or reveals(as_unchanged, least):
        return Message("disclosure.subtraction-few", {"least": least})
    for whole, pieces in _subtractions(release, then):
        if plain(_rest(whole, pieces)) or dominated(_left(whole, pieces), most):
            return Message("disclosure.subtraction-tells", {"most": 100 * most})
    return None


def _subtractions(
    release: Release, earlier: Sequence[Release]
) -> Iterator[tuple[Release, list[Release]]]:
    """Yield each sum with those that can be taken from it, the new one among them.

    Sums that lie within it and have no member in common are taken together. The new one is
    compared with each earlier one too where neither lies in the other: members may have joined
    and left in between.
    """
    yield from ((release, [other]) for other in earlier)
    yield from ((release, pieces) for pieces in _disjoint(release, earlier))
    for whole in earlier:
        if release.members < whole.members:
            apart = [one for one in earlier if not one.members & release.members]
            yield whole, [release]
            yield from ((whole, [release, *pieces]) for pieces in _disjoint(whole, apart))


def _disjoint(whole: Release, others: Iterable[Release]) -> Iterator[list[Release]]:
    """Yield every choice of sums that lie within a sum and have no member in common."""
    chosen: list[list[Release]] = [[]]
    for other in others:
        if other.members < whole.members:
            apart = [one for one in chosen if all(not o.members & other.members for o in one)]
            chosen += [[*one, other] for one in apart]
    yield from chosen[1:]


def _left(whole: Release, pieces: Iterable[Release]) -> list[float]:
    """Return by how much the sums differ in each member."""
    left: dict[str, float] = defaultdict(float)
    for sign, release in ((1, whole), *((-1, piece) for piece in pieces)):
        for member, part in release.parts.items():
            left[member] += sign * part.amount
    return list(left.values())


def _rest(whole: Release, pieces: Sequence[Release]) -> list[Part]:
    """Return what members outside the pieces put in, where the pieces lie within the sum."""
    inside = frozenset[str]().union(*(piece.members for piece in pieces))
    if not inside <= whole.members:
        return []
    return [part for member, part in whole.parts.items() if member not in inside]

"""The counterpart of an entry: the code of the same waste, hazardous where this one is not.

The Decision links entries by their words, „other than those mentioned in 04 02 14“. Most links
are read from there; where no title names a mirror entry, its counterparts are the mirror entries
of the other kind in its sub-chapter, those first that no title names either.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from kragozor.instruments.reference.waste.catalogue import Waste, by_code
from kragozor.instruments.reference.waste.codes import compact

_NAMED = re.compile(r"(\d\d \d\d \d\d)(?: to (\d\d \d\d \d\d))?")


def mirrors(waste: Waste) -> tuple[Waste, ...]:
    """Return the entries that stand for the same waste when its hazard is the other one.

    Examples
    --------
    >>> from kragozor.instruments.reference.waste import waste
    >>> [str(each) for each in mirrors(waste("04 02 15"))]
    ['04 02 14*']
    >>> [str(each) for each in mirrors(waste("17 02 04*"))]
    ['17 02 01', '17 02 02', '17 02 03']
    >>> mirrors(waste("04 02 22"))
    ()
    """
    linked = _named_links().get(waste.code) or _links_within_subchapter(waste)
    return tuple(each for code, each in by_code().items() if code in linked)


@cache
def _named_links() -> Mapping[str, frozenset[str]]:
    links: dict[str, set[str]] = defaultdict(set)
    for each in by_code().values():
        for other in _named_in(each):
            if other.is_hazardous is not each.is_hazardous:
                links[each.code].add(other.code)
                links[other.code].add(each.code)
    return {code: frozenset(others) for code, others in links.items()}


def _named_in(waste: Waste) -> Iterator[Waste]:
    """Yield the types of waste that a title names, one by one or from one to another."""
    for first, last in _NAMED.findall(waste.title_en):
        bounds = compact(first), compact(last or first)
        yield from (each for code, each in by_code().items() if bounds[0] <= code <= bounds[1])


def _links_within_subchapter(waste: Waste) -> frozenset[str]:
    if not waste.entry.is_mirror:
        return frozenset()
    others = [
        each.code
        for each in by_code().values()
        if each.entry.is_mirror and each.code[:4] == waste.code[:4]
        if each.is_hazardous is not waste.is_hazardous
    ]
    unnamed = [code for code in others if code not in _named_links()]
    return frozenset(unnamed or others)

"""How alike two organisations are by name and place: pure text, for proposals only.

A name is compared without its legal form and quotes, in small Latin letters, and its words in
any order: „Нишка 2000“ ООД and NISHKA-2000 Ltd. are the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from rapidfuzz import fuzz, process

from kragozor.words.latin import latin

# Names may differ by a letter in twenty; with like addresses, by somewhat more.
ALIKE, ALIKE_WITH_ADDRESS, WORTH_A_LOOK = 92.0, 86.0, 80.0
NAME_WEIGHT = 0.75
# So many names are compared with all others at once: the scores of all would fill the memory.
CHUNK = 500
# Legal forms, in Latin letters and as they are written abroad.
FORMS = frozenset(
    {"et", "ood", "eood", "ad", "ead", "dpk", "sd", "kd", "kda", "adsits", "sp", "sie"}
    | {"ltd", "limited", "llc", "plc", "jsc", "inc", "co", "company", "gmbh"}
    | {"fondatsia", "foundation", "sdruzhenie", "association", "npo"}
)
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Described:
    """What of an organisation is compared."""

    key: object
    name: str
    eik: str = ""
    town: str = ""
    address: str = ""


Groups = dict[str, list[Described]]


@dataclass(frozen=True)
class Likeness:
    """Two organisations that may be one, and why: a shared code, or a score up to 100."""

    first: object
    second: object
    score: float
    by_code: bool = False


def name_key(name: str) -> str:
    """Return the words of a name by which it is compared.

    >>> name_key("„Нишка 2000“ ЕООД"), name_key("NISHKA-2000 Ltd.")
    ('2000 nishka', '2000 nishka')
    """
    words = _WORD.findall(latin(name).lower())
    return " ".join(sorted([word for word in words if word not in FORMS] or words))


def likenesses(described: Iterable[Described]) -> list[Likeness]:
    """Return the pairs that may be one organisation, the likeliest first, each once."""
    everybody = list(described)
    found = {_pair(one): one for one in (*_by_name(everybody), *_by_code(everybody))}
    return sorted(found.values(), key=lambda one: (not one.by_code, -one.score))


def _by_code(everybody: list[Described]) -> Iterator[Likeness]:
    """Yield those whose codes begin with the same nine digits: a branch and its principal."""
    same = defaultdict(list)
    for one in everybody:
        if one.eik:
            same[one.eik[:9]].append(one.key)
    for keys in same.values():
        for first, second in combinations(keys, 2):
            yield Likeness(first, second, 100.0, by_code=True)


def _by_name(everybody: list[Described]) -> Iterator[Likeness]:
    """Yield those whose names are alike, and hold the same numbers.

    „Вълна 1“ and „Вълна 10“ differ by a letter, and are two.
    """
    for same in _grouped(everybody, _numbers).values():
        yield from _in_towns(same)


def _in_towns(some: list[Described]) -> Iterator[Likeness]:
    """Yield the alike of one town; one without a town may be in any."""
    towns = _grouped(some, lambda one: " ".join(_WORD.findall(latin(one.town).lower())))
    nowhere = towns.pop("", [])
    yield from _alike(nowhere, nowhere)
    for here in towns.values():
        yield from _alike(here, [*here, *nowhere])


def _grouped(some: Iterable[Described], by: Callable[[Described], str]) -> Groups:
    groups: Groups = defaultdict(list)
    for one in some:
        groups[by(one)].append(one)
    return groups


def _alike(some: list[Described], others: list[Described]) -> Iterator[Likeness]:
    """Yield the alike among some and others; ``others`` begins with ``some``."""
    names = [name_key(one.name) for one in others]
    for start in range(0, len(some), CHUNK):
        mine = names[start : min(start + CHUNK, len(some))]
        scores = process.cdist(mine, names, scorer=fuzz.ratio, score_cutoff=WORTH_A_LOOK)
        for row, column in np.argwhere(scores > 0):
            first, second = start + int(row), int(column)
            if first < second:
                score = _score(some[first], others[second], float(scores[row, column]))
                if score is not None:
                    yield Likeness(some[first].key, others[second].key, score)


def _score(first: Described, second: Described, names: float) -> float | None:
    """Return how alike two of like names are, ``None`` where they are too different."""
    if not (first.address and second.address):
        return names if names >= ALIKE else None
    addresses = fuzz.token_set_ratio(latin(first.address).lower(), latin(second.address).lower())
    whole = NAME_WEIGHT * names + (1 - NAME_WEIGHT) * addresses
    return whole if whole >= ALIKE_WITH_ADDRESS else None


def _numbers(one: Described) -> str:
    return " ".join(word for word in name_key(one.name).split() if word.isdigit())


def _pair(one: Likeness) -> frozenset[object]:
    return frozenset({one.first, one.second})

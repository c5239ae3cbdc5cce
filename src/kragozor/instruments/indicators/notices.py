"""What a reader is told beside the values: what was assumed, what is odd, what to mind."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from kragozor.instruments.indicators.cautions import cautions
from kragozor.instruments.indicators.entries import Indicator, ValueEntry
from kragozor.instruments.indicators.findings import Known, assumptions
from kragozor.instruments.indicators.given import Given
from kragozor.instruments.indicators.solver import Solver
from kragozor.words import Message

# A given number that its own formula misses by more than this share is pointed out.
_AGREEMENT = 1e-6

Figure = tuple[ValueEntry, Known]


def notices(solver: Solver) -> Iterator[Message]:
    """Yield what the values of an indicator should be read with, for what was given.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> from kragozor.instruments.indicators.given import Given
    >>> solver = Solver(indicator("mci"), Given({"M": 1.0, "V": 0.5, "F_R": 0.4}))
    >>> print([str(notice) for notice in notices(solver)][-1])
    Virgin feedstock: the 0.5 given differs from the 0.6 worked out; the number given is used.
    """
    found = [(value, solver.find(value.symbol)) for value in solver.indicator.values.values()]
    known = [(value, finding) for value, finding in found if isinstance(finding, Known)]
    yield from _assumptions(solver.indicator, (finding for _, finding in known))
    yield from _undeclared(solver.indicator, solver.given)
    yield from cautions(solver)
    yield from _counted_as_zero(solver.indicator, solver.given)
    yield from _disagreements(solver, known)
    yield from _shares_outside(known)


def _assumptions(entry: Indicator, known: Iterable[Known]) -> Iterator[Message]:
    """Tell what was assumed, in one message for each number assumed."""
    found = assumptions(known)
    stood_in = [name for name in found if name in entry.inputs and entry.inputs[name].default]
    for name in stood_in:
        told = {"name": entry.label(name), "other": entry.label(entry.inputs[name].default)}
        yield Message("instruments.stood-in", {**told, "inputs": (name,)})
    assumed = {name: number for name, number in found.items() if name not in stood_in}
    for number in sorted(set(assumed.values())):
        names = [name for name in assumed if assumed[name] == number]
        labels = tuple(entry.label(name) for name in names)
        yield Message(
            "instruments.assumed", {"names": labels, "inputs": tuple(names), "value": number}
        )


def _undeclared(entry: Indicator, given: Given) -> Iterator[Message]:
    for asked in entry.inputs.values():
        if asked.domain == "choice" and asked.name not in given.choices:
            told = {"name": asked.label, "inputs": (asked.name,)}
            yield Message("instruments.undeclared", told)


def _counted_as_zero(entry: Indicator, given: Given) -> Iterator[Message]:
    if given.is_not_applicable_zero and given.not_applicable:
        names = tuple(given.not_applicable)
        labels = tuple(entry.label(name) for name in names)
        yield Message("instruments.counted-as-zero", {"names": labels, "inputs": names})


def _disagreements(solver: Solver, known: Iterable[Figure]) -> Iterator[Message]:
    """Tell where a number that was given is not the one that its formula would give."""
    for value, finding in known:
        if value.symbol not in solver.given.numbers:
            continue
        derived = solver.derive(value)
        if isinstance(derived, Known) and not _agree(value, finding, derived):
            told = {"name": value.label, "given": finding.number, "derived": derived.number}
            yield Message("instruments.disagrees", told)


def _agree(value: ValueEntry, given: Known, derived: Known) -> bool:
    is_assumed = value.name in derived.assumed
    return is_assumed or math.isclose(given.number, derived.number, rel_tol=_AGREEMENT)


def _shares_outside(known: Iterable[Figure]) -> Iterator[Message]:
    for value, finding in known:
        if value.display == "share" and not 0 <= finding.number <= 1 + _AGREEMENT:
            told = {"name": value.label, "value": finding.number}
            yield value.outside or Message("instruments.share-outside", told)

"""What the catalogue says that a result should be read with."""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.instruments.arithmetic import is_any
from kragozor.instruments.indicators.entries import Caution
from kragozor.instruments.indicators.findings import Known
from kragozor.instruments.indicators.solver import Solver
from kragozor.words import Message


def cautions(solver: Solver) -> Iterator[Message]:
    """Yield the cautions of an indicator that what was given calls for.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> from kragozor.instruments.indicators.given import Given
    >>> given = Given(choices={"level": "company-analogue"})
    >>> [str(text)[:23] for text in cautions(Solver(indicator("cmu"), given))]
    ['This is an analogue: th']
    """
    for caution in solver.indicator.cautions:
        is_chosen = solver.given.choices.get(caution.input) in caution.choices
        if is_chosen or (caution.below_zero and _is_below_zero(solver, caution)):
            yield caution.text
    for one in (solver, *solver.parts):
        yield from _unusual(one)


def _unusual(solver: Solver) -> Iterator[Message]:
    """Yield what was given outside of its usual range, though it is allowed."""
    for asked in solver.indicator.inputs.values():
        value = solver.given.numbers.get(asked.symbol)
        if asked.usual is not None and value is not None:
            low, high = asked.usual
            if not low <= value <= high:
                told = {"name": asked.label, "value": value, "low": low, "high": high}
                yield Message("instruments.unusual", told)


def _is_below_zero(solver: Solver, caution: Caution) -> bool:
    finding = solver.find(caution.below_zero)
    value = finding.value if isinstance(finding, Known) else ()
    return any(is_any(n < 0) for n in (value if isinstance(value, tuple) else (value,)))

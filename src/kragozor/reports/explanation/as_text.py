"""An explanation as lines of text, for a terminal, a letter or a note."""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.reports.explanation.parts import heading, sections
from kragozor.reports.figures import Figure, Framework
from kragozor.reports.steps import Step, UsedInput

_INDENT = "  "


def text(framework: Framework, figure: Figure, language: str) -> str:
    """Return the explanation of a figure as text."""
    return "\n".join([*_lines(framework, figure, language), ""])


def _lines(framework: Framework, figure: Figure, language: str) -> Iterator[str]:
    yield from heading(framework, figure)
    told = sections(figure, language)
    if told.steps:
        yield from ("", told.steps_title)
        for step in told.steps:
            yield from (_INDENT + line for line in _step(step))
    if told.inputs:
        yield from ("", told.inputs_title)
        for used in told.inputs:
            yield from (_INDENT + line for line in _input(used))


def _step(step: Step) -> Iterator[str]:
    yield f"{step.label}. {step.source}"
    yield _INDENT + step.text
    if step.numeric_text:
        yield _INDENT + step.numeric_text
    if step.note:
        yield _INDENT + step.note


def _input(used: UsedInput) -> Iterator[str]:
    symbol = f"{used.symbol} = " if used.symbol else ""
    yield f"{symbol}{used.number}: {used.label}"
    yield from (_INDENT + line for line in (*(row.text for row in used.rows), *used.taken))
    if used.more:
        yield _INDENT + used.more

"""What every explanation says, whatever its form: a heading, formulas, numbers with rows."""

from __future__ import annotations

from dataclasses import dataclass

from kragozor.reports.figures import Figure, Framework
from kragozor.reports.steps import Step, UsedInput
from kragozor.words import entry


@dataclass(frozen=True)
class Sections:
    """The formulas in the order of computing and the numbers in them, each with its title."""

    steps_title: str
    steps: tuple[Step, ...]
    inputs_title: str
    inputs: tuple[UsedInput, ...]


def heading(framework: Framework, figure: Figure) -> tuple[str, ...]:
    """Return the figure with its value, its framework and, where it has none, the reason."""
    of = f"{framework.label}. " if framework.label else ""
    lines = (f"{of}{figure.label}: {figure.value_text}", f"{framework.title}. {framework.source}")
    return (*lines, figure.undefined_text) if figure.undefined_text else lines


def sections(figure: Figure, language: str) -> Sections:
    """Return what the figure was worked out from; nothing for a value that has no working."""
    working = figure.working
    return Sections(
        steps_title=entry("reports.explain.formulas", language),
        steps=working.steps if working else (),
        inputs_title=entry("reports.explain.numbers", language),
        inputs=working.inputs if working else (),
    )

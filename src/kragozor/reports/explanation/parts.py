"""What every explanation says, whatever its form: figures with formulas and numbers, then once
for all of them the rows of the inventory, how they vary, and the sources as numbered notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kragozor.instruments.inventory import Inventory
from kragozor.reports.explanation.facts import FactRow, fact_rows
from kragozor.reports.figures import Figure, Framework
from kragozor.reports.steps import Step, UsedInput
from kragozor.words import Message, entry, say

if TYPE_CHECKING:
    from kragozor.instruments.uncertainty.sample import Sample


@dataclass(frozen=True)
class Explained:
    """One figure with its framework: what it is, and what it was worked out from."""

    framework: Framework
    figure: Figure

    @property
    def title(self) -> str:
        """The figure with its value, after the single thing that it is of."""
        of = f"{self.framework.label}. " if self.framework.label else ""
        return f"{of}{self.figure.label}: {self.figure.value_text}"

    @property
    def lines(self) -> tuple[str, ...]:
        """Where the value lies in nine of ten draws; or why there is no value."""
        return tuple(filter(None, (self.figure.interval_text, self.figure.undefined_text)))

    @property
    def steps(self) -> tuple[Step, ...]:
        """The formulas in the order of computing; none of a value that has no working."""
        return self.figure.working.steps if self.figure.working else ()

    @property
    def inputs(self) -> tuple[UsedInput, ...]:
        """The numbers in the formulas."""
        return self.figure.working.inputs if self.figure.working else ()


@dataclass(frozen=True)
class Explanation:
    """Everything that is told; ``sample`` is how facts were drawn, None where nothing was."""

    language: str
    figures: tuple[Explained, ...]
    inventory: Inventory
    sample: Sample | None = None

    def word(self, name: str) -> str:
        """Return a word of explanations, such as the title of a part."""
        return entry(f"reports.explain.{name}", self.language)

    @cached_property
    def rows(self) -> tuple[FactRow, ...]:
        """The rows of the inventory that any of the figures rests on, each once."""
        used = _each_once(one for explained in self.figures for one in explained.inputs)
        places = dict.fromkeys(place for one in used for place in (*one.facts, *one.behind))
        is_drawn = self.sample is not None
        return fact_rows(tuple(places), self.inventory, self.language, is_drawn=is_drawn)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Every source that is named, once, in the order of naming."""
        return tuple(dict.fromkeys(filter(None, self._sources())))

    def notes(self, *sources: str) -> str:
        """Return the numbers of sources in brackets, to stand after what they support."""
        numbers = (self.sources.index(one) + 1 for one in dict.fromkeys(sources) if one)
        return "".join(f"[{number}]" for number in numbers)

    @property
    def drawn(self) -> str:
        """How the intervals came to be; nothing where no number has one."""
        if self.sample is None or not any(one.figure.interval_text for one in self.figures):
            return ""
        sampling = entry(f"reports.explain.sampling.{self.sample.sampling}", self.language)
        told = {"draws": self.sample.draws, "seed": str(self.sample.seed), "sampling": sampling}
        return say(Message("reports.explain.drawn", told), self.language)

    def _sources(self) -> Iterator[str]:
        for one in self.figures:
            yield one.framework.source
            yield from (step.source for step in one.steps)
        for row in self.rows:
            yield from (fact.source for fact in row.facts)


def _each_once(inputs: Iterable[UsedInput]) -> Sequence[UsedInput]:
    """Return the inputs, those that several figures share once."""
    return tuple({id(one): one for one in inputs}.values())

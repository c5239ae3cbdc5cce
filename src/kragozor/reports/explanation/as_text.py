"""An explanation as lines of text, for a terminal, a letter or a note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kragozor.reports.explanation.facts import FactRow
from kragozor.reports.explanation.parts import Explained, Explanation
from kragozor.reports.made import UsedItem, UsedNumber
from kragozor.reports.steps import Step, UsedInput

_INDENT = "  "


def text(told: Explanation) -> str:
    """Return an explanation as text."""
    return "\n".join(_lines(told)).rstrip("\n") + "\n"


def _lines(told: Explanation) -> Iterator[str]:
    for explained in told.figures:
        yield from _figure(explained, told)
        yield ""
    rows = [line for row in told.rows for line in _row(row, told)]
    yield from _part(told.word("rows"), rows)
    yield from _part(told.word("intervals"), [told.drawn] if told.drawn else [])
    numbered = (f"[{number}] {source}" for number, source in enumerate(told.sources, start=1))
    yield from _part(told.word("sources"), numbered)


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines under their title; nothing where there are none."""
    told = [_INDENT + line for line in lines]
    if told:
        yield from (title, *told, "")


def _figure(explained: Explained, told: Explanation) -> Iterator[str]:
    yield explained.title
    yield from explained.lines
    yield f"{explained.framework.title} {told.notes(explained.framework.source)}"
    if explained.steps:
        yield from ("", told.word("formulas"))
        for step in explained.steps:
            yield from (_INDENT + line for line in _step(step, told))
    if explained.inputs:
        yield from ("", told.word("numbers"))
        for used in explained.inputs:
            yield from (_INDENT + line for line in _input(used))


def _step(step: Step, told: Explanation) -> Iterator[str]:
    yield f"{step.label} {told.notes(step.source)}"
    yield from (_INDENT + line for line in (step.text, step.numeric_text, step.note) if line)
    yield from (f"{_INDENT}{item.label}: {item.numeric_text}" for item in step.items)


def _input(used: UsedInput) -> Iterator[str]:
    if used.is_of_list:
        yield f"{used.symbol}: {used.label}"
        return
    symbol = f"{used.symbol} = " if used.symbol else ""
    yield f"{symbol}{used.number}: {used.label}"
    made = used.made.text if used.made else ""
    from_where = "; ".join(filter(None, (made, used.from_where)))
    yield from (_INDENT + line for line in (from_where,) if line)
    yield from (_INDENT + _item(item) for item in used.items)


def _item(item: UsedItem) -> str:
    return f"{item.label}: {'; '.join(map(_number, item.numbers))}"


def _number(one: UsedNumber) -> str:
    made = one.made.text if one.made else ""
    return f"{one.symbol} = {made} = {one.number}" if made else f"{one.symbol} = {one.number}"


def _row(row: FactRow, told: Explanation) -> Iterator[str]:
    yield f"{row.where}: {row.words}" if row.words else row.where
    for fact in row.facts:
        yield f"{_INDENT}{fact.label} {fact.text}: {fact.known} {told.notes(fact.source)}".rstrip()

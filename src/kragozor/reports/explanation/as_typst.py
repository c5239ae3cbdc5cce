"""An explanation as Typst source, to be included in a document; words are quoted, never markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kragozor.instruments.formula import typst_string
from kragozor.reports.explanation.facts import FactRow
from kragozor.reports.explanation.parts import Explained, Explanation
from kragozor.reports.made import UsedItem, UsedNumber
from kragozor.reports.steps import Step, UsedInput


def typst(told: Explanation) -> str:
    """Return an explanation as the source of a part of a document."""
    body = "\n".join(_body(told))
    return f"#[\n#set text(lang: {_quoted(told.language)})\n{body}\n]\n"


def _body(told: Explanation) -> Iterator[str]:
    for explained in told.figures:
        yield from _figure(explained, told)
    if told.rows:
        yield from _titled(told.word("rows"), "list", (_row(row, told) for row in told.rows))
    if told.drawn:
        yield f"#heading(level: 4, {_quoted(told.word('intervals'))})\n#par({_quoted(told.drawn)})"
    if told.sources:
        yield from _titled(told.word("sources"), "enum", map(_words, told.sources))


def _titled(title: str, name: str, items: Iterable[str]) -> Iterator[str]:
    yield f"#heading(level: 4, {_quoted(title)})"
    yield f"#{name}(\n" + "".join(f"  {item},\n" for item in items) + ")"


def _figure(explained: Explained, told: Explanation) -> Iterator[str]:
    yield f"#heading(level: 3, {_quoted(explained.title)})"
    framework = explained.framework
    named = f"{framework.title} {told.notes(framework.source)}"
    yield from (f"#par({_quoted(line)})" for line in (*explained.lines, named))
    if explained.steps:
        steps = (_step(step, told) for step in explained.steps)
        yield from _titled(told.word("formulas"), "enum", steps)
    if explained.inputs:
        yield from _titled(told.word("numbers"), "terms", map(_input, explained.inputs))


def _step(step: Step, told: Explanation) -> str:
    forms = ((step.typst, step.text), (step.numeric_typst, step.numeric_text))
    formulas = [_equation(formula, text, is_block=True) for formula, text in forms if formula]
    note = [_inner(step.note)] if step.note else []
    items = [f"#list({', '.join(_named(item) for item in step.items)})" for _ in step.items[:1]]
    words = _inner(f"{step.label} {told.notes(step.source)}")
    return f"[{' '.join([words, *formulas, *note, *items])}]"


def _named(item: Step) -> str:
    equation = _equation(item.numeric_typst, item.numeric_text)
    return f"[{_inner(item.label + ': ')}{equation}]"


def _equation(formula: str, text: str, *, is_block: bool = False) -> str:
    """Return a formula with its words for those who hear it read."""
    block = "block: true, " if is_block else ""
    return f"#math.equation({block}alt: {_quoted(text)}, ${formula}$)"


def _input(used: UsedInput) -> str:
    symbol = _equation(used.typst, used.symbol) if used.symbol else ""
    if used.is_of_list:
        return f"([{symbol}], {_words(used.label)})"
    made = (
        f" {_equation(used.made.typst, used.made.text)}" if used.made and used.made.is_told else ""
    )
    places = f" {_inner(used.from_where)}" if used.from_where else ""
    items = f" #list({', '.join(map(_item, used.items))})" if used.items else ""
    equals = " = " if symbol else ""
    return (
        f"([{symbol}{equals}{_inner(used.number)}], "
        f"[{_inner(used.label)}{_after(made)}{_after(places)}{items}])"
    )


def _after(told: str) -> str:
    return f"#linebreak(){told}" if told else ""


def _item(item: UsedItem) -> str:
    return f"[{_inner(item.label + ': ')}{'; '.join(map(_number, item.numbers))}]"


def _number(one: UsedNumber) -> str:
    symbol = _equation(one.typst, one.symbol)
    made = f"{_equation(one.made.typst, one.made.text)} = " if one.made and one.made.is_told else ""
    return f"{symbol} = {made}{_inner(one.number)}"


def _row(row: FactRow, told: Explanation) -> str:
    facts = [
        _words(f"{fact.label} {fact.text}: {fact.known} {told.notes(fact.source)}")
        for fact in row.facts
    ]
    words = f": {row.words}" if row.words else ""
    return f"[{_inner(row.where + words)} #list({', '.join(facts)})]"


def _words(words: str) -> str:
    return f"[{_inner(words)}]"


def _inner(words: str) -> str:
    return f"#{_quoted(words)};"


def _quoted(words: str) -> str:
    return typst_string("".join(c if c.isprintable() or c == "\u00a0" else " " for c in words))

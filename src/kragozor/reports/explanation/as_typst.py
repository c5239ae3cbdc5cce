"""An explanation as Typst source, to be included in a document; words are quoted, never markup."""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.instruments.formula import typst_string
from kragozor.reports.explanation.parts import heading, sections
from kragozor.reports.figures import Figure, Framework
from kragozor.reports.steps import Step, UsedInput


def typst(framework: Framework, figure: Figure, language: str) -> str:
    """Return the explanation of a figure as the source of a part of a document."""
    body = "\n".join(_body(framework, figure, language))
    return f"#[\n#set text(lang: {_quoted(language)})\n{body}\n]\n"


def _body(framework: Framework, figure: Figure, language: str) -> Iterator[str]:
    title, *rest = heading(framework, figure)
    yield f"#heading(level: 3, {_quoted(title)})"
    yield from (f"#par({_quoted(line)})" for line in rest)
    told = sections(figure, language)
    if told.steps:
        yield f"#heading(level: 4, {_quoted(told.steps_title)})"
        yield _call("enum", map(_step, told.steps))
    if told.inputs:
        yield f"#heading(level: 4, {_quoted(told.inputs_title)})"
        yield _call("terms", map(_input, told.inputs))


def _call(name: str, items: Iterator[str]) -> str:
    return f"#{name}(\n" + "".join(f"  {item},\n" for item in items) + ")"


def _step(step: Step) -> str:
    words = [f"#{_quoted(f'{step.label}. {step.source}')}"]
    formulas = [
        f"#math.equation(block: true, alt: {_quoted(text)}, ${formula}$)"
        for formula, text in (
            (step.typst, step.text),
            (step.numeric_typst, step.numeric_text),
        )
        if formula
    ]
    note = [f"#{_quoted(step.note)}"] if step.note else []
    return f"[{' '.join([*words, *formulas, *note])}]"


def _input(used: UsedInput) -> str:
    symbol = f"${used.typst}$ = " if used.symbol else ""
    rows = [line for line in (*(row.text for row in used.rows), *used.taken, used.more) if line]
    listed = f" #list({', '.join(map(_quoted, rows))})" if rows else ""
    return f"([{symbol}#{_quoted(used.number)}], [#{_quoted(used.label)}{listed}])"


def _quoted(words: str) -> str:
    return typst_string("".join(c if c.isprintable() else " " for c in words))

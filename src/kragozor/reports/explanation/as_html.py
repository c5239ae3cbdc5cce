"""An explanation as a fragment of HTML: formulas in MathML, every word escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kragozor.reports.explanation.parts import heading, sections
from kragozor.reports.figures import Figure, Framework
from kragozor.reports.steps import Step, UsedInput


def html(framework: Framework, figure: Figure, language: str) -> str:
    """Return the explanation of a figure as one ``section`` element."""
    name = escape(figure.id)
    return "\n".join(
        [
            f'<section class="explanation" lang="{escape(language)}" data-figure="{name}">',
            *_body(framework, figure, language),
            "</section>",
        ]
    )


def _body(framework: Framework, figure: Figure, language: str) -> Iterator[str]:
    title, *rest = heading(framework, figure)
    yield f"<h3>{escape(title)}</h3>"
    yield from (f"<p>{escape(line)}</p>" for line in rest)
    told = sections(figure, language)
    if told.steps:
        yield f"<h4>{escape(told.steps_title)}</h4>"
        yield f"<ol>{''.join(map(_step, told.steps))}</ol>"
    if told.inputs:
        yield f"<h4>{escape(told.inputs_title)}</h4>"
        yield f"<dl>{''.join(map(_input, told.inputs))}</dl>"


def _step(step: Step) -> str:
    formulas = "".join(
        f"<div>{mathml}</div>" for mathml in (step.mathml, step.numeric_mathml) if mathml
    )
    note = f"<p>{escape(step.note)}</p>" if step.note else ""
    source = f"<cite>{escape(step.source)}</cite>"
    return f"<li><p>{escape(step.label)}. {source}</p>{formulas}{note}</li>"


def _input(used: UsedInput) -> str:
    rows = [
        escape(line) for line in (*(row.text for row in used.rows), *used.taken, used.more) if line
    ]
    listed = f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>" if rows else ""
    symbol = f"{used.mathml} = " if used.symbol else ""
    return f"<dt>{symbol}{escape(used.number)}</dt><dd>{escape(used.label)}{listed}</dd>"

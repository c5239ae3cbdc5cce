"""The entrance: which figures are explained, and in which form."""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.instruments.compute import Computation
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.result import Assessment
from kragozor.reports.explanation.as_html import html
from kragozor.reports.explanation.as_text import text
from kragozor.reports.explanation.as_typst import typst
from kragozor.reports.explanation.computed import computed_figures
from kragozor.reports.figures import Figure, Framework, framework
from kragozor.words import Message

FORMS = {"text": text, "html": html, "typst": typst}


def explain(
    result: Assessment | Computation,
    figure: str = "",
    *,
    language: str = "bg",
    form: str = "text",
) -> str:
    """Return the chain of formulas behind a figure, with its numbers and where they come from.

    Parameters
    ----------
    result : Assessment or Computation
        What measuring or computing gave.
    figure : str
        Of an assessment the figure as ``indicator.value``, such as
        ``"mci.linear_flow_index"``; one indicator alone explains all its figures. Unless told:
        the headline. Of a computation the value by its name; unless told: all of them.
    language : {"bg", "en"}
        The language of words and numbers.
    form : {"text", "html", "typst"}
        Lines of text; a fragment of HTML with MathML; or the source of a part of a Typst
        document. What somebody declared is never read as markup.

    Returns
    -------
    str
        For each figure the formulas before it and its own, with symbols and with numbers,
        every symbol with its number and unit, and the rows that it rests on; where the figure
        is undefined, the reason. Of a product given part by part the same of each part.

    Raises
    ------
    InstrumentError
        No such figure was measured, or there is no such form.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> told = explain(assess(bottle()), "cti.circular_inflow", language="en")
    >>> print(told.splitlines()[6].replace("\\xa0", " "))
        CI = (18 × 0 + 12 × 1 + 3 × 0) / (18 + 12 + 3) = 36.4 %
    """
    if form not in FORMS:
        raise InstrumentError(Message("reports.explain.form", {"form": form, "forms": (*FORMS,)}))
    if isinstance(result, Computation):
        asked = computed_figures(result, figure, language)
    else:
        asked = _figures(result, figure or result.headline, language)
    return "\n".join(FORMS[form](of, one, language) for of, one in asked)


def _figures(result: Assessment, asked: str, language: str) -> Iterator[tuple[Framework, Figure]]:
    """Yield the figures that are asked for, each with its framework."""
    indicator_id, _, name = asked.partition(".")
    measured = {reading.indicator: reading for reading in result.readings}
    if indicator_id not in measured:
        told = {"id": indicator_id, "ids": (*measured,)}
        raise InstrumentError(Message("instruments.unknown-indicator", told))
    whole = framework(measured[indicator_id], result.inventory, language)
    if not name:
        yield from ((whole, figure) for figure in whole.figures)
        return
    found = [pair for pair in _every(whole) if pair[1].id == asked]
    if not found:
        told = {"figure": asked, "figures": tuple(figure.id for figure in whole.figures)}
        raise InstrumentError(Message("reports.explain.figure", told))
    yield from found


def _every(whole: Framework) -> Iterator[tuple[Framework, Figure]]:
    """Yield every figure of a framework and of the single things that it looks at."""
    yield from ((whole, figure) for figure in whole.figures)
    for table in whole.tables:
        for item in table.items:
            yield from _every(item)

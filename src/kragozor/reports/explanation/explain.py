"""The entrance: which figures are explained, and in which form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import starmap

from kragozor.instruments.compute import Computation
from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.result import Assessment
from kragozor.reports.explanation.as_html import html
from kragozor.reports.explanation.as_text import text
from kragozor.reports.explanation.as_typst import typst
from kragozor.reports.explanation.computed import NO_FACTS, computed_figures
from kragozor.reports.explanation.parts import Explained, Explanation
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
        For each figure the formulas before it and its own, with symbols and with numbers, and
        every symbol with its number and unit and how that was made of facts; where the figure
        is undefined, the reason. Of a product given part by part the same of each part. Then,
        once for all figures, the rows with every fact that was used, by which distribution it
        was drawn, and the sources as numbered notes.

    Raises
    ------
    InstrumentError
        No such figure was measured, or there is no such form.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> told = explain(assess(bottle()), "cti.circular_inflow", language="en")
    >>> print(told.splitlines()[7].replace("\\xa0", " "))
        CI = (18 × 0 + 12 × 1 + 3 × 0) / (18 + 12 + 3) = 36.4 %
    """
    if form not in FORMS:
        raise InstrumentError(Message("reports.explain.form", {"form": form, "forms": (*FORMS,)}))
    return FORMS[form](explanation(result, figure, language=language))


def explanation(
    result: Assessment | Computation, figure: str = "", *, language: str = "bg"
) -> Explanation:
    """Return what :func:`explain` tells as data, before it takes any form.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> told = explanation(assess(bottle()), "mci.mci", language="en")
    >>> [row.name for row in told.rows][:3], len(told.sources)
    (['PET', 'rPET', 'PP'], 8)
    """
    if isinstance(result, Computation):
        pairs = computed_figures(result, figure, language)
        return Explanation(language, tuple(starmap(Explained, pairs)), NO_FACTS)
    pairs = _figures(result, figure or result.headline, language)
    figures = tuple(starmap(Explained, pairs))
    return Explanation(language, figures, result.inventory, result.sample)


def _figures(result: Assessment, asked: str, language: str) -> Iterator[tuple[Framework, Figure]]:
    """Yield the figures that are asked for, each with its framework and those of its parts."""
    indicator_id, _, name = asked.partition(".")
    measured = {reading.indicator: reading for reading in result.readings}
    if indicator_id not in measured:
        told = {"id": indicator_id, "ids": (*measured,)}
        raise InstrumentError(Message("instruments.unknown-indicator", told))
    whole = framework(measured[indicator_id], result.inventory, language)
    every = list(_every(whole))
    own = [pair for pair in every if pair[0] is whole]
    found = own if not name else [pair for pair in every if pair[1].id == asked]
    if not found:
        told = {"figure": asked, "figures": tuple(figure.id for figure in whole.figures)}
        raise InstrumentError(Message("reports.explain.figure", told))
    parts = [pair for pair in found if _has_parts(pair[1])]
    of_parts = (pair for one in parts for pair in _of_parts(*one, every))
    yield from {figure.id: (of, figure) for of, figure in (*found, *of_parts)}.values()


def _every(whole: Framework) -> Iterator[tuple[Framework, Figure]]:
    """Yield every figure of a framework and of the single things that it looks at."""
    yield from ((whole, figure) for figure in whole.figures)
    for table in whole.tables:
        for item in table.items:
            yield from _every(item)


def _has_parts(figure: Figure) -> bool:
    return figure.working is not None and any(one.name == "parts" for one in figure.working.inputs)


def _of_parts(
    whole: Framework, figure: Figure, every: Iterable[tuple[Framework, Figure]]
) -> Iterator[tuple[Framework, Figure]]:
    """Yield the figures of the parts that a figure of the whole is summed from."""
    names = {step.name for step in figure.working.steps} if figure.working else set()
    for of, one in every:
        if of.id == whole.id and one.name in names and not _has_parts(one) and of is not whole:
            yield of, one

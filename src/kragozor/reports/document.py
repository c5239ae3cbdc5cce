"""What the PDF is typeset from: plain data, every text of it printable in Sofia Sans."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from textwrap import shorten
from typing import Any

from kragozor import __version__
from kragozor.instruments.inventory import Inventory
from kragozor.reports.figures import Figure, Framework, by_reason
from kragozor.reports.items import ItemTable
from kragozor.reports.made import MadeOf
from kragozor.reports.pictures import Picture
from kragozor.reports.printable import Markup, printable
from kragozor.reports.rows import UsedRow, every_row, hidden_rows
from kragozor.reports.steps import UsedInput
from kragozor.reports.view import AssessmentView
from kragozor.words import Message, entry, room_entries, say
from kragozor.words.numbers import DASH, date_text

FACTS_SHOWN = 18
ITEMS_WORKED = 6
SOURCE_LENGTH = 110
WIDE_FORMULA = 70

Data = dict[str, Any]


def document_data(
    view: AssessmentView,
    inventory: Inventory,
    pictures: Mapping[str, Picture],
    *,
    measured_at: dt.date | None,
    made_by: str,
) -> Data:
    """Return everything that stands in the document, by its parts."""
    language = view.language
    speaking = [one for one in view.frameworks if not one.silence]
    data = {
        "language": language,
        "labels": {name: entry(f"reports.document.{name}", language) for name in _labels()},
        "author": made_by or entry("reports.document.brand", language),
        "date": measured_at and [measured_at.year, measured_at.month, measured_at.day],
        "made": _made(measured_at, made_by, language),
        **_first_page(view),
        "pictures": {
            name: {"svg": _typesettable(picture.svg), "text": picture.text}
            for name, picture in pictures.items()
        },
        "frameworks": [_framework(one, language) for one in speaking],
        "silent": [[one.title, one.silence] for one in view.frameworks if one.silence],
        "influences_method": view.influences_method,
        "contributions": [
            [f"{one.label} ({one.where})", one.share_text, one.interval]
            for one in view.contributions
        ],
        "contributions_method": view.contributions_method,
        "inputs": _inputs(speaking),
        "quality_sentence": view.quality.sentence,
        "balance": _balance(view),
        "warnings": view.warnings,
        **_facts(every_row(inventory, language), language),
        "method": _method(view),
    }
    return {name: printable(part) for name, part in data.items()}


def _labels() -> Iterable[str]:
    return tuple(room_entries("reports")["document"])


def _told(label: str, language: str, /, **values: object) -> str:
    return say(Message(f"reports.document.{label}", values), language)


def _made(measured_at: dt.date | None, made_by: str, language: str) -> list[str]:
    parts = []
    if measured_at:
        parts.append(_told("measured-at", language, date=date_text(measured_at, language)))
    if made_by:
        parts.append(_told("made-by", language, name=made_by))
    return parts


def _first_page(view: AssessmentView) -> Data:
    unit, headline = view.functional_unit, view.headline
    return {
        "title": view.title,
        "subtitle": " · ".join((view.period, view.kind, view.pillar)),
        "unit": _told("functional-unit", view.language, unit=unit) if unit else "",
        "headline": {
            "name": headline.name,
            "framework": headline.framework,
            "interval": headline.figure.interval_text,
            "statement": headline.statement,
        },
        "rests_on": view.rests_on,
        "steps": [[step.label, step.gain_text] for step in view.next_steps.steps],
        "together": view.next_steps.together,
    }


def _typesettable(svg: str) -> Markup:
    """Return a picture whose font weights are whole hundreds: Typst takes others for 400."""
    return Markup(re.sub(r'font-weight="(\d)(\d\d)"', _whole_weight, svg))


def _whole_weight(match: re.Match[str]) -> str:
    hundreds = int(match[1]) + (match[2] >= "50")
    return f'font-weight="{hundreds}00"'


def _framework(framework: Framework, language: str) -> Data:
    return {
        "title": framework.title,
        "source": framework.source,
        "figures": [
            {
                "label": figure.label,
                "mandatory": figure.mandatory_text,
                "value": figure.value_text,
                "tag": figure.tag,
                "tone": figure.tone,
                "clause": _short(figure.clause),
                "below": [*_told_interval(figure), *(one.text for one in figure.beside)],
            }
            for figure in framework.defined
        ],
        "undefined": [
            ["; ".join(labels), reason] for labels, reason in by_reason(framework.undefined)
        ],
        "workings": _workings(framework),
        "tables": [_table(table, language) for table in framework.tables],
    }


def _told_interval(figure: Figure) -> list[str]:
    return [figure.interval_text] if figure.interval_text else []


def _workings(framework: Framework, heads: Mapping[str, str] | None = None) -> list[Data]:
    """Return the workings, those that are wide last, each by its label or by its head."""
    workings = [
        {**_working(figure), "label": (heads or {}).get(figure.name, figure.label)}
        for figure in framework.defined
        if figure.working
    ]
    return sorted(workings, key=itemgetter("is_wide"))


def _table(table: ItemTable, language: str) -> Data:
    """Return the items in lines, and the workings of the first of them."""
    more = len(table.items) - ITEMS_WORKED
    heads = dict(zip(table.names, table.heads, strict=True))
    return {
        "title": table.title,
        "heads": [entry("reports.document.item", language), *table.heads],
        "rows": [[item.label, *(one.value_text for one in row)] for item, row in table.rows],
        "workings": [[item.label, _workings(item, heads)] for item in table.items[:ITEMS_WORKED]],
        "more": _told("items-more", language, count=more) if more > 0 else "",
    }


def _short(clause: str) -> str:
    """Return the clause alone: the framework stands in the heading of the table."""
    return re.split(r"[,:(]", clause.partition(", ")[2])[0].strip()


def _working(figure: Figure) -> Data:
    assert figure.working is not None
    step = figure.working.own
    forms = [(step.typst, step.text)]
    if step.numbers:
        forms.append((step.numeric_typst, step.numeric_text))
    return {
        "label": figure.label,
        "note": step.note,
        "is_wide": max(len(text) for _, text in forms) > WIDE_FORMULA,
        "forms": [{"formula": Markup(formula), "text": text} for formula, text in forms],
    }


def _inputs(frameworks: Sequence[Framework]) -> list[Data]:
    """Return the inputs that rest on rows: one line for the same sum of the same rows.

    Beside each symbol stands the framework that calls the sum so.
    """
    lines: list[Data] = []
    for framework in frameworks:
        for used in _used(framework):
            symbol = {"formula": Markup(used.typst), "text": used.symbol}
            symbols = _line(lines, used, framework.short)["symbols"]
            symbols.append({**symbol, "framework": framework.short})
    return lines


def _line(lines: list[Data], used: UsedInput, framework: str) -> Data:
    """Return the line of the same number and rows that the framework is not on, or a new one."""
    words = [used.label, used.number, used.places]
    for line in lines:
        others = {symbol["framework"] for symbol in line["symbols"]}
        if line["words"][1:] == words[1:] and framework not in others:
            return line
    lines.append({"words": words, "symbols": [], "made": _of_facts(used.made)})
    return lines[-1]


def _of_facts(made: MadeOf | None) -> Data | None:
    """Return how the facts give the number; None where it is a fact itself, or of none."""
    return {"formula": Markup(made.typst), "text": made.text} if made and made.is_told else None


def _used(framework: Framework) -> Iterable[UsedInput]:
    used = {
        one.name: one
        for figure in framework.defined
        if figure.working
        for one in figure.working.inputs
    }
    return (one for one in used.values() if one.places and one.symbol)


def _balance(view: AssessmentView) -> Data:
    balance = view.balance
    return {
        "closes": balance.closes,
        "verdict": balance.verdict,
        "advice": balance.advice,
        "sides": {
            "inflow": balance.inflow,
            "outflow": balance.outflow,
            "stock-change": balance.stock_change,
            "gap": f"{balance.gap} ({balance.gap_share})",
        },
    }


def _facts(rows: Sequence[UsedRow], language: str) -> Data:
    """Return the heaviest rows with the number of their source, and each source once."""
    shown = _heaviest(rows)
    sources = {row.source: "" for row in shown if row.source}
    numbers = {source: str(number) for number, source in enumerate(sources, start=1)}
    return {
        "facts": [
            [
                row.where,
                ", ".join(filter(None, (row.name, row.what))),
                row.grade,
                numbers.get(row.source, DASH),
            ]
            for row in shown
        ],
        "facts_more": hidden_rows(len(rows) - len(shown), language),
        "sources": [shorten(source, SOURCE_LENGTH, placeholder=" …") for source in sources],
    }


def _heaviest(rows: Sequence[UsedRow]) -> list[UsedRow]:
    """Return the single facts and the heaviest rows, in the order of the inventory."""
    chosen = sorted(rows, key=lambda row: (row.place.row is not None, -row.amount))
    kept = {row.place for row in chosen[:FACTS_SHOWN]}
    return [row for row in rows if row.place in kept]


def _method(view: AssessmentView) -> list[str]:
    versions = _told("method-version", view.language, method=view.method, version=__version__)
    return [versions, view.next_steps.method]

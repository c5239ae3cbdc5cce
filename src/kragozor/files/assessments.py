"""A measured inventory as JSON and back, complete enough to be shown again without measuring.

Reasons and assumptions are kept as a key with its values, so that they can be said in any
language; beside them stands ``text``, the same in Bulgarian and English, for other readers.
Places are paths into ``inventory``, counted from 0 as in every JSON path: ``inflows[3].mass``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from kragozor.files.facts import facts, inventory_read
from kragozor.files.json_format import path_spot
from kragozor.files.problems import refusal
from kragozor.instruments.inventory import Grade, Place
from kragozor.instruments.parameters import Parameter, parameter_of
from kragozor.instruments.result import (
    Assessment,
    Balance,
    Contribution,
    Influence,
    Input,
    NextStep,
    Reading,
    Reference,
    Value,
)
from kragozor.instruments.uncertainty.sample import Sample
from kragozor.instruments.uncertainty.summary import Summary
from kragozor.words import LANGUAGES, Message, say

FORMAT = "kragozor-assessment"
VERSION = 1

Facts = dict[str, Any]


def assessment_facts(assessment: Assessment) -> Facts:
    """Return everything that measuring gave, as plain data for JSON.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> written = assessment_facts(assess(bottle()))
    >>> written["headline"], written["balance"]["closes"]
    ('mci.mci', True)
    """
    return {
        "format": FORMAT,
        "version": VERSION,
        "method": assessment.method,
        "headline": assessment.headline,
        "readings": [reading_facts(reading) for reading in assessment.readings],
        "balance": _balance_facts(assessment.balance),
        "grades": _grade_facts(assessment.grades),
        "influences": [_influence_facts(item) for item in assessment.influences],
        "next_steps": [
            {"label": message_facts(step.label), "gain": step.gain}
            for step in assessment.next_steps
        ],
        "next_steps_together": assessment.next_steps_together,
        **({"sample": asdict(assessment.sample)} if assessment.sample else {}),
        **_contributions_facts(assessment.contributions),
        "inventory": facts(assessment.inventory),
    }


def assessment_read(written: Mapping[str, Any]) -> Assessment:
    """Return the assessment that :func:`assessment_facts` wrote, exactly.

    Raises
    ------
    FileRefused
        Where the data are not an assessment of this version.
    """
    if written.get("format") != FORMAT:
        raise refusal("json.format", found=written.get("format"), expected=FORMAT)
    if written.get("version") != VERSION:
        raise refusal("json.version", found=written.get("version"), expected=VERSION)
    balance = written["balance"]
    return Assessment(
        inventory=inventory_read(written["inventory"]),
        method=written["method"],
        readings=tuple(_reading(item) for item in written["readings"]),
        headline=written["headline"],
        balance=Balance(**{name: balance[name] for name in _DECLARED_OF_BALANCE}),
        grades=_grades(written["grades"]),
        influences=tuple(_influence(item) for item in written["influences"]),
        next_steps=tuple(
            NextStep(message_read(step["label"]), step["gain"]) for step in written["next_steps"]
        ),
        next_steps_together=written["next_steps_together"],
        sample=Sample(**written["sample"]) if "sample" in written else None,
        contributions=tuple(_contribution(item) for item in written.get("contributions", ())),
    )


def assessment_text(assessment: Assessment) -> str:
    """Return an assessment as the text of a JSON file."""
    return json.dumps(assessment_facts(assessment), ensure_ascii=False, indent=1) + "\n"


def assessment_from_text(text: str) -> Assessment:
    """Return the assessment that a JSON file holds."""
    return assessment_read(json.loads(text))


def message_facts(message: Message) -> Facts:
    """Return a message as a key with its values, and what it says in each language."""
    text = {language: say(message, language) for language in LANGUAGES}
    return {"text": text, **_keyed(message)}


def message_read(written: Mapping[str, Any]) -> Message:
    """Return the message of a key and its values."""
    values = {name: _spoken(value) for name, value in written["values"].items()}
    return Message(written["key"], values)


def place_path(place: Place) -> str:
    """Return the path of a place, its row counted from 0.

    Examples
    --------
    >>> place_path(Place("inflows", 1, "mass")), place_path(Place("use"))
    ('inflows[0].mass', 'use')
    """
    return path_spot(place).cell


def place_read(path: str) -> Place:
    """Return the place of a path.

    Examples
    --------
    >>> place_read("inflows[0].mass")
    Place(section='inflows', row=1, name='mass')
    """
    match = re.fullmatch(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+))?", path)
    if match is None:
        raise ValueError(f"{path!r} names no place in an inventory")
    section, row, name = match.groups()
    return Place(section, int(row) + 1 if row else None, name or "")


def _keyed(message: Message) -> Facts:
    values = {name: _plain(value) for name, value in message.values.items()}
    return {"key": message.key, "values": values}


def _plain(value: object) -> Any:
    if isinstance(value, Message):
        return _keyed(value)
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value


def _spoken(value: Any) -> Any:
    if isinstance(value, Mapping):
        return message_read(value)
    return tuple(_spoken(item) for item in value) if isinstance(value, list) else value


def reading_facts(reading: Reading) -> Facts:
    """Return what one framework read, as plain data for JSON."""
    items = [{"label": item.label, **reading_facts(item)} for item in reading.items]
    return {
        "indicator": reading.indicator,
        "version": reading.version,
        "inputs": {name: _input_facts(item) for name, item in reading.inputs.items()},
        "values": {name: _value_facts(item) for name, item in reading.values.items()},
        "warnings": [message_facts(warning) for warning in reading.warnings],
        **_references_facts(reading.references),
        **({"items": items} if items else {}),
    }


def _reading(written: Mapping[str, Any]) -> Reading:
    return Reading(
        indicator=written["indicator"],
        version=written["version"],
        inputs={name: _input(name, item) for name, item in written["inputs"].items()},
        values={name: _value(name, item) for name, item in written["values"].items()},
        warnings=tuple(message_read(warning) for warning in written["warnings"]),
        references=tuple(_reference(item) for item in written.get("references", ())),
        label=written.get("label", ""),
        items=tuple(_reading(item) for item in written.get("items", ())),
    )


def _references_facts(references: tuple[Reference, ...]) -> Facts:
    """Return the published figures beside a reading; nothing where there are none."""
    written = [
        {**vars(one), "label": message_facts(one.label), "origin": message_facts(one.origin)}
        for one in references
    ]
    return {"references": written} if written else {}


def _reference(written: Mapping[str, Any]) -> Reference:
    told = {name: message_read(written[name]) for name in ("label", "origin")}
    return Reference(beside=written["beside"], value=written["value"], **told)


def _input_facts(item: Input) -> Facts:
    rows = item.value
    value = [dict(row) for row in rows] if isinstance(rows, tuple) else rows
    facts: Facts = {"value": value, "places": [place_path(place) for place in item.places]}
    if item.whole:
        facts["whole"] = [place_path(place) for place in item.whole]
    if item.parameters:
        facts["parameters"] = [asdict(one) for one in item.parameters]
    return facts


def _input(name: str, written: Mapping[str, Any]) -> Input:
    value = written["value"]
    places = tuple(place_read(place) for place in written["places"])
    whole = tuple(place_read(place) for place in written.get("whole", ()))
    parameters = _parameters(written.get("parameters", ()))
    content = tuple(value) if isinstance(value, list) else value
    return Input(name, content, places, whole, parameters)


def _parameters(written: Sequence[Mapping[str, Any]]) -> tuple[Parameter, ...]:
    return tuple(parameter_of(one) for one in written)


def _value_facts(item: Value) -> Facts:
    written: Facts = {"value": item.value}
    if item.undefined is not None:
        written["undefined"] = message_facts(item.undefined)
    if item.unclamped is not None:
        written["unclamped"] = item.unclamped
    if item.uncertainty is not None:
        written["uncertainty"] = asdict(item.uncertainty)
    if item.doubtful:
        written["doubtful"] = [asdict(one) for one in item.doubtful]
    return {**written, "grades": _grade_facts(item.grades)}


def _value(name: str, written: Mapping[str, Any]) -> Value:
    return Value(
        name=name,
        value=written["value"],
        undefined=message_read(written["undefined"]) if "undefined" in written else None,
        unclamped=written.get("unclamped"),
        grades=_grades(written["grades"]),
        uncertainty=Summary(**written["uncertainty"]) if "uncertainty" in written else None,
        doubtful=_parameters(written.get("doubtful", ())),
    )


_DECLARED_OF_BALANCE = ("inflow", "outflow", "stock_change", "tolerance")


def _balance_facts(balance: Balance) -> Facts:
    names = (*_DECLARED_OF_BALANCE, "gap", "relative_gap", "closes")
    return {name: getattr(balance, name) for name in names}


def _influence_facts(item: Influence) -> Facts:
    return {**vars(item), "place": place_path(item.place)}


def _influence(written: Mapping[str, Any]) -> Influence:
    return Influence(**{**written, "place": place_read(written["place"])})


def _contributions_facts(contributions: tuple[Contribution, ...]) -> Facts:
    """Return what the uncertainty comes from; nothing where nothing is uncertain."""
    written = [{**vars(item), "place": place_path(item.place)} for item in contributions]
    return {"contributions": written} if written else {}


def _contribution(written: Mapping[str, Any]) -> Contribution:
    return Contribution(**{**written, "place": place_read(written["place"])})


def _grade_facts(grades: Mapping[Grade, float]) -> dict[str, float]:
    return {grade.value: share for grade, share in grades.items()}


def _grades(written: Mapping[str, float]) -> dict[Grade, float]:
    return {Grade(name): share for name, share in written.items()}

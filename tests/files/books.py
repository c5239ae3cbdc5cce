"""Workbooks for tests: a filled template, changed as a user would change it in a spreadsheet."""

import io
import zipfile
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

import openpyxl

from kragozor.files.fields import section
from kragozor.files.problems import FileRefused
from kragozor.files.reading import read_inventory
from kragozor.files.workbook import template
from kragozor.instruments.inventory import Destination, Inventory, Origin
from kragozor.words import entry
from tests.inventories import inflow, inventory, outflow

SHEETS = {
    "bg": {"subject": "Предмет", "inflows": "Вход", "outflows": "Изход"}
    | {"energy": "Енергия", "water": "Вода", "guide": "Указания"}
    | {"packaging": "Опаковки", "impacts": "Въздействия"},
    "en": {"subject": "Subject", "inflows": "Inflows", "outflows": "Outflows"}
    | {"energy": "Energy", "water": "Water", "guide": "Guide"}
    | {"packaging": "Packaging", "impacts": "Impacts"},
}
# Where the template puts things: the headings, and the first row of data.
HEADINGS, FIRST = 4, 7

SWEATER = inventory(
    inflow(60, Origin.RENEWABLE_MANAGED, material="вълна"),
    inflow(40, Origin.VIRGIN, material="полиестер"),
    outflow(70, Destination.LANDFILL),
    outflow(30, Destination.RECYCLE),
)


@cache
def workbook_of(whole: Inventory = SWEATER, language: str = "bg") -> bytes:
    """An inventory as a workbook, written once for all tests."""
    return template.workbook_of(whole, language)


@cache
def empty(language: str = "bg", pillar: str = "textiles") -> bytes:
    """The template as it is downloaded."""
    return template.workbook_template(pillar, language)


def heading(path: str, language: str = "bg") -> str:
    """The heading of a field, such as that of ``inflows.mass``, as the template words it."""
    name, _, key = path.partition(".")
    return section(name).field(key).heading(language)


def label(path: str, language: str = "bg") -> str:
    """The label of a line of the form."""
    name, _, key = path.partition(".")
    return section(name).field(key).labels[language]


def offered(choices: type[StrEnum], language: str = "bg") -> str:
    """The choices as a refusal lists them."""
    words = (entry(f"choices.{choices.__name__}.{each.value}", language) for each in choices)
    marks = ("„", "“") if language == "bg" else ("“", "”")
    return ", ".join(word.join(marks) for word in words)


def changed(data: bytes, change: Callable[[Any], object]) -> bytes:
    """The workbook after somebody opened it, changed it and saved it."""
    book = openpyxl.load_workbook(io.BytesIO(data), rich_text=True)
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def filled(cells: Mapping[str, object], language: str = "bg", whole: Inventory = SWEATER) -> bytes:
    """A filled template with some cells overwritten, such as ``{"inflows!B7": "x"}``."""

    def fill(book: Any) -> None:
        for address, value in cells.items():
            section, _, cell = address.partition("!")
            book[SHEETS[language][section]][cell] = value

    return changed(workbook_of(whole, language), fill)


def refused(data: bytes) -> FileRefused:
    """The refusal of a file that must be refused."""
    try:
        read_inventory(data)
    except FileRefused as refusal:
        return refusal
    raise AssertionError("the file was taken")


def lines(data: bytes, language: str = "bg") -> list[str]:
    """What the reader says about a file that it refuses."""
    return refused(data).lines(language)


def repacked(
    data: bytes,
    replace: Mapping[str, bytes] | None = None,
    add: Mapping[str, bytes] | None = None,
    method: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """The package with parts replaced or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", method) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, (replace or {}).get(entry.filename, old.read(entry)))
        for name, content in (add or {}).items():
            new.writestr(name, content)
    return stream.getvalue()


def part(data: bytes, name: str) -> bytes:
    """One part of the package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)

"""The parameters of the Circular Footprint Formula, read from a workbook laid out as PEF Annex C.

Such a workbook has a row for each material and application, and a column for each parameter; the
recycling output rate has a column for each country. Sheets, rows and columns are found by what
they are headed, in whatever order they stand, and the sheets that hold no parameters are passed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from openpyxl.utils import get_column_letter

from kragozor.files.limits import MAX_ROWS
from kragozor.files.numerals import number_from_text
from kragozor.files.problems import FileRefused, Problem, Spot, refusal, shown
from kragozor.files.sheets import sheets
from kragozor.files.workbook.grid import Grid
from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.parameters import EUROPE, Name, Parameter, ParameterTable, Status
from kragozor.words import Message
from kragozor.words.latin import latin

_HEAD_DEPTH = 40

# How a column may be headed; what follows the symbol says for where, or explains.
_MATERIAL = re.compile(r"(material|материал)", re.IGNORECASE)
_APPLICATION = re.compile(r"(application|приложение|use\b|употреба)", re.IGNORECASE)
_HEADINGS: tuple[tuple[re.Pattern[str], tuple[Name, ...]], ...] = tuple(
    (re.compile(rf"({pattern})(?![a-z0-9])", re.IGNORECASE), names)
    for pattern, names in (
        (r"a|allocation factor|фактор a", (Name.ALLOCATION_FACTOR,)),
        (r"b", (Name.ENERGY_ALLOCATION_FACTOR,)),
        (r"r[ _]?1|recycled content", (Name.RECYCLED_CONTENT,)),
        (r"r[ _]?2|recycling output rate", (Name.RECYCLING_OUTPUT_RATE,)),
        (r"r[ _]?3|energy recovery rate", (Name.ENERGY_RECOVERY_RATE,)),
        (r"q[ _]?s[ _,]*in ?/ ?q[ _]?p", (Name.QUALITY_RATIO_IN,)),
        (r"q[ _]?s[ _,]*out ?/ ?q[ _]?p", (Name.QUALITY_RATIO_OUT,)),
        (r"q[ _]?s ?/ ?q[ _]?p", (Name.QUALITY_RATIO_IN, Name.QUALITY_RATIO_OUT)),
        (r"lhv|lower heating value", (Name.LOWER_HEATING_VALUE,)),
        (r"x[ _]?(er)?[ _,]*heat", (Name.HEAT_EFFICIENCY,)),
        (r"x[ _]?(er)?[ _,]*elec\w*", (Name.ELECTRICITY_EFFICIENCY,)),
    )
)
# A country in a heading of its own, „BG“, or after the symbol, „R2 (BG)“; „EU“ with its number.
_COUNTRIES = (
    "AT BE BG CH CY CZ DE DK EE EL ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE "
    "SI SK TR UK"
)
_PLACE = re.compile(
    rf"\b(?:(EU)[- ]?(?:\d{{2}}(?:_\d{{4}})?)?(?:[+]\w+)*|({_COUNTRIES.replace(' ', '|')}))\b"
)
# What stands in a cell that has no value, or for the material in no application of its own.
_NOTHING = {"", "-", "–", "—", "n/a", "n.a.", "na", "n.d."}
_ITSELF = {"", "material", "материал"}
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def read_cff_spreadsheet(
    source: bytes | str | Path | BinaryIO, *, origin: str = "PEF Annex C"
) -> ParameterTable:
    """Return the parameters that a workbook or CSV file holds.

    Parameters
    ----------
    source
        The file: its content as bytes, a path, or an open binary file.
    origin : str
        What the file is, with its version; the source of every value, before sheet and row.

    Raises
    ------
    FileRefused
        No sheet has columns of materials and parameters, or with one problem for each value
        that is no number, lies outside the domain of its parameter or is given twice.

    Examples
    --------
    >>> annex = "Material;Application;A;R2 EU;BG\\nPET;bottle;0,5;0,42;0,3\\n"
    >>> table = read_cff_spreadsheet(annex.encode())
    >>> table.lookup("pet-bottle", "recycling_output_rate", "BG").value
    0.3
    """
    table, problems = cff_spreadsheet_values(source, origin=origin)
    if problems:
        raise FileRefused(problems)
    return table


def cff_spreadsheet_values(
    source: bytes | str | Path | BinaryIO, *, origin: str = "PEF Annex C"
) -> tuple[ParameterTable, list[Problem]]:
    """Return the parameters that could be read, and what is wrong with the others.

    Raises
    ------
    FileRefused
        No sheet has columns of materials and parameters, or they hold nothing at all.
    """
    found = [sheet for grid in sheets(source) if (sheet := _sheet(grid))]
    if not found:
        raise refusal("parameters.no_columns")
    reading = _Reading(origin)
    for sheet in found:
        reading.read(sheet)
    if not (reading.rows or reading.problems):
        raise refusal("parameters.none")
    return ParameterTable(tuple(reading.rows.values())), reading.problems


@dataclass(frozen=True)
class _Column:
    """A column of values: which parameters they are of, and where they hold."""

    names: tuple[Name, ...]
    geography: str


@dataclass(frozen=True)
class _Sheet:
    """A sheet of parameters: the row of its headings, and what its columns are."""

    grid: Grid
    head: int
    material: int
    application: int | None
    columns: Mapping[int, _Column]

    def rows(self) -> Iterator[tuple[int, str]]:
        """Yield each row with its material, which if merged holds for the rows below as well."""
        material = ""
        for number in sorted(n for n in self.grid.cells if n > self.head):
            material = self._text(number, self.material) or material
            application = self._text(number, self.application) if self.application else ""
            is_itself = application.casefold() in _ITSELF
            yield number, material if is_itself else f"{material}, {application}"

    def spot(self, row: int, column: int) -> Spot:
        """Return where a cell stands."""
        heading = self.grid.text(self.head, column).strip()
        return Spot(self.grid.title, row, heading, f"{get_column_letter(column)}{row}")

    def _text(self, row: int, column: int) -> str:
        return " ".join(self.grid.text(row, column).split())


def _sheet(grid: Grid) -> _Sheet | None:
    """Return what the columns of a sheet are; None where it holds no parameters."""
    for number in sorted(grid.cells)[:_HEAD_DEPTH]:
        heads = {column: grid.text(number, column).strip() for column in grid.cells[number]}
        materials = [column for column, text in heads.items() if _MATERIAL.match(text)]
        columns = dict(_columns(heads))
        if materials and columns:
            if grid.is_cut:
                raise refusal("sheet.too_many_rows", limit=MAX_ROWS)
            applied = [column for column, text in heads.items() if _APPLICATION.match(text)]
            return _Sheet(grid, number, materials[0], next(iter(applied), None), columns)
    return None


def _columns(heads: Mapping[int, str]) -> Iterator[tuple[int, _Column]]:
    """Yield the columns of values; a country alone is of the parameter before it."""
    names: tuple[Name, ...] = ()
    for column, text in sorted(heads.items()):
        found = next(((m, n) for pattern, n in _HEADINGS if (m := pattern.match(text))), None)
        if found:
            names = found[1]
            yield column, _Column(names, _place(text[found[0].end() :]) or EUROPE)
        elif names and _PLACE.fullmatch(text):
            yield column, _Column(names, _place(text))


def _place(text: str) -> str:
    match = _PLACE.search(text)
    return (match[1] or match[2]) if match else ""


@dataclass
class _Reading:
    """The values that have been read, and what is wrong with the others."""

    origin: str
    rows: dict[tuple[str, Name, str], Parameter] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def read(self, sheet: _Sheet) -> None:
        """Read every value of a sheet."""
        for row, material in sheet.rows():
            for number, column in sheet.columns.items():
                raw = sheet.grid.value(row, number)
                if material and not _is_nothing(raw):
                    self._value(material, column, raw, sheet.spot(row, number))

    def _value(self, material: str, column: _Column, raw: object, spot: Spot) -> None:
        try:
            value = _number(raw)
        except ValueError:
            expected = Message("files.expected.number")
            self.problems.append(Problem(Message("files.value.other"), spot, shown(raw), expected))
            return
        for name in column.names:
            self._add(material, name, column.geography, value, spot)

    def _add(self, material: str, name: Name, geography: str, value: float, spot: Spot) -> None:
        try:
            made = Parameter(
                material=material_key(material),
                name_bg=material,
                name_en=material,
                parameter=name,
                value=value,
                geography=geography,
                source=f"{self.origin}, {spot.sheet}, {spot.cell}",
                status=Status.SOURCED,
            )
        except OutOfRange as error:
            bound = cast("Message", error.messages[0].values["bound"])
            told = Message("files.value.other")
            self.problems.append(Problem(told, spot, shown(value), bound))
            return
        before = self.rows.setdefault(made.key, made)
        if before.value != value:
            self.problems.append(Problem(Message("files.parameters.repeated"), spot, value))


def _is_nothing(raw: object) -> bool:
    return raw is None or str(raw).strip().casefold() in _NOTHING


def _number(raw: object) -> float:
    """Return the number of a cell; of a text with a percent sign its hundredth."""
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return float(raw)
    text = str(raw).strip()
    return number_from_text(text.rstrip("% ")) / (100 if text.endswith("%") else 1)


def material_key(name: str) -> str:
    """Return a short key for a material, made of the letters of its name.

    Examples
    --------
    >>> material_key("PET, бутилки")
    'pet-butilki'
    """
    return _NOT_A_LETTER.sub("-", latin(name).casefold()).strip("-")

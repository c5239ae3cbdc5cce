"""Write the subject sheet: a form of one line a fact, with help and an example beside."""

from __future__ import annotations

from typing import Any

from kragozor.files.aspects import ASPECTS
from kragozor.files.fields import Field, Section, section
from kragozor.files.offer import rows_of, section_of_rows, sections_asked
from kragozor.files.suggestions import example
from kragozor.files.workbook.cells import write_text, write_value
from kragozor.files.workbook.columns import FORM_SHEET
from kragozor.files.workbook.facts_in_cells import aspect_value
from kragozor.files.workbook.form import KEY as KEY_HEADING
from kragozor.files.workbook.lists import Lists
from kragozor.files.workbook.styles import (
    ANSWER,
    BLOCKED,
    HEADINGS,
    KEY,
    REMARK,
    SECTION,
    SUBTITLE,
    TITLE,
    example_look,
    number_format,
    two_lines,
)
from kragozor.instruments.inventory import Inventory, Quantity
from kragozor.words import LANGUAGES, entry

HEADING_ROW = 4
# The parts of a line, each with the width of its column.
_WIDTHS = {
    KEY_HEADING: 3,
    "label": 36,
    "value": 30,
    "unit": 12,
    "grade": 15,
    "source": 34,
    "help": 52,
    "example": 30,
    "distribution": 28,
}
PARTS = tuple(_WIDTHS)
_UNIT, _HELP, _EXAMPLE = 4, 7, 8


def write_form(sheet: Any, lists: Lists, inventory: Inventory | None) -> None:
    """Write the form, with the facts of an inventory where there is one."""
    _write_head(sheet, lists.language)
    row = HEADING_ROW
    for declared in sections_asked(lists.pillar, inventory):
        if not declared.many:
            row = _write_section(sheet, row, declared, lists, inventory)
    sheet.freeze_panes = sheet.cell(HEADING_ROW + 1, 3)
    sheet.print_area = f"B1:H{row}"


def _write_head(sheet: Any, language: str) -> None:
    declared = section(FORM_SHEET)
    for row, text, look, height in (
        (1, declared.labels[language], TITLE, 32),
        (2, declared.help[language], SUBTITLE, 22),
    ):
        write_text(sheet.cell(row, 2), text)
        look.dress(sheet.cell(row, 2))
        sheet.row_dimensions[row].height = height
    for index, (part, width) in enumerate(_WIDTHS.items(), start=1):
        _write_heading(sheet, index, part, width, language)
    sheet.row_dimensions[HEADING_ROW].height = 34


def _write_heading(sheet: Any, index: int, part: str, width: int, language: str) -> None:
    cell = sheet.cell(HEADING_ROW, index)
    dimension = sheet.column_dimensions[cell.column_letter]
    dimension.width = width
    if part == KEY_HEADING:
        dimension.hidden = True
        write_text(cell, part)
        return
    is_detail = part == "distribution"
    if is_detail:
        dimension.outlineLevel, dimension.hidden = 1, True
    look = HEADINGS["detail" if is_detail else "optional"]
    room = "aspect" if part in {aspect.name for aspect in ASPECTS} else "form"
    other = next(each for each in LANGUAGES if each != language)
    texts = [entry(f"files.{room}.{part}", each) for each in (language, other)]
    cell.value = two_lines(texts[0], texts[1], look)
    look.dress(cell)


def _write_section(
    sheet: Any, row: int, declared: Section, lists: Lists, inventory: Inventory | None
) -> int:
    """Write the lines of a section below a row and return the last row written."""
    if declared.name != FORM_SHEET:
        row += 1
        write_text(sheet.cell(row, 2), declared.labels[lists.language])
        SECTION.dress(sheet.cell(row, 2))
        sheet.row_dimensions[row].height = 32
    facts = getattr(inventory, declared.name) if inventory else None
    shown = example(lists.pillar, declared.name, lists.language)
    asked = section_of_rows(declared, lists.pillar, rows_of(declared, inventory))
    for field in asked.fields:
        row += 1
        value = getattr(facts, field.name) if facts else _given(field, lists)
        _write_label(sheet, row, field, lists.language)
        _write_answer(sheet, row, field, value, lists)
        _write_remarks(sheet, row, field, shown.get(field.name), lists.language)
    return row


def _given(field: Field, lists: Lists) -> object:
    """Fill in what the template knows: its pillar."""
    is_pillar = (field.section, field.name) == (FORM_SHEET, "pillar")
    return lists.pillar if is_pillar else None


def _write_label(sheet: Any, row: int, field: Field, language: str) -> None:
    key, label = sheet.cell(row, 1), sheet.cell(row, 2)
    write_text(key, f"{field.section}.{field.name}")
    KEY.dress(key)
    look = HEADINGS["required" if field.required else "optional"]
    other = next(each for each in LANGUAGES if each != language)
    label.value = two_lines(field.labels[language], field.labels[other], look)
    look.dress(label)
    sheet.row_dimensions[row].height = 34


def _write_answer(sheet: Any, row: int, field: Field, value: object, lists: Lists) -> None:
    answer = sheet.cell(row, 3)
    number = value.value if isinstance(value, Quantity) else value
    write_value(answer, field, number, lists.language)
    ANSWER.dress(answer)
    answer.number_format = number_format(field)
    _add_check(sheet, answer, field, field.help[lists.language], lists)
    write_text(sheet.cell(row, _UNIT), field.unit)
    REMARK.dress(sheet.cell(row, _UNIT))
    for aspect in ASPECTS:
        cell = sheet.cell(row, PARTS.index(aspect.name) + 1)
        if field.is_quantity:
            _write_aspect(sheet, cell, aspect, value, lists)
        else:
            BLOCKED.dress(cell)


def _write_aspect(sheet: Any, cell: Any, aspect: Field, value: object, lists: Lists) -> None:
    if isinstance(value, Quantity):
        shown = aspect_value(value, aspect.name, lists.language)
        write_value(cell, aspect, shown, lists.language)
    ANSWER.dress(cell)
    _add_check(sheet, cell, aspect, aspect.help[lists.language], lists)


def _write_remarks(sheet: Any, row: int, field: Field, shown: object, language: str) -> None:
    write_text(sheet.cell(row, _HELP), field.help[language])
    REMARK.dress(sheet.cell(row, _HELP))
    cell = sheet.cell(row, _EXAMPLE)
    write_value(cell, field, shown, language)
    example_look(field).dress(cell)
    cell.number_format = number_format(field)


def _add_check(sheet: Any, cell: Any, field: Field, prompt: str, lists: Lists) -> None:
    check = lists.validation(field, prompt)
    if check is not None:
        check.add(cell.coordinate)
        sheet.add_data_validation(check)

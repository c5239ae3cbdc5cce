"""The workbook to fill, for one pillar, in Bulgarian or English with the other beside."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty

from kragozor.files.facts import VERSION
from kragozor.files.fields import section
from kragozor.files.offer import sections_asked
from kragozor.files.workbook.columns import FORM_SHEET
from kragozor.files.workbook.form_sheet import write_form
from kragozor.files.workbook.guide import write_guide
from kragozor.files.workbook.lists import Lists
from kragozor.files.workbook.sheets import write_table
from kragozor.files.workbook.stamp import PROPERTY
from kragozor.files.workbook.styles import GREEN, LINE
from kragozor.instruments.inventory import Inventory, Pillar
from kragozor.words import entry


def workbook_template(
    pillar: Pillar | str, language: str = "bg", inventory: Inventory | None = None
) -> bytes:
    """Return the workbook to fill, with the facts of an inventory where there is one."""
    book = Workbook()
    guide = book.active
    guide.title = entry("files.template.guide", language)
    tables = [s.name for s in sections_asked(Pillar(pillar), inventory) if s.many]
    sheets = {name: _sheet(book, name, language) for name in (FORM_SHEET, *tables)}
    hidden = book.create_sheet(entry("files.template.lists", language))
    hidden.sheet_state = "hidden"
    lists = Lists(hidden, Pillar(pillar), language)
    write_guide(guide, Pillar(pillar), language)
    write_form(sheets[FORM_SHEET], lists, inventory)
    for name in tables:
        write_table(sheets[name], name, lists, getattr(inventory, name) if inventory else ())
    for sheet in (guide, *sheets.values()):
        set_page(sheet, language)
    guide.page_setup.orientation, guide.page_setup.fitToHeight = "portrait", 1
    _set_properties(book, language)
    return saved(book)


def workbook_of(inventory: Inventory, language: str = "bg") -> bytes:
    """Return an inventory as a workbook, which reads back to exactly the same inventory."""
    return workbook_template(inventory.subject.pillar, language, inventory)


def _sheet(book: Workbook, name: str, language: str) -> Any:
    sheet = book.create_sheet(section(name).labels[language])
    sheet.sheet_properties.tabColor = GREEN
    return sheet


def set_page(sheet: Any, language: str) -> None:
    """Set a sheet up for the screen and for paper."""
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.sheet_properties.outlinePr.summaryRight = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    footer = entry("files.template.page", language).format(sheet=sheet.title)
    sheet.oddFooter.left.text = footer
    if sheet.sheet_properties.tabColor is None:
        sheet.sheet_properties.tabColor = LINE


def _set_properties(book: Workbook, language: str) -> None:
    book.custom_doc_props.append(StringProperty(name=PROPERTY, value=str(VERSION)))
    book.properties.title = entry("files.guide.title", language)
    book.properties.creator = entry("files.marked.author", language)
    book.properties.language = language


def saved(book: Workbook) -> bytes:
    """Return a workbook as the bytes of its file."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()

"""What a word processor's file needs beyond its text: language, fonts, heads, alternative words.

python-docx has no names for these, so they are written as the elements of ISO/IEC 29500 that
they are.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document as File
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsmap, qn
from docx.shape import InlineShape
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table

from kragozor.reports.activity.blocks import Document
from kragozor.reports.printable import printable

FONT, FALLBACK = "Sofia Sans", "Calibri"
LOCALES = {"bg": "bg-BG", "en": "en-GB"}
SIZES = {
    "Normal": 10,
    "Heading 1": 18,
    "Heading 2": 13,
    "Heading 3": 11,
    "TOC Heading": 18,
    "Title": 30,
}
LINE = Mm(166)
FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
INK, GREEN = RGBColor(0x1C, 0x21, 0x1B), RGBColor(0x1F, 0x6B, 0x45)

NAMESPACE = f'xmlns:w="{nsmap["w"]}"'
# Of tables and notes, in points.
SMALL = 8.5

_FIELD = re.compile(r"(\{pages?\})")


@dataclass(frozen=True)
class Cell:
    """What stands in a cell of a table, and how."""

    text: str
    width: Length
    is_right: bool = False


def prepare(file: File, document: Document) -> None:
    """Set the page, the styles, the language and what the file says of itself."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(22)
    section.different_first_page_header_footer = True
    for name, size in SIZES.items():
        _style(file.styles[name], size)
    _border_remove(file.styles["Title"])
    _language_set(file, LOCALES[document.language])
    _fallback_add(file)
    _header(file, document)
    _footer(file, document)
    told = file.core_properties
    told.title, told.author = document.title, document.council
    told.language, told.comments = LOCALES[document.language], ""
    told.created = told.modified = dt.datetime.combine(document.date, dt.time(12))


def table_prepare(table: Table, title: str) -> None:
    """Draw hair lines, and name the table for those who listen."""
    table.style = "Table Grid"
    table.autofit = False
    properties = table._tbl.tblPr
    # The schema wants the borders before the layout, and the caption last.
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(_borders())
    layout.addnext(_margins())
    properties.append(element("w:tblCaption", val=title))


def row_add(table: Table, cells: Sequence[Cell], *, is_head: bool, keeps: bool = False) -> None:
    """Add a row that stays on one page; the head is repeated on every page.

    It is written as text and read in at once: python-docx takes minutes for thousands of rows.
    """
    row = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_head else ''}</w:trPr>"
    written = "".join(_cell(cell, is_bold=is_head, keeps=keeps) for cell in cells)
    table._tbl.append(parse_xml(f"<w:tr {NAMESPACE}>{row}{written}</w:tr>"))


def _cell(cell: Cell, *, is_bold: bool, keeps: bool) -> str:
    form = f"{'<w:keepNext/>' if keeps else ''}<w:spacing w:after='0'/>"
    side = '<w:jc w:val="right"/>' if cell.is_right else ""
    look = f"{'<w:b/>' if is_bold else ''}<w:sz w:val='{round(2 * SMALL)}'/>"
    return (
        f"<w:tc><w:tcPr><w:tcW w:w='{cell.width.twips}' w:type='dxa'/></w:tcPr>"
        f"<w:p><w:pPr>{form}{side}</w:pPr>"
        f"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{escape(cell.text)}</w:t></w:r></w:p>"
        "</w:tc>"
    )


def picture_describe(picture: InlineShape, text: str) -> None:
    """Give a picture the words that stand for it."""
    picture._inline.docPr.set("descr", text)


def _style(style: Any, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = GREEN if style.name == "Title" else INK
    style.font.bold = style.name != "Normal"
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), FONT)


def _border_remove(style: Any) -> None:
    """The line below a title is the template's taste."""
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _language_set(file: File, locale: str) -> None:
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)


def _fallback_add(file: File) -> None:
    """Where Sofia Sans is not installed, another font without serifs stands in for it."""
    entry = (
        f'<w:font w:name="{FONT}"><w:altName w:val="{FALLBACK}"/><w:family w:val="swiss"/></w:font>'
    )
    for part in file.part.package.iter_parts():
        if part.partname == "/word/fontTable.xml":
            part._blob = part.blob.replace(b"</w:fonts>", entry.encode() + b"</w:fonts>")


def _header(file: File, document: Document) -> None:
    """Write whose report it is above every page but the first."""
    line = file.sections[0].header.paragraphs[0]
    line.add_run(str(printable(document.council))).font.size = Pt(8)


def _footer(file: File, document: Document) -> None:
    """Write the title and the number of the page below every page but the first."""
    line = file.sections[0].footer.paragraphs[0]
    line.add_run(f"{document.title}\t\t")
    for piece in _FIELD.split(document.page):
        if piece in FIELDS:
            line._p.append(element("w:fldSimple", instr=FIELDS[piece]))
        else:
            line.add_run(piece)


def _borders() -> Any:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "right", "insideV"):
        borders.append(element(f"w:{side}", val="nil"))
    for side in ("bottom", "insideH"):
        borders.append(element(f"w:{side}", val="single", sz="4", color="DFDCCF"))
    return borders


def _margins() -> Any:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w="57", type="dxa"))
    return margins


def element(name: str, /, **attributes: str) -> Any:
    """Return an element of the word processor's language, with its attributes."""
    made = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    return made

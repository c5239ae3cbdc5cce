"""The report as a document for a word processor, to be edited and signed."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

import docx
from docx.document import Document as File
from docx.enum.text import WD_BREAK
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as FileParagraph

from kragozor.drawing.charts.render import converter
from kragozor.reports.activity import blocks, contents, markup
from kragozor.reports.activity.blocks import Document
from kragozor.reports.printable import printable

SOFT, GREEN = RGBColor(0x56, 0x60, 0x52), RGBColor(0x1F, 0x6B, 0x45)
SMALL, SHARP = Pt(markup.SMALL), 2.5


def document_docx(document: Document) -> bytes:
    """Return the document with real headings, table heads and words for its pictures.

    Examples
    --------
    >>> import datetime as dt
    >>> head = ("bg", "Доклад", "Доклад за 2025 г.", "2025 г.", "Съвет", "Палата")
    >>> plain = Document(*head, (), "Съдържание", "Страница", dt.date(2026, 1, 9), ())
    >>> document_docx(plain)[:2]
    b'PK'
    """
    file = docx.Document()
    markup.prepare(file, document)
    _cover(file, document)
    contents.contents_add(file, document)
    for block in document.blocks:
        _WRITERS[block.kind](file, block)
    made = io.BytesIO()
    file.save(made)
    return made.getvalue()


def _cover(file: File, document: Document) -> None:
    council = file.add_paragraph(_clean(document.council))
    council.paragraph_format.space_before = Mm(70)
    council.runs[0].font.size, council.runs[0].bold = Pt(14), True
    _soft(file.add_paragraph(_clean(document.chamber)))
    title = file.add_paragraph(_clean(document.name), style="Title")
    title.paragraph_format.space_before, title.paragraph_format.space_after = Mm(16), Mm(4)
    year = file.add_paragraph(_clean(document.year))
    year.paragraph_format.space_after = Mm(60)
    year.runs[0].font.size, year.runs[0].bold = Pt(20), True
    for note in document.notes:
        _soft(file.add_paragraph(_clean(note)))


def _heading(file: File, block: blocks.Heading) -> None:
    heading = file.add_heading(_clean(block.text), block.level)
    heading.paragraph_format.page_break_before = block.on_new_page
    contents.mark_add(heading)


def _paragraph(file: File, block: blocks.Paragraph) -> None:
    written = file.add_paragraph(_clean(block.text))
    written.paragraph_format.keep_with_next = block.keeps
    if block.is_quiet:
        _soft(written)


def _items(file: File, block: blocks.Items) -> None:
    for item in block.items:
        line = file.add_paragraph(_clean(item), style="List Bullet")
        line.paragraph_format.keep_with_next = block.keeps


def _table(file: File, block: blocks.Table) -> None:
    table = file.add_table(rows=0, cols=len(block.head))
    markup.table_prepare(table, _clean(block.title))
    widths = [Emu(round(markup.LINE * width / sum(block.widths))) for width in block.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for place, texts in enumerate((block.head, *block.rows)):
        cells = [
            markup.Cell(_clean(text), width, is_right=column in block.numeric)
            for column, (width, text) in enumerate(zip(widths, texts, strict=True))
        ]
        markup.row_add(table, cells, is_head=place == 0, keeps=block.keeps)
    after = file.add_paragraph()
    after.paragraph_format.keep_with_next = block.keeps
    after.paragraph_format.space_after = Pt(0)
    after.paragraph_format.line_spacing = Pt(6)


def _picture(file: File, block: blocks.Picture) -> None:
    drawn = converter().svg_to_png(block.svg, scale=SHARP)
    picture = file.add_picture(io.BytesIO(drawn), width=Mm(130))
    # The table behind it follows.
    file.paragraphs[-1].paragraph_format.keep_with_next = True
    markup.picture_describe(picture, _clean(block.text))


def _signature(file: File, block: blocks.Signature) -> None:
    """Lay the lines of each who signs in a table without borders, each with its label below."""
    for signer in block.signers:
        name = file.add_paragraph()
        name.add_run(_clean(signer)).bold = True
        name.paragraph_format.keep_with_next = True
        name.paragraph_format.space_before = Mm(8)
        table = file.add_table(rows=1, cols=len(block.labels))
        for cell, label in zip(table.rows[0].cells, block.labels, strict=True):
            line = cell.paragraphs[0]
            line.paragraph_format.space_before = Mm(8)
            line.paragraph_format.keep_with_next = True
            line.add_run("_" * 26)
            line.add_run().add_break(WD_BREAK.LINE)
            _small(line, label)


def _small(paragraph: FileParagraph, text: str) -> None:
    run = paragraph.add_run(_clean(text))
    run.font.size, run.font.color.rgb = SMALL, SOFT


def _soft(paragraph: FileParagraph) -> None:
    for run in paragraph.runs:
        run.font.color.rgb = SOFT


def _clean(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return str(printable(text))


_WRITERS: Mapping[str, Callable[[File, Any], None]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "items": _items,
    "table": _table,
    "picture": _picture,
    "signature": _signature,
}

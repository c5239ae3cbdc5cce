"""The contents of a word processor's file: its headings, each a link with the page it stands on.

The pages are fields, which the word processor fills in: only it knows where its pages end.
"""

from __future__ import annotations

from docx.document import Document as File
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph

from kragozor.reports.activity.blocks import Document, Heading
from kragozor.reports.activity.markup import LINE, element
from kragozor.reports.printable import printable

INDENT = Mm(5)


def contents_add(file: File, document: Document) -> None:
    """Write a line for each heading; without headings there is nothing to list."""
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    if not headings:
        return
    title = file.add_paragraph(str(printable(document.contents)), style="TOC Heading")
    title.paragraph_format.page_break_before = True
    for place, heading in enumerate(headings):
        _line_add(file, heading, mark=f"part_{place}")


def mark_add(heading: Paragraph) -> None:
    """Mark a heading as what the next line of the contents leads to."""
    place = str(len(heading._p.getparent().findall(f".//{qn('w:bookmarkStart')}")))
    begin = element("w:bookmarkStart", id=place, name=f"part_{place}")
    # The properties of a paragraph stand first in it.
    heading._p.insert(1, begin)
    heading._p.append(element("w:bookmarkEnd", id=place))


def _line_add(file: File, heading: Heading, mark: str) -> None:
    line = file.add_paragraph()
    form = line.paragraph_format
    form.left_indent = Length(INDENT * (heading.level - 1))
    form.space_after = Pt(2)
    form.space_before = Pt(6 if heading.level == 1 else 0)
    form.right_indent = Mm(10)
    form.tab_stops.add_tab_stop(LINE, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    link = element("w:hyperlink", anchor=mark, history="1")
    line._p.append(link)
    text = line.add_run(str(printable(heading.text)))
    text.bold = heading.level == 1
    link.append(text._r)
    link.append(line.add_run("\t")._r)
    link.append(element("w:fldSimple", instr=f"PAGEREF {mark} \\h", dirty="true"))

"""The files of the report: accessible, and one says what the other says."""

import datetime as dt
import io

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.reports.activity import (
    EvidenceLine,
    MemberLine,
    PillarLine,
    activity_document,
    document_docx,
    document_pdf,
)
from kragozor.words import LANGUAGES
from tests.reports.activity.facts import activity, report
from tests.reports.activity.printed import docx_text, numbers, pdf_text

COUNTS = st.integers(0, 5000)
VALUES = st.one_of(st.none(), st.floats(0, 1e6, allow_nan=False).map(lambda x: round(x, 1)))
NAMES = st.text(st.characters(categories=["L", "N", "P", "S", "Z"]), min_size=1, max_size=40)
DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
ACTIVITIES = st.builds(
    activity,
    st.integers(1, 17),
    title=NAMES,
    value=VALUES,
    before=VALUES,
    target=VALUES,
    state=st.sampled_from(["reached", "on_the_way", "behind", "without_target", "nothing"]),
    evidence=st.lists(st.builds(EvidenceLine, DAYS, NAMES, VALUES), max_size=2).map(tuple),
    next_step=NAMES,
    next_on=st.one_of(st.none(), DAYS),
)
REPORTS = st.builds(
    report,
    pillars=st.lists(
        st.builds(PillarLine, NAMES, COUNTS, COUNTS, COUNTS, st.one_of(st.none(), COUNTS)),
        min_size=1,
        max_size=3,
    ).map(tuple),
    activities=st.lists(ACTIVITIES, max_size=3).map(tuple),
    members=st.lists(
        st.builds(MemberLine, NAMES, NAMES, NAMES, st.just(("Текстил",)), DAYS), max_size=3
    ).map(tuple),
)


@given(facts=REPORTS, language=st.sampled_from(LANGUAGES))
@settings(max_examples=25, deadline=None)
def test_both_files_hold_the_same_numbers(facts, language):
    document = activity_document(facts, language)
    typeset, written = pdf_text(document_pdf(document)), docx_text(document_docx(document))
    assert numbers(typeset) == numbers(written)
    assert numbers(written)["2025"] >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_is_tagged_and_says_what_it_is(language):
    document = activity_document(report(), language)
    with pikepdf.open(io.BytesIO(document_pdf(document))) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == document.title
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == language
        fonts = {
            str(font.BaseFont)
            for page in pdf.pages
            for font in page.get("/Resources", {}).get("/Font", {}).values()
        }
    assert fonts
    assert all("+SofiaSans-" in font for font in fonts)


def test_pdf_is_the_same_for_the_same_document():
    document = activity_document(report(), "bg")
    assert document_pdf(document) == document_pdf(document)


@pytest.mark.parametrize(("language", "locale"), [("bg", "bg-BG"), ("en", "en-GB")])
def test_docx_has_headings_language_table_heads_and_words_for_its_picture(language, locale):
    document = activity_document(report(), language)
    file = docx.Document(io.BytesIO(document_docx(document)))
    styles = [paragraph.style.name for paragraph in file.paragraphs]
    assert styles.count("Title") == 1
    assert styles.count("Heading 3") == 17
    assert styles.count("TOC Heading") == 1
    assert {language.get(qn("w:val")) for language in file.styles.element.iter(qn("w:lang"))} == {
        locale
    }
    assert file.core_properties.title == document.title
    tables = [table for table in file.tables if len(table.rows) > 1]
    assert len(tables) == 22
    for table in tables:
        assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    (picture,) = file.inline_shapes
    described = next(block for block in document.blocks if block.kind == "picture")
    assert picture._inline.docPr.get("descr") == described.text
    assert file.styles["Normal"].font.name == "Sofia Sans"


def test_contents_lead_to_every_heading():
    document = activity_document(report(), "bg")
    headings = [block.text for block in document.blocks if block.kind == "heading"]
    body = docx.Document(io.BytesIO(document_docx(document))).element.body
    marks = {
        mark.get(qn("w:name")): "".join(text.text for text in mark.getparent().iter(qn("w:t")))
        for mark in body.iter(qn("w:bookmarkStart"))
    }
    links = list(body.iter(qn("w:hyperlink")))
    assert [marks[link.get(qn("w:anchor"))] for link in links] == headings
    for link in links:
        (page,) = link.iter(qn("w:fldSimple"))
        assert page.get(qn("w:instr")) == f"PAGEREF {link.get(qn('w:anchor'))} \\h"
    with pikepdf.open(io.BytesIO(document_pdf(document))) as pdf:
        assert len(pdf.pages[1].Annots) >= len(headings)


def test_docx_holds_what_names_hold():
    hostile = '</w:t><script>"\x00&amp;\u202e'
    facts = report(members=(MemberLine(hostile, "", "", (), dt.date(2025, 1, 1)),))
    text = docx_text(document_docx(activity_document(facts, "bg")))
    assert "</w:t><script>" in text

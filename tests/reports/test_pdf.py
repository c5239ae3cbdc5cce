"""The document: PDF/UA, in Sofia Sans, safe from what names hold; its result takes few pages."""

import datetime as dt
import io
from importlib import resources

import pikepdf
import pytest

from kragozor.files.reading import read_inventory
from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.reports.pdf import assessment_pdf
from kragozor.words import LANGUAGES, entry
from tests.inventories import inflow, inventory, outflow

DAY = dt.date(2026, 11, 24)
EXAMPLES = [
    file
    for file in resources.files("kragozor.files").joinpath("examples").iterdir()
    if file.name.endswith(".json") and not file.name.startswith("packaging-")
]


def opened(facts, language="bg", **told):
    return pikepdf.open(io.BytesIO(assessment_pdf(assess(facts), language, **told)))


def elements(node):
    """Yield the structure elements below a node."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def kinds(pdf):
    """Return how often each kind of structure element stands in a document."""
    found = {}
    for element in elements(pdf.Root.StructTreeRoot):
        found.setdefault(str(element.S), []).append(element)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_document_is_tagged_and_says_what_it_is(language):
    pdf = opened(bottle(), language, measured_at=DAY, made_by="Мария Иванова")
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Bottle"
        assert metadata["dc:creator"] == ["Мария Иванова"]
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang) == language
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261124")


def test_document_has_headings_real_tables_and_words_for_pictures():
    pdf = opened(bottle())
    found = kinds(pdf)
    assert len(found["/H1"]) == 1
    assert len(found["/H2"]) >= 8
    assert len(found["/TH"]) >= 12
    assert len(found["/Table"]) >= 6
    assert all(str(figure.Alt) for figure in found["/Figure"])
    assert all(str(formula.Alt) for formula in found["/Formula"])


def test_only_sofia_sans_is_used_and_it_is_embedded():
    pdf = opened(bottle())
    fonts = {
        str(font.BaseFont): font
        for page in pdf.pages
        for font in page.get("/Resources", {}).get("/Font", {}).values()
    }
    assert fonts
    for name, font in fonts.items():
        assert "+SofiaSans-" in name
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def pages_of_result(pdf, language="bg"):
    """Return how many pages there are before the annex in which every number is worked out."""
    title = entry("reports.document.working", language)
    with pdf.open_outline() as outline:
        (annex,) = (item for item in headings(outline.root) if item.title == title)
    return pdf.pages.index(pikepdf.Page(annex.destination[0]))


def headings(items):
    """Yield the headings of an outline, those below others too."""
    for item in items:
        yield item
        yield from headings(item.children)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.name)
def test_the_result_of_a_real_inventory_takes_three_to_five_pages(example):
    pdf = opened(read_inventory(example.read_bytes()), measured_at=DAY)
    assert 3 <= pages_of_result(pdf) <= 5
    assert pages_of_result(pdf) < len(pdf.pages) <= 10


def test_same_arguments_give_the_same_bytes():
    assessment = assess(bottle())
    first, again = (assessment_pdf(assessment, "bg", measured_at=DAY) for _ in range(2))
    assert first == again


def test_document_without_a_day_has_none():
    assert "/CreationDate" not in opened(bottle()).docinfo


@pytest.mark.parametrize(
    "name",
    [
        '#panic("x") #import "a" *b* _c_ $d$ `e` @f <g> \\h "i" [j] {k} // l',
        "Много " + "дълго " * 60 + "име",
        "x" * 300,
        "PET 🙂 日本\u200b\u0000\t",
        "</svg><script>alert(1)</script>&amp;",
    ],
)
def test_no_name_breaks_the_document(name):
    facts = inventory(
        inflow(2, material=name),
        outflow(2, material=name),
        name=name,
        functional_unit=name,
    )
    assert len(opened(facts, made_by=name).pages) >= 3


def test_undefined_result_and_open_balance_are_documents_too():
    assert len(opened(inventory(inflow(100), outflow(60))).pages) >= 3
    assert len(opened(inventory(inflow(1))).pages) >= 2
    assert len(opened(inventory()).pages) >= 1


def test_many_rows_do_not_make_many_pages():
    rows = [inflow(n, material=f"материал {n}") for n in range(1, 151)]
    facts = inventory(*rows, outflow(sum(range(1, 151))))
    assert pages_of_result(opened(facts)) <= 5
    assert len(opened(facts).pages) <= 8

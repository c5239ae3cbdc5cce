"""The declaration on paper: every word in it, none of it markup, readable by everybody."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from kragozor.reports.declaration import DeclarationText, Part, declaration_pdf
from tests.reports.activity.printed import pdf_text

PLAIN = DeclarationText(
    language="bg",
    title="Заявление за членство",
    addressee="До Съвета",
    lead="Организацията кандидатства.",
    parts=(Part("Организация", (("Наименование", "Трета ООД"), ("ЕИК", "121823162"))),),
    heading="Декларирам",
    statements=("че написаното е вярно;", "че споделям целите."),
    note="Подписът не е задължителен.",
    lines=("Име", "Дата", "Подпис"),
    page="Страница {page} от {pages}",
    date=dt.date(2026, 1, 9),
)


def words_of(content: bytes) -> str:
    return " ".join(pdf_text(content).split())


def test_every_word_is_there():
    words = words_of(declaration_pdf(PLAIN))
    for said in ("Заявление за членство", "До Съвета", "Трета ООД", "121823162", "Декларирам"):
        assert said in words
    for said in ("че написаното е вярно;", "че споделям целите.", "Подписът не е задължителен."):
        assert said in words


def test_it_is_tagged_and_says_its_language_and_title():
    with pikepdf.open(BytesIO(declaration_pdf(PLAIN))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "bg"
        assert pdf.open_metadata()["dc:title"] == "Заявление за членство"
        assert pdf.open_metadata()["pdfuaid:part"] == "1"


def test_the_same_text_gives_the_same_bytes():
    assert declaration_pdf(PLAIN) == declaration_pdf(PLAIN)
    assert declaration_pdf(PLAIN) != declaration_pdf(replace(PLAIN, lead="Друго."))


def test_english_is_told_as_english():
    with pikepdf.open(BytesIO(declaration_pdf(replace(PLAIN, language="en")))) as pdf:
        assert str(pdf.Root.Lang) == "en"


@pytest.mark.parametrize(
    "text",
    ['#panic("x")', "*удебелено* _курсив_ $x^2$", "= Заглавие", "</body>", "\\ \"'`@ref <label>"],
)
def test_what_people_write_is_never_markup(text):
    told = replace(PLAIN, parts=(Part("Данни", (("Адрес", text),)),), note=text)
    # Kerning may set a space apart, which no reader sees.
    words = words_of(declaration_pdf(told)).replace(" ", "")
    assert words.count(text.replace(" ", "")) == 2


@pytest.mark.parametrize("text", ["нула\0знак", "\u202eобърнато", "🧵 нишка", "\ud800", "щ" * 5000])
def test_odd_text_breaks_nothing(text):
    told = replace(PLAIN, parts=(Part("Данни", (("Име", text),)),), lead=text)
    assert declaration_pdf(told).startswith(b"%PDF-")


def test_an_empty_one_is_made_too():
    empty = DeclarationText("bg", "Заявление", "", "", (), "", (), "", ("Подпис",), "", PLAIN.date)
    assert "Подпис" in words_of(declaration_pdf(empty))


def test_many_rows_go_on_to_further_pages():
    rows = tuple((f"Ред {number}", "стойност") for number in range(120))
    content = declaration_pdf(replace(PLAIN, parts=(Part("Много", rows),)))
    with pikepdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) > 2
    assert "Ред 119" in words_of(content)

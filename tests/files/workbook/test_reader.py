"""A filled workbook: everything a user does to it is read, or named in one clear line."""

import datetime as dt
import io
import re

import openpyxl
import pytest
from openpyxl.worksheet.dimensions import RowDimension

from kragozor.files.reading import read_inventory
from kragozor.instruments.inventory import Grade, Origin, Pillar, Quantity
from tests.files.books import (
    FIRST,
    HEADINGS,
    SHEETS,
    SWEATER,
    changed,
    empty,
    filled,
    heading,
    label,
    lines,
    offered,
    part,
    repacked,
    workbook_of,
)
from tests.inventories import inflow, inventory, outflow

# A sector with a sheet of its own, on which nothing is declared yet.
BOTTLE = inventory(inflow(2), outflow(2), pillar=Pillar.PLASTICS)


def sheet(name, change):
    """The filled workbook after a change to one sheet."""
    return changed(workbook_of(SWEATER), lambda book: change(book[name]))


# --- one line for each error, in both languages ------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "language", "line"),
    [
        (
            {"inflows!B7": "дванадесет"},
            "bg",
            "Вход, ред 7, колона „Маса [kg]“ (B7): намерено „дванадесет“; "
            "очаква се число, например 12,5",
        ),
        (
            {"inflows!B7": "twelve"},
            "en",
            "Inflows, row 7, column “Mass [kg]” (B7): found “twelve”; "
            "expected a number, for example 12.5",
        ),
        (
            {"inflows!B7": "=6*2"},
            "bg",
            "Вход, ред 7, колона „Маса [kg]“ (B7): формулата няма запазена стойност; "
            "отворете файла в Excel или LibreOffice и го запишете отново",
        ),
        (
            {"inflows!B7": "=6*2"},
            "en",
            "Inflows, row 7, column “Mass [kg]” (B7): the formula has no stored value; "
            "open the file in Excel or LibreOffice and save it again",
        ),
        (
            {"inflows!B8": -3},
            "bg",
            "Вход, ред 8, колона „Маса [kg]“ (B8): намерено „−3“; "
            "очаква се число, по-голямо от 0, например 12,5",
        ),
        (
            {"inflows!B8": -3},
            "en",
            "Inflows, row 8, column “Mass [kg]” (B8): found “−3”; "
            "expected a number above 0, for example 12.5",
        ),
        (
            {"outflows!G7": 1.5},
            "bg",
            f"Изход, ред 7, колона „{heading('outflows.recovery_potential')}“ (G7): "
            "намерено „1,5“; очаква се дял от 0 до 1: напишете 0,015 или 1,5 %",
        ),
        (
            {"outflows!G7": 38},
            "en",
            f"Outflows, row 7, column “{heading('outflows.recovery_potential', 'en')}” (G7): "
            "found “38”; "
            "expected a share from 0 to 1: write 0.38 or 38%",
        ),
        (
            {"subject!C14": 0},
            "bg",
            f"Предмет, ред 14, „{label('use.lifetime')}“ (C14): намерено „0“; "
            "очаква се число, по-голямо от 0, например 12,5",
        ),
        (
            {"subject!C14": 0},
            "en",
            f"Subject, row 14, “{label('use.lifetime', 'en')}” (C14): found “0”; "
            "expected a number above 0, for example 12.5",
        ),
        (
            {"subject!C11": 110},
            "bg",
            "Предмет, ред 11, „Маса на продукцията“ (C11): сборът на редовете за изделия "
            "в „Изход“ е 100 kg; очаква се 110 kg, колкото е масата на продукцията",
        ),
        (
            {"subject!C11": 110},
            "en",
            "Subject, row 11, “Product mass” (C11): the product rows of Outflows add up to "
            "100 kg; expected 110 kg, the product mass",
        ),
        (
            {"inflows!J8": "рециклиране"},
            "bg",
            "Вход, ред 8, колона „Маса [kg]“ (B8): от „рециклиране“ се връщат общо 40 kg; "
            "очаква се най-много 30 kg, колкото се получава от насоченото натам",
        ),
        (
            {"inflows!J8": "recycling"},
            "en",
            "Inflows, row 8, column “Mass [kg]” (B8): 40 kg in all return from recycling; "
            "expected at most 30 kg, which is what comes out of the mass sent there",
        ),
        (
            {"inflows!C7": "Луната"},
            "bg",
            "Вход, ред 7, колона „Произход“ (C7): намерено „Луната“; очаква се едно от: "
            f"{offered(Origin)}",
        ),
        (
            {"inflows!B7": "#DIV/0!"},
            "bg",
            "Вход, ред 7, колона „Маса [kg]“ (B7): клетката показва грешка #DIV/0!; "
            "очаква се число, по-голямо от 0, например 12,5",
        ),
        (
            {"inflows!A7": None},
            "en",
            "Inflows, row 7, column “Material” (A7): nothing is filled in; expected a text",
        ),
        (
            {"subject!D11": "t", "subject!C11": 100},
            "bg",
            "Предмет, ред 11, „Маса на продукцията“ (D11): намерена единица „t“; очаква се kg",
        ),
        (
            {"inflows!D7": "точно"},
            "bg",
            "Вход, ред 7, колона „Качество“ (D7): намерено „точно“; очаква се едно от: "
            f"{offered(Grade)}",
        ),
        (
            {"subject!E11": "точно", "subject!C11": 100},
            "bg",
            "Предмет, ред 11, „Маса на продукцията“ (E11): намерено „точно“; очаква се едно от: "
            f"{offered(Grade)}",
        ),
    ],
)
def test_fault_is_one_line(cells, language, line):
    assert lines(filled(cells, language), language) == [line]


def test_decimal_comma_and_percent_are_read():
    whole = read_inventory(filled({"inflows!B7": "59,5", "outflows!G7": "38 %"}))
    assert whole.inflows[0].mass.value == 59.5
    assert whole.outflows[0].recovery_potential.value == 0.38


def test_every_fault_is_told_at_once():
    data = filled({"inflows!B7": "x", "inflows!C8": "y", "outflows!C7": -1, "subject!C5": None})
    places = [re.search(r"\((\w+)\)", line)[1] for line in lines(data)]
    assert places == ["C5", "B7", "C8", "C7"]


# --- sheets and columns ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("bg", "Липсва лист „Вход“; изтеглете образеца отново или върнете листа"),
        ("en", "The sheet “Вход” is missing; download the template again or bring the sheet back"),
    ],
)
def test_missing_sheet_is_named(language, line):
    data = changed(workbook_of(SWEATER), lambda book: book.remove(book["Вход"]))
    assert lines(data, language) == [line]


def test_renamed_sheet_is_found_out():
    def rename(book):
        book["Енергия"].title = "Енергия 2025"

    assert lines(changed(workbook_of(SWEATER), rename)) == [
        "Липсва лист „Енергия“; може би е преименуван на „Енергия 2025“"
    ]


@pytest.mark.parametrize("keys", [True, False])
@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("bg", "Вход, ред 4 (B4): намерено заглавие „Маса [t]“; очаква се „Маса [kg]“"),
        ("en", "Вход, row 4 (B4): found the heading “Маса [t]”; expected “Маса [kg]”"),
    ],
)
def test_renamed_column_is_named_once(language, line, keys):
    def rename(inflows):
        inflows.cell(HEADINGS, 2).value = "Маса [t]"
        if not keys:
            inflows.delete_rows(HEADINGS - 1)

    found = lines(sheet("Вход", rename), language)
    if not keys:
        row = {"bg": "ред 3 (B3): непозната колона", "en": "row 3 (B3): unknown column"}[language]
        assert len(found) == 1
        assert row in found[0]
        assert "Маса [kg]" in found[0]
    else:
        assert found == [line]


def test_missing_column_is_named():
    assert lines(sheet("Вход", lambda inflows: inflows.delete_cols(2))) == [
        "Вход: липсва колона „Маса [kg]“"
    ]


def test_optional_and_folded_columns_may_go():
    assert read_inventory(sheet("Вход", lambda inflows: inflows.delete_cols(6, 20))) == SWEATER


def test_columns_may_be_moved():
    def move(inflows):
        for row in inflows.iter_rows(min_row=3, max_row=10, max_col=2):
            row[0].value, row[1].value = row[1].value, row[0].value
        inflows.cell(5, 1).value, inflows.cell(5, 2).value = "Помощ: x", "y"
        inflows.cell(6, 1).value, inflows.cell(6, 2).value = "Пример: 320", "вълна"

    assert read_inventory(sheet("Вход", move)) == SWEATER


def test_unknown_column_is_named():
    def add(inflows):
        inflows.insert_cols(3)
        inflows.cell(HEADINGS, 3).value = "Доставчик"

    assert lines(sheet("Вход", add)) == [
        "Вход, ред 4 (C4): непозната колона „Доставчик“; преместете бележките си в друг лист"
    ]


@pytest.mark.parametrize("name", ["impacts", "packaging"])
def test_a_sheet_that_not_everybody_fills_may_be_lacking(name):
    def remove(book):
        del book[SHEETS["bg"][name]]

    assert read_inventory(changed(workbook_of(BOTTLE), remove)) == BOTTLE


def test_a_renamed_sheet_is_named_even_where_it_may_be_lacking():
    def rename(book):
        book["Опаковки"].title = "Опаковки 2025"

    assert lines(changed(workbook_of(BOTTLE), rename)) == [
        "Липсва лист „Опаковки“; може би е преименуван на „Опаковки 2025“"
    ]


def test_column_without_heading_is_not_read():
    assert read_inventory(filled({"inflows!Z7": "бележка"})) == SWEATER


def test_column_that_occurs_twice_is_named():
    def repeat(inflows):
        inflows.cell(HEADINGS, 25).value = "Маса [kg]"

    assert lines(sheet("Вход", repeat)) == [
        "Вход, ред 4 (Y4): колоната „Маса [kg]“ се среща два пъти; оставете само едната"
    ]


def test_sheet_without_headings_is_named():
    assert lines(sheet("Вход", lambda inflows: inflows.delete_rows(1, 6))) == [
        "Вход: няма ред със заглавия на колони; очаква се ред, който започва с „Материал“"
    ]


@pytest.mark.parametrize("row", [1, 2, 3, 5, 6])
def test_rows_above_the_data_may_go(row):
    assert read_inventory(sheet("Вход", lambda inflows: inflows.delete_rows(row))) == SWEATER


def test_headings_of_either_language_are_known():
    def translate(book):
        book["Вход"].cell(HEADINGS, 2).value = "Mass [kg]"
        book["Вход"].cell(HEADINGS, 1).value = " МАТЕРИАЛ "
        book["Изход"].title = "Outflows"

    assert read_inventory(changed(workbook_of(SWEATER), translate)) == SWEATER


def test_either_language_of_the_template_is_read():
    assert read_inventory(workbook_of(SWEATER, "en")) == SWEATER


# --- the form ----------------------------------------------------------------------------------


def test_renamed_line_is_named():
    assert lines(filled({"subject!B9": "Край"})) == [
        "Предмет, ред 9 (B9): намерен ред „Край“; очаква се „Край на периода“"
    ]


def test_missing_line_is_named():
    assert lines(sheet("Предмет", lambda form: form.delete_rows(5))) == [
        "Предмет: липсва редът „Наименование“"
    ]


def test_unknown_line_with_a_value_is_named():
    assert lines(filled({"subject!B30": "Цвят", "subject!C30": "зелен"}))[0].startswith(
        "Предмет, ред 30 (B30): "
    )


def test_line_without_a_value_is_a_note():
    assert read_inventory(filled({"subject!B30": "Бележка"})) == SWEATER


def test_form_without_headings_is_named():
    assert lines(filled({"subject!C4": None})) == [
        "Предмет: няма ред със заглавия на колони; очаква се ред, който започва с „Поле“"
    ]


# --- rows --------------------------------------------------------------------------------------


def test_blank_rows_are_skipped_and_numbers_stay_those_of_excel():
    def spread(inflows):
        inflows.insert_rows(FIRST + 1, 10)
        inflows.cell(FIRST + 11, 2).value = "x"

    assert lines(sheet("Вход", spread))[0].startswith("Вход, ред 18, колона „Маса [kg]“ (B18)")


def test_row_with_a_quality_alone_is_blank():
    assert read_inventory(filled({"inflows!D9": "измерено"})) == SWEATER


@pytest.mark.parametrize("mark", ["Пример: ", "пример:", "EXAMPLE: "])
def test_example_is_not_read(mark):
    assert read_inventory(filled({"inflows!A9": f"{mark}вълна", "inflows!B9": 5})) == SWEATER


def test_example_that_was_overwritten_is_read():
    data = filled({"inflows!A6": "коноп", "inflows!B6": 5, "inflows!C6": "първичен"})
    assert [row.material for row in read_inventory(data).inflows] == ["коноп", "вълна", "полиестер"]


def test_merged_cells_are_named():
    assert lines(sheet("Вход", lambda inflows: inflows.merge_cells("E7:E8"))) == [
        "Вход: обединени клетки E7:E8; очаква се по една клетка за всяка стойност"
    ]


def test_merged_title_is_no_matter():
    assert read_inventory(sheet("Вход", lambda inflows: inflows.merge_cells("A1:C1"))) == SWEATER


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "bg",
            "Вход: повече от 5 000 реда с данни; обединете еднаквите материали "
            "или разделете измерваното",
        ),
        (
            "en",
            "Вход: more than 5,000 rows of data; merge rows of the same material "
            "or split the subject",
        ),
    ],
)
@pytest.mark.parametrize("count", [5_001, 100_000])
def test_too_many_rows_are_one_line(language, line, count):
    found = lines(with_rows(count), language)
    assert [text.replace("\u00a0", " ") for text in found] == [line]


def test_five_thousand_rows_are_read():
    assert len(read_inventory(with_rows(5_000)).inflows) == 5_000


def with_rows(count):
    """The filled workbook with this many rows of inflows in all."""
    row = '<row r="{0}"><c r="A{0}" t="str"><v>x</v></c><c r="B{0}"><v>1</v></c>'
    row += '<c r="C{0}" t="str"><v>virgin</v></c></row>'
    name = "xl/worksheets/sheet3.xml"
    data = workbook_of(SWEATER)
    rows = "".join(row.format(number) for number in range(100, 98 + count)).encode()
    xml = part(data, name).replace(b"</sheetData>", rows + b"</sheetData>")
    return repacked(data, {name: xml})


def test_dressed_empty_rows_are_not_data():
    def dress(inflows):
        for row in (1_048_575, 1_048_576):
            inflows.row_dimensions[row] = RowDimension(inflows, index=row, ht=30)
        inflows.cell(1_048_576, 1).font = openpyxl.styles.Font(bold=True)

    assert read_inventory(sheet("Вход", dress)) == SWEATER


# --- versions ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "bg",
            "Образецът е версия 0, а се чете версия 1; изтеглете новия образец "
            "(или изпълнете „kragozor template“) и пренесете данните си в него",
        ),
        (
            "en",
            "The template is of version 0, but version 1 is read; download the new template "
            "(or run “kragozor template”) and move your data into it",
        ),
    ],
)
def test_older_template_is_refused_with_its_version(language, line):
    def age(book):
        book.custom_doc_props["KragozorTemplate"].value = "0"

    assert lines(changed(workbook_of(SWEATER), age), language) == [line]


def test_newer_template_is_refused():
    def age(book):
        book.custom_doc_props["KragozorTemplate"].value = "2"

    assert "по-нова от версия 1" in lines(changed(workbook_of(SWEATER), age))[0]


def without_property(data):
    """The workbook as a program saves it that does not keep document properties."""

    def forget(book):
        del book.custom_doc_props["KragozorTemplate"]

    return changed(data, forget)


def test_version_is_seen_on_the_guide_too():
    assert read_inventory(without_property(workbook_of(SWEATER))) == SWEATER


def test_workbook_without_a_version_is_refused():
    data = changed(without_property(workbook_of(SWEATER)), lambda b: b.remove(b["Указания"]))
    assert lines(data) == [
        "Във файла не е отбелязана версия на образеца на Кръгозор; изтеглете образеца отново "
        "(или изпълнете „kragozor template“) и пренесете данните си в него"
    ]


# --- as other programs write -------------------------------------------------------------------


def test_empty_template_says_what_is_missing():
    found = lines(empty("en"), "en")
    assert [re.search(r"“(.+?)”", line)[1] for line in found] == [
        "Name",
        "Kind",
        "Period start",
        "Period end",
    ]


def test_user_fills_the_template():
    book = openpyxl.load_workbook(io.BytesIO(empty()))
    form, inflows, outflows = book["Предмет"], book["Вход"], book["Изход"]
    form["C5"], form["C6"] = "Пуловер", "изделие"
    form["C8"], form["C9"] = dt.datetime(2025, 1, 1), "31.12.2025"
    form["C14"], form["E14"], form["F14"] = 5, "оценено", "анкета"
    inflows["A7"], inflows["B7"], inflows["C7"] = "вълна", 320, "повторно използван"
    inflows["D7"], inflows["E7"] = "измерено", "кантар"
    outflows["A7"], outflows["B7"], outflows["C7"] = "изделие", "пуловер", 320
    outflows["D7"] = "повторна употреба"
    stream = io.BytesIO()
    book.save(stream)
    whole = read_inventory(stream.getvalue())
    assert whole.subject.period_end == dt.date(2025, 12, 31)
    assert whole.use.lifetime == Quantity(5.0, Grade.ESTIMATED, "анкета")
    assert whole.inflows[0].mass == Quantity(320.0, Grade.MEASURED, "кантар")
    assert whole.inflows[0].origin is Origin.REUSED
    assert len(whole.outflows) == 1


def test_dates_may_be_numbers_of_days():
    data = filled({"subject!C8": 45658, "subject!C9": 46022.0})
    subject = read_inventory(data).subject
    assert (subject.period_start, subject.period_end) == (
        dt.date(2025, 1, 1),
        dt.date(2025, 12, 31),
    )


def test_numbers_of_days_beyond_the_calendar_are_refused():
    assert "очаква се дата" in lines(filled({"subject!C8": 1e9}))[0]


def test_dates_of_the_calendar_of_1904_are_read():
    def shift(book):
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        book["Предмет"]["C8"].number_format = "General"
        book["Предмет"]["C8"].value = 44196

    whole = read_inventory(changed(workbook_of(SWEATER), shift))
    assert whole.subject.period_start == dt.date(2025, 1, 1)


def rewritten(data, old, new):
    """The workbook after a program that writes its inflows in another way."""
    name = "xl/worksheets/sheet3.xml"
    xml, count = re.subn(old, new, part(data, name).decode(), flags=re.DOTALL)
    assert count
    return repacked(data, {name: xml.encode()})


def test_prefixed_elements_are_read():
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    data = rewritten(workbook_of(SWEATER), r"<(/?)(\w)", r"<\1x:\2")
    data = rewritten(data, f'xmlns="{main}"', f'xmlns:x="{main}"')
    assert read_inventory(data) == SWEATER


def test_shared_strings_are_read():
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cell = r'<c r="A8"[^>]*><is><t>[^<]*</t></is></c>'
    data = rewritten(workbook_of(SWEATER), cell, '<c r="A8" t="s"><v>0</v></c>')
    strings = f'<sst xmlns="{main}"><si><r><t>поли</t></r><r><t>естер</t></r></si></sst>'
    types = part(data, "[Content_Types].xml").replace(
        b"</Types>",
        b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
        b'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    )
    data = repacked(
        data, {"[Content_Types].xml": types}, {"xl/sharedStrings.xml": strings.encode()}
    )
    assert read_inventory(data) == SWEATER


def test_rows_without_numbers_are_read():
    data = rewritten(workbook_of(SWEATER), r'<row r="\d+"', "<row")
    assert read_inventory(rewritten(data, r'<c r="[A-Z]+\d+"', "<c")) == SWEATER


def test_formula_with_a_stored_value_is_read():
    data = rewritten(
        filled({"inflows!B7": "=6*10"}), r"<f>6\*10</f><v ?(/>|></v>)", "<f>6*10</f><v>60</v>"
    )
    assert read_inventory(data) == SWEATER


def test_details_of_a_number_are_read():
    def detail(book):
        headings = {cell.value: cell.column for cell in book["Изход"][HEADINGS - 1]}
        book["Изход"].cell(FIRST, headings["recovery_potential"]).value = 0.5
        book["Изход"].cell(FIRST, headings["recovery_potential.grade"]).value = "proxy"
        book["Изход"].cell(FIRST, headings["recovery_potential.source"]).value = "таблица"
        book["Изход"].cell(FIRST + 1, headings["recovery_potential"]).value = 0.5

    first, second = read_inventory(changed(workbook_of(SWEATER), detail)).outflows
    assert first.recovery_potential == Quantity(0.5, Grade.PROXY, "таблица")
    assert second.recovery_potential == Quantity(0.5, Grade.MEASURED)


def test_detail_without_its_number_is_named():
    def detail(book):
        headings = {cell.value: cell.column for cell in book["Изход"][HEADINGS - 1]}
        book["Изход"].cell(FIRST, headings["recovery_potential.source"]).value = "таблица"

    (line,) = lines(changed(workbook_of(SWEATER), detail))
    potential = heading("outflows.recovery_potential")
    assert line.startswith(f"Изход, ред 7, колона „{potential}“ (G7): не е попълнено")

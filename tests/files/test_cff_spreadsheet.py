"""A workbook laid out as PEF Annex C is read by its headings; each wrong value is named."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from kragozor.files.cff_spreadsheet import cff_spreadsheet_values, read_cff_spreadsheet
from kragozor.files.problems import FileRefused
from kragozor.instruments.parameters import Name, Status

FACTORS = (
    ("Default parameters of the Circular Footprint Formula",),
    ("Category", "Material", "Application", "A", "R1", "R2 EU28", "BG", "DE"),
    ("Plastics", "PET", "MATERIAL", 0.5, 0, None, None, None),
    (None, None, "packaging - bottle", 0.5, 0, 0.42, 0.3, "n/a"),
    ("Paper", "Corrugated board", "packaging", "0,2", "88%", 0.75, "-", None),
)
QUALITY = (
    ("Material", "Qsin/Qp", "Qsout/Qp"),
    ("PET", 1, 0.9),
)
ENERGY = (("Material", "Xer,heat", "XER,elec", "LHV [MJ/kg]"), ("PET", 0.31, 0.1, 22))


def workbook(**sheets):
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def annex(**other):
    return workbook(
        Readme=(("The Material column", "holds names"),),
        **{"A - R1 - R2": FACTORS, "Qs-Qp": QUALITY, "R3": ENERGY, **other},
    )


def refused(source, language="en"):
    with pytest.raises(FileRefused) as refusal:
        read_cff_spreadsheet(source)
    return [line.replace("\u00a0", " ") for line in refusal.value.lines(language)]


@pytest.mark.parametrize(
    ("material", "name", "geography", "value"),
    [
        ("pet", Name.ALLOCATION_FACTOR, "EU", 0.5),
        ("pet-packaging-bottle", Name.RECYCLING_OUTPUT_RATE, "EU", 0.42),
        ("pet-packaging-bottle", Name.RECYCLING_OUTPUT_RATE, "BG", 0.3),
        ("corrugated-board-packaging", Name.ALLOCATION_FACTOR, "EU", 0.2),
        ("corrugated-board-packaging", Name.RECYCLED_CONTENT, "EU", 0.88),
        ("pet", Name.QUALITY_RATIO_IN, "EU", 1),
        ("pet", Name.QUALITY_RATIO_OUT, "EU", 0.9),
        ("pet", Name.HEAT_EFFICIENCY, "EU", 0.31),
        ("pet", Name.ELECTRICITY_EFFICIENCY, "EU", 0.1),
        ("pet", Name.LOWER_HEATING_VALUE, "EU", 22),
    ],
)
def test_every_sheet_is_read_by_its_headings(material, name, geography, value):
    table = {row.key: row for row in read_cff_spreadsheet(annex())}
    assert table[material, name, geography].value == pytest.approx(value)


def test_a_value_tells_its_cell_and_counts_as_sourced():
    row = read_cff_spreadsheet(annex(), origin="PEF Annex C 2.1").lookup("pet", "allocation_factor")
    assert (row.source, row.status) == ("PEF Annex C 2.1, A - R1 - R2, D3", Status.SOURCED)
    assert row.name_en == "PET"


def test_cells_without_a_value_are_passed():
    keys = {row.key for row in read_cff_spreadsheet(annex())}
    assert ("pet-packaging-bottle", Name.RECYCLING_OUTPUT_RATE, "DE") not in keys
    assert ("corrugated-board-packaging", Name.RECYCLING_OUTPUT_RATE, "BG") not in keys
    assert len(keys) == 14


def test_one_quality_ratio_holds_for_both_sides():
    table = read_cff_spreadsheet(workbook(Q=(("Material", "Qs/Qp"), ("PP", 0.9))))
    assert {row.parameter: row.value for row in table} == {
        Name.QUALITY_RATIO_IN: 0.9,
        Name.QUALITY_RATIO_OUT: 0.9,
    }


@given(order=st.permutations(range(8)))
def test_columns_of_a_country_named_in_full_may_stand_anywhere(order):
    heads = ("Category", "Material", "Application", "A", "R1", "R2 EU", "R2 (BG)", "R3")
    row = ("Plastics", "PET", "bottle", 0.5, 0.1, 0.4, 0.3, 0.2)
    lines = [";".join(str(line[n]) for n in order) for line in (heads, row)]
    found = {r.key: r.value for r in read_cff_spreadsheet("\n".join(lines).encode())}
    assert found == {
        ("pet-bottle", Name.ALLOCATION_FACTOR, "EU"): 0.5,
        ("pet-bottle", Name.RECYCLED_CONTENT, "EU"): 0.1,
        ("pet-bottle", Name.RECYCLING_OUTPUT_RATE, "EU"): 0.4,
        ("pet-bottle", Name.RECYCLING_OUTPUT_RATE, "BG"): 0.3,
        ("pet-bottle", Name.ENERGY_RECOVERY_RATE, "EU"): 0.2,
    }


def test_every_wrong_value_is_named_at_once():
    rows = (
        ("Material", "A", "Qs/Qp"),
        ("PET", "half", 0.9),
        ("PP", 1.5, 0.9),
        ("PE", 0.5, 0),
        ("PET", 0.5, 0.8),
    )
    assert refused(workbook(Table=rows)) == [
        "Table, row 2, column “A” (B2): found “half”; expected a number, for example 12.5",
        "Table, row 3, column “A” (B3): found “1.5”; expected a share from 0 to 1",
        "Table, row 4, column “Qs/Qp” (C4): found “0”; expected above 0",
        "Table, row 5, column “Qs/Qp” (C5): found 0.8, but there is another value of the same"
        " above; expected one",
    ]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (workbook(Table=(("Name", "Value"), ("PET", 1))), "No sheet has a column “Material”"),
        (workbook(Table=(("Material", "A"),)), "Below the headings there is no value"),
        (b"", "empty"),
    ],
)
def test_file_without_parameters_is_refused(source, told):
    assert told in refused(source)[0]


def test_refusal_speaks_bulgarian():
    assert "Не е намерен лист" in refused(workbook(Table=(("x",),)), "bg")[0]


def test_values_that_can_be_read_come_with_what_is_wrong_with_the_others():
    annex = b"Material;Application;A;R2 EU\nPET;;0,5;1,7\n"
    table, problems = cff_spreadsheet_values(annex)
    assert [(row.parameter, row.value) for row in table] == [(Name.ALLOCATION_FACTOR, 0.5)]
    assert [problem.cell for problem in problems] == ["D2"]

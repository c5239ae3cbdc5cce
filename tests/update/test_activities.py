"""The tables of activities are what their sources say, and nothing is translated in vain."""

import json

from kragozor.instruments.reference import table
from kragozor.instruments.reference.activities import Version
from update import activities as update

PACKAGED = """var naceHeadings = [
  {
    NACE_CODE: "C",
    EN_DESC: "MANUFACTURING",
    DE_DESC: "VERARBEITENDES GEWERBE",
    BG_DESC: "ПРЕРАБОТВАЩА ПРОМИШЛЕНОСТ",
    CS_DESC: "ZPRACOVATELSKÝ PRŮMYSL",
  },
  {
    NACE_CODE: "16.23",
    EN_DESC: "Other builders' \\"carpentry\\"  and joinery",
    BG_DESC: "Други изделия от дървен материал",
    CS_DESC: "Ostatní",
  },
"""


def test_headings_of_the_package_become_rows(monkeypatch):
    monkeypatch.setattr(update, "packaged", lambda name, package: PACKAGED)
    section, entry = update.kid_2025()
    assert section["title_bg"] == "Преработваща промишленост"
    assert (entry["code"], entry["section"]) == ("16.23", "C")
    assert entry["title_en"] == 'Other builders\' "carpentry" and joinery'
    assert json.dumps(entry["title_bg"], ensure_ascii=False) in PACKAGED


def test_table_of_2008_is_up_to_date():
    newer = table(Version.KID_2025)
    assert list(update.kid_2008(newer)) == list(table(Version.KID_2008))


def test_only_titles_without_an_equal_in_2025_are_translated():
    newer = {row["title_en"].casefold() for row in table(Version.KID_2025)}
    titles = dict(update.nace_rev_2())
    for row in update.rows(update.TRANSLATIONS):
        assert titles[row["code"]] == row["title_en"]
        assert row["title_en"].casefold() not in newer


def test_writing_and_reading_a_table_is_a_round_trip(tmp_path):
    rows = list(table(Version.KID_2008))[:5]
    update.write(tmp_path / "a.csv", rows)
    assert update.rows(tmp_path / "a.csv") == rows

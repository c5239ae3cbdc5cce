"""Official titles take the place of working ones, and say where they are from."""

import sys

import pytest

from kragozor.instruments.reference import table
from update import waste_titles
from update.waste_titles import with_titles

ROWS = table("list-of-waste")
ANNEX = "Код;Наименование на отпадъка\n15 01 02;Пластмасови опаковки\n05 01 02*;Утайки\n"


@pytest.fixture
def target(tmp_path, monkeypatch):
    copy = tmp_path / "list-of-waste.csv"
    copy.write_bytes(waste_titles.TARGET.read_bytes())
    monkeypatch.setattr(waste_titles, "TARGET", copy)
    return copy


def run(monkeypatch, tmp_path, annex):
    file = tmp_path / "annex.csv"
    file.write_text(annex, encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["update.waste_titles", str(file)])
    waste_titles.main()


def test_title_of_the_annex_becomes_official():
    (row,) = [row for row in with_titles(ROWS, {"150102": "Опаковки"}) if row["code"] == "150102"]
    assert (row["title_bg"], row["title_bg_status"]) == ("Опаковки", "official")
    assert row["title_en"] == "plastic packaging"
    assert row["source"].startswith("Decision 2000/532/EC")
    assert row["source"].endswith("; Bulgarian title of Ordinance No 2 of 2014, Annex 1")


def test_other_rows_stay_as_they_are():
    changed = [
        new["code"]
        for old, new in zip(ROWS, with_titles(ROWS, {"150102": "Опаковки"}), strict=True)
        if dict(old) != dict(new)
    ]
    assert changed == ["150102"]


def test_second_import_changes_nothing():
    once = list(with_titles(ROWS, {"150102": "Опаковки"}))
    assert list(with_titles(once, {"150102": "Опаковки"})) == once


def test_table_is_written_with_the_two_titles(target, monkeypatch, tmp_path, capsys):
    before = target.read_text("utf-8").splitlines()
    run(monkeypatch, tmp_path, ANNEX)
    after = target.read_text("utf-8").splitlines()
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 2
    assert capsys.readouterr().out == "2 of 973 titles are official now.\n"


def test_wrong_annex_is_refused_and_nothing_written(target, monkeypatch, tmp_path):
    before = target.read_bytes()
    with pytest.raises(SystemExit, match=r"unknown code “15 01 08”"):
        run(monkeypatch, tmp_path, ANNEX + "15 01 08;Опаковки\n")
    assert target.read_bytes() == before

"""``kragozor template``: the workbook lands where it is asked for, or nothing does."""

import io

import openpyxl
import pytest

from kragozor.cli import main

PILLARS = ("textiles", "plastics", "agrifood")


@pytest.mark.parametrize("pillar", PILLARS)
@pytest.mark.parametrize(("language", "title"), [("bg", "Указания"), ("en", "Guide")])
def test_template_is_written(tmp_path, capsys, pillar, language, title):
    path = tmp_path / "inventory.xlsx"
    assert main(["template", pillar, "-o", str(path), "--language", language]) == 0
    assert openpyxl.load_workbook(path).sheetnames[0] == title
    said = capsys.readouterr()
    assert str(path) in said.out
    assert said.err == ""


def test_template_is_bulgarian_unless_told_otherwise(tmp_path):
    path = tmp_path / "inventory.xlsx"
    assert main(["template", "plastics", "-o", str(path)]) == 0
    assert openpyxl.load_workbook(path).sheetnames[0] == "Указания"


def test_template_goes_to_standard_output(capfdbinary):
    assert main(["template", "plastics", "-o", "-"]) == 0
    data = capfdbinary.readouterr().out
    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames[0] == "Указания"


def test_what_is_said_follows_the_terminal_and_the_workbook_does_not(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    path = tmp_path / "inventory.xlsx"
    assert main(["template", "plastics", "-o", str(path)]) == 0
    assert capsys.readouterr().out == f"Written: {path}\n"
    assert openpyxl.load_workbook(path).sheetnames[0] == "Указания"


def test_file_that_cannot_be_written_is_named(tmp_path, capsys):
    path = tmp_path / "none" / "inventory.xlsx"
    assert main(["template", "plastics", "-o", str(path), "--language", "en"]) == 2
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        f"The file “{path}” cannot be written: No such file or directory"
    ]
    assert said.out == ""


@pytest.mark.parametrize("arguments", [["metals", "-o", "x.xlsx"], ["plastics"]])
def test_bad_arguments_are_status_2_and_one_line(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["template", *arguments])
    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1

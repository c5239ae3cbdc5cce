"""``kragozor disclose`` prints the table of a standard and writes all files or none."""

import json

import pytest

from kragozor.cli import main
from kragozor.files.facts import facts
from kragozor.instruments.examples import bottle


@pytest.fixture
def disclosed(tmp_path, capsys):
    def run(standard, *options):
        file = tmp_path / "inventory.json"
        file.write_text(json.dumps(facts(bottle())), "utf-8")
        return main(["disclose", standard, str(file), *options]), *capsys.readouterr()

    return run


def test_table_names_every_state(disclosed):
    status, out, err = disclosed("esrs-e5", "--language", "en")
    assert (status, err) == (0, "")
    assert "E5-4_02" in out
    assert "0.033\xa0t" in out
    assert "No outflow is declared as waste" in out
    assert "to be written by you" in out


def test_json_is_the_table(disclosed):
    status, out, _ = disclosed("vsme-b7", "--json")
    assert status == 0
    assert json.loads(out)["standard"] == "vsme-b7"


def test_files_are_written(disclosed, tmp_path):
    sheet, data = tmp_path / "table.xlsx", tmp_path / "table.json"
    status, out, _ = disclosed("esrs-e5", "-o", str(sheet), "-o", str(data), "--language", "en")
    assert status == 0
    assert sheet.read_bytes().startswith(b"PK")
    assert json.loads(data.read_text("utf-8"))["edition"] == "2023"
    assert str(data) in out


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["-o", "table.pdf"], "table.pdf: expected .json or .xlsx."),
        (["--edition", "1999"], "There is no edition 1999 of “esrs-e5”. Known ones: 2023."),
    ],
)
def test_wrong_ending_and_unknown_edition_are_refused(disclosed, options, told):
    assert disclosed("esrs-e5", *options, "--language", "en") == (2, "", f"{told}\n")

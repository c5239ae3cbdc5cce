"""Files are written all or none, by what their names end with."""

import json
from xml.etree import ElementTree as ET

import pytest

from kragozor.files.assessments import assessment_from_text
from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.reports.outputs import (
    UnknownOutput,
    Unwritable,
    checked_outputs,
    output,
    write_outputs,
)


def test_each_ending_gives_its_form(tmp_path):
    assessment = assess(bottle())
    made = {
        suffix: output(assessment, tmp_path / f"result{suffix}", "bg")
        for suffix in (".pdf", ".XLSX", ".json", ".svg")
    }
    assert made[".pdf"].startswith(b"%PDF-")
    assert made[".XLSX"].startswith(b"PK")
    assert assessment_from_text(made[".json"].decode()) == assessment
    assert json.loads(made[".json"])["format"] == "kragozor-assessment"
    assert ET.fromstring(made[".svg"]).tag.endswith("svg")
    assert b"var(--" not in made[".svg"]


def test_every_unknown_ending_is_told():
    with pytest.raises(UnknownOutput) as refused:
        checked_outputs(["a.pdf", "b.doc", "c"])
    assert str(refused.value).splitlines() == [
        "b.doc: expected .json, .pdf, .svg or .xlsx.",
        "c: expected .json, .pdf, .svg or .xlsx.",
    ]


def test_name_given_twice_is_written_once():
    assert [path.name for path in checked_outputs(["a.pdf", "a.pdf", "a.svg"])] == [
        "a.pdf",
        "a.svg",
    ]


def test_files_are_written_and_nothing_beside_them(tmp_path):
    write_outputs({tmp_path / "a.pdf": b"a", tmp_path / "b.pdf": b"b"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.pdf": b"a",
        "b.pdf": b"b",
    }


@pytest.mark.parametrize("obstacle", ["missing/b.pdf", "folder.pdf"])
def test_where_one_cannot_be_written_none_is(tmp_path, obstacle):
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "a.pdf").write_bytes(b"before")
    with pytest.raises(Unwritable) as refused:
        write_outputs({tmp_path / "a.pdf": b"after", tmp_path / obstacle: b"b"})
    assert obstacle.rpartition("/")[2] in str(refused.value)
    assert (tmp_path / "a.pdf").read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "folder.pdf"]

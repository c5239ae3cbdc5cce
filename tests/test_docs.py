"""The documents lead to what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TREES = ("docs", "src", "tests", "update")
DOCUMENTS = sorted(
    document
    for document in [
        *ROOT.glob("*.md"),
        *(found for tree in TREES for found in (ROOT / tree).rglob("*.md")),
    ]
    if document.name != "CHANGELOG.md"  # Tells of what was there, too.
)
# A path of this project: a folder, or a file by its ending. What begins with a stroke or a dot is
# an address of the site, or a place on the machine that runs it.
PATH = re.compile(r"(?<=`)[\w-][\w./-]*(?:/|\.(?:py|toml|md|typ|csv|po))(?=`)")
PLACES = {
    f"/{place.relative_to(ROOT).as_posix()}{'/' * place.is_dir()}"
    for place in [*ROOT.iterdir(), *(found for tree in TREES for found in (ROOT / tree).rglob("*"))]
}


@pytest.mark.parametrize(
    "document", DOCUMENTS, ids=lambda document: document.relative_to(ROOT).as_posix()
)
def test_every_path_a_document_names_is_there(document):
    named = set(PATH.findall(document.read_text("utf-8")))
    missing = [path for path in named if not any(place.endswith(f"/{path}") for place in PLACES)]
    assert sorted(missing) == []


def test_a_path_that_is_not_there_would_be_found():
    assert PATH.findall("`hub/nowhere.py`, `hub/nowhere/`, `./var`, `/healthz`, `x.y()`") == [
        "hub/nowhere.py",
        "hub/nowhere/",
    ]


PROGRAMS = [
    pytest.param(program, id=f"{document.relative_to(ROOT).as_posix()}-{number}")
    for document in DOCUMENTS
    # Those of python.md are signatures; its examples are docstrings' and run with them.
    if document.is_relative_to(ROOT / "docs") and document.name != "python.md"
    for number, program in enumerate(
        re.findall(r"^```python\n(.+?)^```", document.read_text("utf-8"), flags=re.M | re.S)
    )
]


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_program_a_document_shows_runs(program, tmp_path, monkeypatch):
    (tmp_path / "src").symlink_to(ROOT / "src")
    monkeypatch.chdir(tmp_path)
    for workbook in re.findall(r'"(\w+\.xlsx)"', program):
        example = ROOT / "src/kragozor/files/examples/pet-bottle.json"
        (tmp_path / workbook).write_bytes(example.read_bytes())
    exec(program, {})

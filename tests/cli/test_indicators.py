"""``kragozor indicators`` lists what there is, and the command finds its own commands."""

import json
import subprocess
import sys
from importlib import import_module

import pytest

from kragozor import __version__
from kragozor.cli import COMMANDS, main
from kragozor.cli.terminal import table, terminal_language
from kragozor.instruments.compute import compute
from kragozor.instruments.indicators.catalogue import indicator, indicators


def printed(capsys, *arguments):
    assert main(["indicators", *arguments]) == 0
    return capsys.readouterr().out


def test_json_lists_every_indicator_with_its_inputs(capsys):
    told = {entry["id"]: entry for entry in json.loads(printed(capsys, "--json"))}
    assert set(told) == {entry.id for entry in indicators()}
    for entry in indicators():
        listed = told[entry.id]
        assert (listed["version"], listed["source"]) == (entry.version, str(entry.source))
        asked = [name for name, one in entry.inputs.items() if not one.only_of_parts]
        assert [one["name"] for one in listed["inputs"]] == asked
        assert [value["name"] for value in listed["values"]] == list(entry.values)


def test_json_tells_units_domains_and_assumptions(capsys):
    (entry,) = json.loads(printed(capsys, "mci", "--json", "--language", "en"))
    asked = {item["name"]: item for item in entry["inputs"]}
    assert asked["mass"] == {
        "name": "mass",
        "description": "Mass of the product",
        "domain": ">= 0",
        "symbol": "M",
        "unit": "kg",
        "assumed": None,
    }
    assert asked["feedstock_recycling_efficiency"]["assumed"] == 1
    assert "mass" in [item["name"] for item in asked["parts"]["items"]]


def test_json_marks_what_is_mandatory_and_what_may_be_chosen(capsys):
    iso, company = json.loads(printed(capsys, "iso59020", "mci-company", "--json"))
    assert sum(value["mandatory"] is True for value in iso["values"]) == 6
    assert {"choices": ["mass", "revenue"]}.items() <= company["inputs"][1].items()


def test_listed_inputs_are_those_that_compute_takes(capsys):
    for entry in json.loads(printed(capsys, "--json")):
        numbers = {a["name"]: None for a in entry["inputs"]}
        assert compute(entry["id"], numbers).indicator == entry["id"]


def test_what_belongs_to_a_part_is_listed_there_alone(capsys):
    (told,) = json.loads(printed(capsys, "cff", "--json"))
    asked = {one["name"]: one for one in told["inputs"]}
    assert "mass" not in asked
    assert "mass" in [item["name"] for item in asked["parts"]["items"]]
    lines = printed(capsys, "cff", "--language", "en").splitlines()
    assert [line.split()[0] for line in lines if "Mass of the" in line] == ["parts[].mass"]


def test_people_read_it_in_their_language(capsys):
    text = printed(capsys, "iso59020", "--language", "bg")
    assert text.startswith("iso59020: ISO 59020: основни индикатори за кръговост, версия 2024\n")
    assert "Източник: ISO 59020:2024" in text
    assert "(задължителен)" in text
    assert "(ако липсва, се приема 0)" in text


def test_people_read_the_items_of_lists(capsys):
    lines = printed(capsys, "cti", "--language", "en").splitlines()
    assert any("inflows[].circular_share" in line for line in lines)
    assert any(indicator("cti").values["circularity"].formula in line for line in lines)


def test_unknown_indicator_is_refused(capsys):
    assert main(["indicators", "mcii", "--language", "en"]) == 2
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)


@pytest.mark.parametrize("name", [name for name, _ in COMMANDS])
def test_every_command_has_an_example_in_its_help(capsys, name):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    out = capsys.readouterr().out
    assert ended.value.code == 0
    assert "example" in out
    assert f"kragozor {name}" in out.split("example")[-1]


def test_help_lists_every_command(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    listed = capsys.readouterr().out
    assert all(f"\n    {name} " in listed for name, _ in COMMANDS)


def test_version_is_told(capsys):
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"kragozor {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [[], ["nothing"], ["compute"], ["compute", "mci", "-", "--x"]]
)
def test_wrong_use_is_told_in_one_line(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    out, err = capsys.readouterr()
    assert (ended.value.code, out, len(err.splitlines())) == (2, "", 1)


def test_only_the_command_called_is_loaded():
    code = (
        "import sys; from kragozor.cli import main; main(['indicators', 'mci', '--json']);"
        "print(sorted({'numpy', 'django', 'babel', 'openpyxl'} & set(sys.modules)),"
        "file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_reader_who_leaves_early_is_no_error():
    code = (
        "import sys; from kragozor.cli import main;"
        "sys.stdout.reconfigure(line_buffering=True); sys.exit(main(['indicators']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_interruption_ends_with_its_own_status(monkeypatch):
    def interrupted(args):
        raise KeyboardInterrupt

    monkeypatch.setattr(import_module("kragozor.cli.indicators"), "run", interrupted)
    assert main(["indicators"]) == 130


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ({"LANG": "bg_BG.UTF-8"}, "bg"),
        ({"LANG": "bg_BG.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "bg_BG"}, "bg"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_language_is_that_of_the_terminal(monkeypatch, locale, language):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert terminal_language() == language


def test_table_aligns_all_but_the_last_column():
    assert table([("a", "bb", "c"), ("aaa", "b", "")], indent="") == "a    bb  c\naaa  b"


def test_lineage_is_told_in_words_and_in_json(capsys):
    assert "The same in other units: cff-ozone-depletion" in printed(capsys, "cff")
    assert "Наследник: Global Circularity Protocol" in printed(capsys, "cti", "--language", "bg")
    (cti,) = json.loads(printed(capsys, "cti", "--json"))
    assert (cti["version"], cti["supersedes"], cti["superseded_by"]) == ("4.0", None, None)
    assert "Global Circularity Protocol" in cti["outlook"]

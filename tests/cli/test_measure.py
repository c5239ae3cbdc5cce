"""``kragozor measure`` prints, writes all files or none, and says by its status how it went."""

import io
import json
import sys
from importlib import resources
from types import SimpleNamespace

import pytest

from kragozor.cli import main
from kragozor.files.assessments import assessment_from_text
from kragozor.files.facts import facts
from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.words import LANGUAGES, entry
from tests.files.bad_files import BAD, MB
from tests.inventories import inflow, inventory, outflow

EXAMPLE = resources.files("kragozor.files").joinpath("examples/pet-bottle.json")


@pytest.fixture
def measured(tmp_path, capsys):
    """Run the command on an inventory or on the text of a file."""

    def run(content, *options):
        file = tmp_path / "inventory.json"
        text = content if isinstance(content, str) else json.dumps(facts(content))
        file.write_text(text, "utf-8")
        status = main(["measure", str(file), *options])
        return status, *capsys.readouterr()

    return run


@pytest.mark.parametrize("language", LANGUAGES)
def test_table_shows_headline_frameworks_balance_and_steps(measured, language):
    status, out, err = measured(bottle(), "--language", language)
    assert (status, err) == (0, "")
    number, likely = {
        "bg": ("0,42", "с вероятност 90\xa0%: от 0,410 до 0,427"),
        "en": ("0.42", "90\xa0% likely: 0.410 to 0.427"),
    }[language]
    assert f": {number} ({likely})\n" in out
    for name in ("MCI", "ISO 59020", "CTI"):
        assert name in out
    assert entry("reports.document.steps", language) in out
    assert entry("reports.document.assumptions", language) in out


def test_undefined_figures_show_their_reason(measured):
    _, out, _ = measured(bottle(), "--language", "en")
    lines = [line.strip() for line in out.splitlines()]
    assert lines[lines.index("Material productivity") - 1] == "—  Missing: Revenue."


def test_json_is_the_assessment(measured):
    status, out, err = measured(bottle(), "--json")
    assert (status, err) == (0, "")
    assert assessment_from_text(out).inventory == bottle()


def test_every_output_is_written(measured, tmp_path):
    names = ["report.pdf", "result.json", "result.xlsx", "picture.svg"]
    options = [option for name in names for option in ("-o", str(tmp_path / name))]
    status, out, _ = measured(bottle(), *options)
    assert status == 0
    assert all(str(tmp_path / name) in out for name in names)
    written = {name: (tmp_path / name).read_bytes() for name in names}
    assert written["report.pdf"].startswith(b"%PDF-")
    assert written["result.xlsx"].startswith(b"PK")
    assert written["picture.svg"].startswith(b"<svg")
    assert assessment_from_text(written["result.json"].decode()).inventory == bottle()


@pytest.mark.parametrize("language", LANGUAGES)
def test_open_balance_ends_with_one_and_still_writes(measured, tmp_path, language):
    facts_of_it = inventory(inflow(100), outflow(60))
    result = tmp_path / "result.json"
    status, out, err = measured(facts_of_it, "-o", str(result), "--language", language)
    assert status == 1
    assert result.exists()
    assert len(err.splitlines()) == 1
    assert "40\u00a0%" in err
    assert err.strip() in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_error_is_a_line_and_nothing_is_written(measured, tmp_path, language):
    wrong = facts(bottle())
    wrong["inflows"][0]["mass"] = -1
    wrong["outflows"][1]["mass"] = {"value": -5}
    result = tmp_path / "result.json"
    status, out, err = measured(json.dumps(wrong), "-o", str(result), "--language", language)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 2
    assert "inflows[0].mass" in err
    assert "outflows[1].mass" in err
    assert not result.exists()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", BAD)
def test_bad_file_is_refused_as_the_page_refuses_it(case, language, tmp_path, capsys):
    make, bulgarian, english = BAD[case]
    file, result = tmp_path / "bad.xlsx", tmp_path / "result.json"
    file.write_bytes(make())
    options = ["--language", language, "-o", str(result)]
    assert main(["measure", str(file), *options]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert {"bg": bulgarian, "en": english}[language] in err
    assert not result.exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_large_file_is_refused_before_it_is_read(language, tmp_path, capsys):
    file = tmp_path / "large.xlsx"
    file.write_bytes(bytes(60 * MB))
    assert main(["measure", str(file), "--language", language]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "10 MB" in err.replace("\u00a0", " ")


def test_missing_file_is_one_line(tmp_path, capsys):
    assert main(["measure", str(tmp_path / "nothing.xlsx")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "nothing.xlsx" in err


def test_unknown_ending_is_refused_before_the_file_is_read(capsys):
    assert main(["measure", "nothing.xlsx", "-o", "a.doc", "-o", "b.pdf", "-o", "c.odt"]) == 2
    err = capsys.readouterr().err
    assert [line.partition(":")[0] for line in err.splitlines()] == ["a.doc", "c.odt"]


def test_where_one_output_cannot_be_written_none_is(measured, tmp_path):
    good, bad = tmp_path / "result.json", tmp_path / "missing" / "picture.svg"
    status, out, err = measured(bottle(), "-o", str(good), "-o", str(bad))
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "picture.svg" in err
    assert not good.exists()


def test_standard_input_is_read_for_a_dash(monkeypatch, capsys):
    stdin = SimpleNamespace(buffer=io.BytesIO(EXAMPLE.read_bytes()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["measure", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["headline"] == "mci.mci"


def test_progress_is_shown_on_a_terminal_alone(measured, monkeypatch):
    _, _, err = measured(bottle())
    assert err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    _, _, err = measured(bottle(), "--language", "en")
    assert entry("reports.output.measuring", "en") in err
    assert err.endswith("\r\x1b[K")


def test_help_shows_an_example(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["measure", "--help"])
    assert ended.value.code == 0
    assert "kragozor measure inventory.xlsx -o report.pdf" in capsys.readouterr().out


def test_a_figure_is_explained_down_to_its_rows(measured):
    status, out, err = measured(bottle(), "--explain", "mci.linear_flow_index", "--language", "en")
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "Linear flow index: 0.65"
    assert "LFI = (V + W) / (2 · M + (W_F − W_C) / 2)" in out
    assert "Inflows, row 2: rPET" in out


def test_an_unknown_figure_is_refused_and_nothing_written(measured, tmp_path):
    file = tmp_path / "result.json"
    asked = ("--explain", "mci.mcl", "--language", "bg")
    status, out, err = measured(bottle(), *asked, "-o", str(file))
    assert (status, out) == (2, "")
    assert err.startswith("Няма показател „mci.mcl“. Има: ")
    assert len(err.splitlines()) == 1
    assert not file.exists()


def test_a_result_is_repeated_by_its_draws_and_seed(measured):
    options = ("--json", "--draws", "50", "--seed", "7", "--sampling", "sobol")
    first, again = (measured(bottle(), *options)[1] for _ in range(2))
    other = measured(bottle(), "--json", "--draws", "50", "--seed", "8")[1]
    assert first == again != other
    sample = assessment_from_text(first).sample
    assert (sample.draws, sample.seed, sample.sampling) == (50, 7, "sobol")


def test_draws_are_those_of_the_library_unless_told(measured):
    told = assessment_from_text(measured(bottle(), "--json")[1])
    assert told.sample == assess(bottle()).sample


def test_no_draws_leave_the_intervals_out(measured):
    _, out, _ = measured(bottle(), "--draws", "0", "--language", "en")
    assert "likely" not in out


@pytest.mark.parametrize(
    ("options", "named"),
    [(("--draws", "19"), "19"), (("--draws", "1000001"), "20"), (("--seed", "-1"), "-1")],
)
def test_draws_outside_their_bounds_are_refused(measured, options, named):
    status, out, err = measured(bottle(), *options)
    assert (status, out) == (2, "")
    assert named in err.replace("−", "-")

"""``kragozor compute`` gives what the library gives, and says in a line each what is wrong."""

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kragozor.cli import main
from kragozor.instruments.indicators.catalogue import indicator_ids

CASES = json.loads((Path(__file__).parents[1] / "oracles" / "indicators.json").read_text("utf-8"))
REUSED = {"mass": 1, "reused_feedstock": 0.5, "collected_for_reuse": 0.5, "utility": 1}


@pytest.fixture
def computed(tmp_path, capsys):
    """Run the command in this process on inputs, and return its status, output and errors."""

    def run(indicator_id, inputs, *options):
        file = tmp_path / "inputs.json"
        file.write_text(inputs if isinstance(inputs, str) else json.dumps(inputs), "utf-8")
        status = main(["compute", indicator_id, str(file), *options])
        return status, *capsys.readouterr()

    return run


def chosen(kind):
    cases = [case for case in CASES if kind in case]
    return pytest.mark.parametrize("case", cases, ids=[case["id"] for case in cases])


@chosen("expected")
def test_case_gives_its_values(computed, case):
    status, out, err = computed(case["indicator"], case["inputs"])
    printed = json.loads(out)
    assert (status, err) == (0, "")
    assert list(printed) == ["indicator", "version", "values", "undefined", "warnings"]
    for name, expected in case["expected"].items():
        first = expected[0] if isinstance(expected, list) else expected
        are_words = isinstance(first, str)
        tolerant = expected if are_words else pytest.approx(expected, rel=0, abs=case["tolerance"])
        assert printed["values"].get(name) == tolerant, name
    assert set(case.get("undefined", ())) <= set(printed["undefined"])
    assert all(isinstance(reason, str) and reason for reason in printed["undefined"].values())


@chosen("refused")
def test_case_is_refused(computed, case):
    status, out, err = computed(case["indicator"], case["inputs"], "--language", "en")
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == len(case["refused"])
    assert all(told in line for told, line in zip(case["refused"], err.splitlines(), strict=True))


def run_alone(*arguments, **options):
    command = [sys.executable, "-m", "kragozor.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def test_command_reads_standard_input():
    done = run_alone("compute", "mci", "-", input=json.dumps(REUSED))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["values"]["mci"] == 0.55


def test_command_ends_with_status_2_and_nothing_printed():
    done = run_alone("compute", "mci", "-", input='{"mass": -1}', env={"LC_ALL": "bg_BG.UTF-8"})
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "mass е −1, а трябва да е поне 0.\n"


def test_terminal_without_cyrillic_gets_escapes_that_json_allows():
    surroundings = {"PYTHONIOENCODING": "ascii", "LC_ALL": "bg_BG.UTF-8"}
    done = run_alone("compute", "mci", "-", input="{}", env=surroundings)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Липсва" in json.loads(done.stdout)["undefined"]["mci"]


def test_half_a_character_is_printed_as_it_was_given():
    inputs = '{"not_applicable": {"relative_lifetime": "\\ud800"}}'
    done = run_alone("compute", "iso59020", "-", input=inputs)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Declared not applicable: \\ud800" in done.stdout


def test_reasons_name_the_inputs_as_a_file_gives_them(computed):
    _, out, _ = computed("iso59020", {"reused_inflow": 1}, "--language", "bg")
    reason = json.loads(out)["undefined"]["reused_inflow_share"]
    assert reason == "Липсва: Общ входящ поток (total_inflow)."


def test_warnings_speak_the_language_asked_for(computed):
    _, out, _ = computed("mci", {"mass": 1}, "--language", "bg")
    assert json.loads(out)["warnings"][1] == (
        "Няма данни и е прието 1: Полезност спрямо средната за отрасъла (utility)."
    )


def test_byte_order_mark_is_no_matter(computed):
    assert computed("mci", "\ufeff" + json.dumps(REUSED))[0] == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "The file is not valid JSON: line 1, character 1"),
        ("{mass: 1}", "The file is not valid JSON: line 1, character 2"),
        ('{"mass": 1,}', "The file is not valid JSON: line 1, character 12"),
        ("[1]", "does not hold an object"),
        ("null", "does not hold an object"),
        ('{"mass": NaN}', "contains NaN, which is not a number"),
        ('{"mass": -Infinity}', "contains -Infinity, which is not a number"),
        ('{"mass": 1e999}', "mass is inf; it must be a finite number."),
        ('{"mass": ' + "9" * 5_000 + "}", "contains ∞, which is not a number"),
        ('{"mass": 1, "mass": 2}', 'The key "mass" occurs twice'),
        ('{"parts": [{"mass": 1, "mass": 2}]}', 'The key "mass" occurs twice'),
        ('{"mass": ' + "[" * 100_000, "nested deeper than 10 levels"),
        ('{"a\\nb\\u2028c\\u001b[2Jd\\ud800": 1}', "a b c [2Jd : no such name is expected."),
        ('{"mass": {"distribution": "uniform"}}', "mass: The uniform distribution is given by"),
    ],
)
def test_what_is_no_object_of_numbers_is_refused(computed, text, told):
    status, out, err = computed("mci", text, "--language", "en")
    assert (status, out) == (2, "")
    assert told in err
    assert len(err.splitlines()) == 1


def test_every_problem_has_its_line(computed):
    _, _, err = computed("mci", {"mass": -1, "x": 1, "utility": "a"}, "--language", "en")
    assert err.splitlines() == [
        "x: no such name is expected.",
        "mass is −1; it must be at least 0.",
        'utility is "a"; it must be a number.',
    ]


def test_text_of_other_encodings_is_refused(tmp_path, capsys):
    file = tmp_path / "inputs.json"
    file.write_bytes('{"маса": 1}'.encode("cp1251"))
    assert main(["compute", "mci", str(file), "--language", "en"]) == 2
    assert "is not in UTF-8" in capsys.readouterr().err


def test_missing_file_is_refused(tmp_path, capsys):
    assert main(["compute", "mci", str(tmp_path / "no.json"), "--language", "en"]) == 2
    told = "The file “no.json” cannot be read: No such file or directory\n"
    assert capsys.readouterr().err == told


def test_folder_is_refused(tmp_path, capsys):
    assert main(["compute", "mci", str(tmp_path), "--language", "en"]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_unknown_indicator_is_refused(computed):
    status, out, err = computed("mcii", {}, "--language", "en")
    assert (status, out) == (2, "")
    assert err == f"There is no indicator “mcii”. Known ones: {', '.join(indicator_ids())}.\n"


@pytest.fixture
def shown(monkeypatch, capsys):
    """Run the command as on a terminal that somebody looks at, and return what is seen."""

    def run(inputs, *arguments):
        stdin = SimpleNamespace(buffer=io.BytesIO(json.dumps(inputs).encode()))
        monkeypatch.setattr(sys, "stdin", stdin)
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        assert main(["compute", *arguments]) == 0
        return capsys.readouterr().out

    return run


def test_people_see_a_table(shown):
    text = shown(REUSED, "mci", "-", "--language", "bg")
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert lines[0] == "Индикатор за материална кръговост (MCI), 2019"
    assert "Индикатор за материална кръговост 0,55" in lines
    assert "Първична суровина 0,5 kg" in lines
    assert any(line.startswith("! Няма данни и е прието 0") for line in lines)


def test_people_see_shares_in_percent_and_reasons(shown):
    inputs = {"total_inflow": 3, "reused_inflow": 1}
    text = shown(inputs, "iso59020", "-", "--language", "en")
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "Average reused content of inflow 33.3 %" in lines
    assert "Lifetime relative to the industry average — Missing: " in "\n".join(lines)


def test_people_may_ask_for_json(shown):
    text = shown(REUSED, "mci", "-", "--json")
    assert json.loads(text)["values"]["mci"] == 0.55


UNCERTAIN = {
    "mass": 1,
    "recycled_feedstock": {"distribution": "uniform", "low": 0.2, "high": 0.4},
    "collected_for_recycling": {"distribution": "uniform", "low": 0.4, "high": 0.6},
    "utility": 1,
}


def test_draws_add_their_keys_and_leave_the_others(computed):
    status, out, _ = computed("mci", UNCERTAIN, "--draws", "4000", "--seed", "3")
    printed = json.loads(out)
    assert status == 0
    assert list(printed)[:5] == ["indicator", "version", "values", "undefined", "warnings"]
    assert [printed[key] for key in ("draws", "seed", "sampling")] == [4000, 3, "latin-hypercube"]
    mci = printed["uncertainty"]["mci"]
    assert list(mci) == ["mean", "sd", "p05", "p50", "p95", "undefined_share", "sobol"]
    assert mci["mean"] == pytest.approx(0.46, abs=1e-3)
    assert mci["sd"] == pytest.approx(0.036742, rel=0.03)
    assert list(mci["sobol"]) == ["recycled_feedstock", "collected_for_recycling"]
    for indices in mci["sobol"].values():
        assert set(indices) == {"first_order", "first_order_interval", "total", "total_interval"}
        low, high = indices["total_interval"]
        assert low < indices["total"] < high
        assert indices["first_order"] == pytest.approx(0.5, abs=0.05)


def test_the_same_seed_prints_the_same(computed):
    options = ("--draws", "500", "--sampling", "sobol")
    same = [computed("mci", UNCERTAIN, *options, "--seed", "8")[1] for _ in range(2)]
    assert same[0] == same[1] != computed("mci", UNCERTAIN, *options, "--seed", "9")[1]


def test_a_distribution_is_drawn_without_being_asked(computed):
    assert json.loads(computed("mci", UNCERTAIN)[1])["draws"] == 10_000


def test_draws_without_a_distribution_change_nothing_and_say_so(computed):
    plain, drawn = (computed("mci", REUSED, *more)[1] for more in ((), ("--draws", "500")))
    assert json.loads(drawn).keys() == json.loads(plain).keys()
    assert json.loads(drawn)["values"] == json.loads(plain)["values"]
    assert "so nothing was drawn" in drawn


@pytest.mark.parametrize(
    ("inputs", "options", "told"),
    [
        (UNCERTAIN, ("--draws", "3"), "draws is 3; it must be from 20 to 1,000,000."),
        (UNCERTAIN, ("--seed", "-1"), "seed is −1; it must be"),
        (
            {"recycled_feedstock": {"distribution": "normal", "mean": 0.9, "sd": 0.2}},
            (),
            "it must be a share from 0 to 1. Instead: beta",
        ),
        (
            {"mass": {"distribution": "triangular", "low": 3, "mode": 2, "high": 1}},
            (),
            "mass: high is 1; it must be at least 3.",
        ),
        ({"parts": UNCERTAIN["recycled_feedstock"]}, (), "it must be a list."),
    ],
)
def test_draws_that_cannot_be_made_are_refused(computed, inputs, options, told):
    status, out, err = computed("mci", inputs, *options, "--language", "en")
    assert (status, out) == (2, "")
    assert told in err
    assert len(err.splitlines()) == 1


def test_people_see_intervals_and_what_they_come_from(shown):
    text = shown(UNCERTAIN, "mci", "-", "--language", "en")
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert any(line.startswith("In 90 % of 10,000 draws (seed 0)") for line in lines)
    assert any(line.startswith("Material Circularity Indicator 0.40 to 0.52") for line in lines)
    assert "Virgin feedstock 0.61 to 0.79 kg recycled_feedstock 100 %" in lines


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", {"Material Circularity Indicator 0.46", "Virgin feedstock 0.70 kg"}),
        ("bg", {"Индикатор за материална кръговост 0,46", "Първична суровина 0,70 kg"}),
    ],
)
def test_value_has_no_digit_that_its_interval_does_not_support(shown, computed, language, told):
    exact = {"mass": 1, "recycled_feedstock": 0.30123, "collected_for_recycling": 0.50456}
    spread = {
        name: {"distribution": "uniform", "low": value - 0.1, "high": value + 0.1}
        for name, value in exact.items()
        if name != "mass"
    }
    for inputs, is_rounded in ((exact | spread, True), (exact, False)):
        text = shown(inputs, "mci", "-", "--language", language)
        lines = {" ".join(line.split()) for line in text.splitlines()}
        assert (told <= lines) is is_rounded
    values = [
        json.loads(computed("mci", one, "--json")[1])["values"] for one in (exact, exact | spread)
    ]
    assert values[0]["mci"] == pytest.approx(values[1]["mci"], rel=1e-12)


def test_scipy_is_not_loaded_where_nothing_is_drawn():
    code = (
        "import sys, kragozor, kragozor.cli as cli; cli.main(['compute', 'mci', '-']);"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in ('numpy', 'scipy')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps(REUSED),
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"

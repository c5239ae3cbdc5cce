"""``kragozor measure`` of a table: a summary, lines for what is set aside, and a status."""

import json

import pytest

from kragozor.cli import main


@pytest.fixture
def portfolio(tmp_path, capsys):
    """Run the command on the lines of a table."""

    def run(*lines, output="out.csv", options=()):
        source = tmp_path / "products.csv"
        source.write_text("\n".join(lines), "utf-8")
        written = ["-o", str(tmp_path / output)] if output else []
        status = main(["measure", str(source), *written, *options])
        return status, *capsys.readouterr()

    return run


def test_a_table_is_measured(portfolio, tmp_path):
    status, out, err = portfolio("mass,utility", "1,1", "2,1", options=["--language", "en"])
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "Products measured: 2; rows set aside: 0"
    assert "  mci.mci  " in out
    assert out.splitlines()[-1] == f"Written: {tmp_path / 'out.csv'}"


def test_a_row_set_aside_ends_with_one(portfolio, tmp_path):
    lines = ("mass,utility", "1,1", "-2,1")
    status, out, err = portfolio(*lines, options=["--language", "bg"])
    assert status == 1
    assert out.splitlines()[0] == "Измерени изделия: 1; отделени редове: 1"
    assert err.splitlines() == [
        "ред 3: mass е −2, а трябва да е поне 0.",
        f"Отделени редове: 1; всички, с причините, са в {tmp_path / 'out.refused.csv'}",
    ]


def test_strict_ends_with_two(portfolio, tmp_path):
    status, out, err = portfolio("mass,utility", "-2,1", options=["--strict", "--language", "en"])
    assert (status, out) == (2, "")
    assert err == "Line 2: mass is −2; it must be at least 0.\n"
    assert not (tmp_path / "out.csv").exists()


def test_json_tells_a_program_the_same(portfolio):
    lines = ("sku,mass,utility,recyled_feedstock", "a,1,1,0.5", "b,,1,0.5")
    status, out, err = portfolio(
        *lines, options=["--json", "--language", "en", "--indicator", "mci"]
    )
    told = json.loads(out)
    assert status == 0
    assert (told["measured"], told["set_aside"], told["faults"]) == (2, 0, [])
    assert told["values"]["mci.mci"] == {"undefined": 1}
    assert told["carried"] == ["sku", "recyled_feedstock"]
    assert err == (
        "The column “recyled_feedstock” is no input and is only carried along; "
        "perhaps “recycled_feedstock”?\n"
    )


@pytest.mark.parametrize("output", ["", "out.pdf"])
def test_one_table_must_be_named_for_the_result(portfolio, output):
    status, out, err = portfolio("mass,utility", "1,1", output=output)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "measured.parquet" in err

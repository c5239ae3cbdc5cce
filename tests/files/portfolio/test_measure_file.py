"""A table of products becomes a table of values; what cannot be measured is set aside by line."""

import csv
import math

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.files.portfolio import FAULTS_TOLD, measure_file
from kragozor.files.portfolio import text as text_module
from kragozor.files.problems import FileRefused
from kragozor.instruments.compute import compute
from kragozor.instruments.errors import InstrumentError

# More rows of Parquet than one thread takes at a time.
MANY = 300_000
HEADING = "артикул,mass,recycled_feedstock,utility"
PRODUCTS = [("пуловер", "0.4", "0.3", "1"), ("риза", "0.2", "0", "2"), ("шал", "0.1", "1", "")]


def mci(mass, recycled, utility):
    given = {"mass": mass, "recycled_feedstock": recycled, "utility": utility}
    return compute("mci", {k: float(v) for k, v in given.items() if v}).values["mci"]


@pytest.fixture
def table(tmp_path):
    """Write a CSV file of lines, and return its path."""

    def write(*lines, encoding="utf-8", name="products.csv"):
        path = tmp_path / name
        path.write_bytes("\n".join(lines).encode(encoding))
        return path

    return write


def rows_of(path):
    """The rows of a written table, each as a mapping of text or numbers."""
    if path.suffix == ".parquet":
        return pl.read_parquet(path).to_dicts()
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def parquet_of(path, **columns):
    pl.DataFrame(columns).write_parquet(path)
    return path


@pytest.mark.parametrize("target", ["out.csv", "out.parquet"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_product_has_its_values_and_what_is_carried_along(table, tmp_path, separator, target):
    lines = [HEADING, *map(",".join, PRODUCTS)]
    source = table(*(line.replace(",", separator) for line in lines))
    report = measure_file(source, tmp_path / target, indicators=["mci"])
    rows = rows_of(tmp_path / target)
    assert (report.measured, report.set_aside, report.faults_file) == (3, 0, None)
    assert [row["артикул"] for row in rows] == ["пуловер", "риза", "шал"]
    assert [int(row["line"]) for row in rows] == [2, 3, 4]
    for row, product in zip(rows, PRODUCTS, strict=True):
        assert math.isclose(float(row["mci.mci"]), mci(*product[1:]))
    assert not list(tmp_path.glob(".*"))


def test_parquet_is_read_as_its_numbers_stand(tmp_path):
    source = parquet_of(
        tmp_path / "in.parquet",
        mass=[1, 2, None],
        recycled_feedstock=[0.5, None, 0.5],
        utility=[1.0, 1.0, 1.0],
        sku=["a", "b", None],
    )
    report = measure_file(source, tmp_path / "out.parquet", indicators=["mci"])
    rows = rows_of(tmp_path / "out.parquet")
    assert [row["line"] for row in rows] == [1, 2, 3]
    assert [row["sku"] for row in rows] == ["a", "b", None]
    assert [row["mci.mci"] for row in rows] == [
        pytest.approx(0.325),
        pytest.approx(0.1),
        None,
    ]
    assert report.undefined["mci.mci"] == 1


# What is ordinary, what is at an edge, what is refused, and what is not there.
SHARES = st.floats(0, 1) | st.sampled_from([0.0, 1.0, 1.5, -0.5, math.nan, math.inf, None])
ODD_ROWS = st.fixed_dictionaries(
    {"mass": SHARES, "recycled_feedstock": SHARES, "reused_feedstock": SHARES, "utility": SHARES}
)


@settings(max_examples=40, deadline=None)
@given(st.lists(ODD_ROWS, min_size=1, max_size=6))
def test_every_row_of_parquet_is_what_it_is_alone(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("odd")
    kinds = dict.fromkeys(rows[0], pl.Float64)
    pl.DataFrame(rows, schema=kinds).write_parquet(folder / "in.parquet")
    measure_file(folder / "in.parquet", folder / "out.csv", indicators=["mci"])
    found = {int(row["line"]): row["mci.mci"] for row in rows_of(folder / "out.csv")}
    for line, row in enumerate(rows, start=1):
        told = {k: v for k, v in row.items() if v is not None and not math.isnan(v)}
        try:
            alone = compute("mci", told).values.get("mci")
        except InstrumentError:
            assert line not in found
            continue
        assert found[line] == "" if alone is None else math.isclose(float(found[line]), alone)


def test_numbers_as_people_write_them_are_read(table, tmp_path):
    source = table("name;mass;recycled_feedstock;utility", "а;1 234,5; 0,5 ;1", "б;.5;5e-1;1,0")
    measure_file(source, tmp_path / "out.csv")
    found = [float(row["mci.virgin_feedstock"]) for row in rows_of(tmp_path / "out.csv")]
    assert found == [617.25, 0.25]


def test_windows_1251_is_read_beside_utf_8(table, tmp_path):
    source = table("артикул;mass;utility", "вълна;1;1", encoding="cp1251")
    measure_file(source, tmp_path / "out.csv")
    assert rows_of(tmp_path / "out.csv")[0]["артикул"] == "вълна"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("а,x,0.5,1", "mass: found “x”; expected a number"),
        ("а,-1,0.5,1", "mass is −1; it must be at least 0."),
        ("а,1,1.5,1", "recycled_feedstock is 1.5; it must be a share from 0 to 1."),
        ("а,1,0.5", "number of cells: 3; expected 4, as many as in the heading"),
        ("а,inf,0.5,1", "mass: found “inf”; expected a number"),
        ("а,NaN,0.5,1", "mass: found “NaN”; expected a number"),
        ("а,1_0,0.5,1", "mass: found “1_0”; expected a number"),
        ("а,١٢,0.5,1", "mass: found “١٢”; expected a number"),
        ("а,1e999,0.5,1", "mass is inf; it must be a finite number."),
    ],
)
def test_a_bad_row_is_set_aside_with_its_line_and_the_rest_goes_on(table, tmp_path, line, problem):
    source = table(HEADING, ",".join(PRODUCTS[0]), line, ",".join(PRODUCTS[1]))
    report = measure_file(source, tmp_path / "out.csv")
    assert [row["line"] for row in rows_of(tmp_path / "out.csv")] == ["2", "4"]
    assert [(fault.line, str(fault.problem)) for fault in report.faults] == [(3, problem)]
    assert report.faults_file == tmp_path / "out.refused.csv"
    (aside,) = rows_of(report.faults_file)
    assert (aside["line"], aside["problem_en"]) == ("3", problem)
    assert aside["problem_bg"]


def test_strict_stops_and_writes_nothing(table, tmp_path):
    source = table(HEADING, "а,1,0.5,1", "б,1,2,1")
    with pytest.raises(FileRefused, match="Line 3: recycled_feedstock is 2"):
        measure_file(source, tmp_path / "out.csv", strict=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["products.csv"]


def test_all_that_is_set_aside_is_kept_though_only_the_first_is_told(table, tmp_path):
    source = table(HEADING, *(f"а,{n},9,1" for n in range(50)))
    report = measure_file(source, tmp_path / "out.csv")
    assert (report.measured, report.set_aside) == (0, 50)
    assert len(report.faults) == FAULTS_TOLD
    assert len(rows_of(report.faults_file)) == 50


def test_a_cell_of_several_lines_is_told_by_the_first_of_them(table, tmp_path):
    source = table(HEADING, '"дълго\nиме",1,0.5,1', "б,1,7,1")
    report = measure_file(source, tmp_path / "out.csv")
    assert [fault.line for fault in report.faults] == [4]


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_blocks_join_without_a_seam(tmp_path, monkeypatch, kind):
    monkeypatch.setattr(text_module, "ROWS", 7)
    shares = np.linspace(0, 1, 40 if kind == "csv" else MANY)
    source = tmp_path / f"in.{kind}"
    if kind == "csv":
        source.write_text(
            "mass,recycled_feedstock\n" + "".join(f"1,{s!r}\n" for s in shares.tolist())
        )
    else:
        parquet_of(source, mass=np.ones(MANY), recycled_feedstock=shares)
    shown = []
    report = measure_file(source, tmp_path / f"out.{kind}", progress=shown.append)
    found = [float(row["mci.virgin_feedstock"]) for row in rows_of(tmp_path / f"out.{kind}")]
    np.testing.assert_allclose(found, 1 - shares)
    assert report.measured == len(shares)
    assert len(shown) > 2
    assert shown == sorted(shown)
    assert shown[-1] == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "The first line is no heading"),
        (b"PAR1\0\0\0", "The first line is no heading"),
        (b"mass,mass\n1,1", "The column “mass” occurs twice"),
        (b"name,colour\na,b", "Nothing can be computed from the columns name, colour"),
    ],
)
def test_a_table_that_makes_no_sense_is_refused(tmp_path, content, problem):
    source = tmp_path / "in.csv"
    source.write_bytes(content)
    with pytest.raises((FileRefused, InstrumentError), match=problem):
        measure_file(source, tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


def test_what_is_no_parquet_is_refused(tmp_path):
    source = tmp_path / "in.parquet"
    source.write_bytes(b"mass\n1\n")
    with pytest.raises(FileRefused, match=r"“in\.parquet” is not a Parquet file"):
        measure_file(source, tmp_path / "out.parquet")


def test_a_parquet_column_of_words_is_no_input(tmp_path):
    source = parquet_of(tmp_path / "in.parquet", mass=["1"], utility=[1.0])
    with pytest.raises(FileRefused, match="The column “mass” is of the kind string"):
        measure_file(source, tmp_path / "out.parquet")


def test_the_table_is_not_overwritten_by_its_result(table):
    source = table(HEADING, "а,1,0.5,1")
    before = source.read_bytes()
    with pytest.raises(FileRefused, match="is the table itself"):
        measure_file(source, source)
    assert source.read_bytes() == before


def test_a_file_that_is_not_there_is_refused(tmp_path):
    for name in ("in.csv", "in.parquet"):
        with pytest.raises(FileRefused, match=f"The file “{name}” cannot be read"):
            measure_file(tmp_path / name, tmp_path / "out.csv")


@pytest.mark.parametrize("target", ["out.csv", "out.parquet"])
def test_what_several_threads_set_aside_is_told_in_the_order_of_the_file(tmp_path, target):
    masses = np.where(np.arange(1, MANY + 1) % 9_973 == 0, -1.0, 1.0)
    source = parquet_of(tmp_path / "in.parquet", mass=masses, utility=np.ones(MANY))
    report = measure_file(source, tmp_path / target, indicators=["mci"])
    lines = [9_973 * n for n in range(1, MANY // 9_973 + 1)]
    assert (report.measured, report.set_aside) == (MANY - len(lines), len(lines))
    assert [fault.line for fault in report.faults] == lines[:FAULTS_TOLD]
    with report.faults_file.open(encoding="utf-8", newline="") as file:
        assert [int(row["line"]) for row in csv.DictReader(file)] == lines
    found = [int(row["line"]) for row in rows_of(tmp_path / target)]
    assert found == [n for n in range(1, MANY + 1) if n % 9_973]


def test_a_column_named_line_is_kept_as_it_is(tmp_path):
    source = parquet_of(tmp_path / "in.parquet", line=["L1", "L2"], mass=[1.0, 1.0], utility=[1, 1])
    measure_file(source, tmp_path / "out.parquet", indicators=["mci"])
    assert pl.read_parquet(tmp_path / "out.parquet")["line"].to_list() == ["L1", "L2"]


def test_what_becomes_undefined_late_is_null_and_what_is_refused_goes(tmp_path):
    masses = [1.0] * 9 + [math.nan, -1.0, 2.0]
    names = [f"№ {n}" for n in range(12)]
    source = parquet_of(tmp_path / "in.parquet", mass=masses, utility=[1.0] * 12, name=names)
    report = measure_file(source, tmp_path / "out.parquet", indicators=["mci"])
    written = pl.read_parquet(tmp_path / "out.parquet")
    assert written["line"].to_list() == [*range(1, 11), 12]
    assert written["name"].to_list() == [*names[:10], names[11]]
    assert written["mci.mci"].is_null().to_list() == [False] * 9 + [True, False]
    assert [fault.line for fault in report.faults] == [11]


def test_a_strict_end_tells_the_first_bad_row_and_leaves_no_parquet_behind(tmp_path):
    masses = np.ones(MANY)
    masses[[9, MANY - 1]] = -1
    source = parquet_of(tmp_path / "in.parquet", mass=masses, utility=np.ones(MANY))
    with pytest.raises(FileRefused, match=r"^Line 10: mass is −1"):
        measure_file(source, tmp_path / "out.parquet", strict=True)
    assert [path.name for path in tmp_path.iterdir()] == ["in.parquet"]


def test_a_place_that_cannot_be_written_is_refused(table, tmp_path):
    source = table(HEADING, "а,1,0.5,1")
    for name in ("out.csv", "out.parquet"):
        with pytest.raises(FileRefused, match=f"The file “{name}” cannot be written"):
            measure_file(source, tmp_path / "nowhere" / name)


@pytest.mark.parametrize("target", ["out.csv", "out.parquet"])
@pytest.mark.parametrize("lines", [(), ("а,1,0.5",)])
def test_a_table_without_a_readable_row_becomes_one_without_rows(table, tmp_path, lines, target):
    report = measure_file(table(HEADING, *lines), tmp_path / target)
    assert (report.measured, report.set_aside) == (0, len(lines))
    assert rows_of(tmp_path / target) == []
    assert "mci.mci" in columns_of(tmp_path / target)


def test_a_parquet_file_without_rows_becomes_one_without_rows(tmp_path):
    empty = pl.DataFrame(schema={"sku": pl.String, "mass": pl.Float64, "utility": pl.Float64})
    empty.write_parquet(tmp_path / "in.parquet")
    assert measure_file(tmp_path / "in.parquet", tmp_path / "out.parquet").measured == 0
    assert columns_of(tmp_path / "out.parquet")[:2] == ["line", "sku"]


def columns_of(path):
    """The names of the columns of a written table."""
    if path.suffix == ".parquet":
        return list(pl.read_parquet_schema(path))
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))

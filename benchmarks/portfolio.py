"""A portfolio of a million products, Parquet to Parquet, against DuckDB SQL and Polars.

The peers compute the same values by the same formulas, written out by hand, and write a file
of the same columns and compression; they check nothing and say nothing about what is undefined.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import numpy as np
import polars as pl

from benchmarks.mci import BOUNDS
from kragozor.files.portfolio import measure_file
from kragozor.instruments.portfolio import plan_of

PRODUCTS = 1_000_000
REPETITIONS = 9
COLUMNS = [
    name for name in BOUNDS if name not in ("energy_recovery_efficiency", "biogenic_carbon_share")
]

# What each value is worked out from, in SQL; each may use those above it.
FORMULAS = {
    "energy_recovered": "0*mass",
    "virgin_feedstock": "mass*(1 - recycled_feedstock - reused_feedstock - renewable_feedstock)",
    "unrecoverable_waste": "mass*(1 - collected_for_recycling - collected_for_reuse - composted"
    " - energy_recovered)",
    "recycling_losses": "mass*(1 - end_of_life_recycling_efficiency)*collected_for_recycling",
    "feedstock_losses": "mass*(1 - feedstock_recycling_efficiency)*recycled_feedstock"
    "/feedstock_recycling_efficiency",
    "waste": "unrecoverable_waste + (feedstock_losses + recycling_losses)/2",
    "linear_flow_index": "(virgin_feedstock + waste)"
    "/(2*mass + (feedstock_losses - recycling_losses)/2)",
    "utility": "(lifetime/industry_lifetime)*(use_intensity/industry_use_intensity)",
    "utility_factor": "0.9/utility",
    "mci_unclamped": "1 - linear_flow_index*utility_factor",
    "mci": "greatest(0.0, mci_unclamped)",
}


def written(folder: Path) -> Path:
    """Write the portfolio, and return its path."""
    random = np.random.default_rng(1)
    columns: dict[str, object] = {"sku": [f"P{n:07d}" for n in range(PRODUCTS)]}
    for name in COLUMNS:
        low, high = BOUNDS[name]
        columns[name] = low + (high - low) * random.random(PRODUCTS)
    path = folder / "portfolio.parquet"
    pl.DataFrame(columns).write_parquet(path)
    return path


def by_duckdb(source: Path, target: Path) -> None:
    """Do the same in SQL."""
    values = ", ".join(f"{formula} AS {name}" for name, formula in FORMULAS.items())
    shown = ", ".join(["file_row_number + 1 AS line", "sku", *FORMULAS])
    table = f"read_parquet('{source}', file_row_number = true)"
    duckdb.sql(
        f"COPY (SELECT {shown} FROM (SELECT *, {values} FROM {table})) "
        f"TO '{target}' (FORMAT parquet, COMPRESSION lz4_raw)"
    )


def by_polars(source: Path, target: Path) -> None:
    """Do the same in Polars, streaming."""
    frame = pl.scan_parquet(source, row_index_name="line", row_index_offset=1)
    for name, formula in FORMULAS.items():
        frame = frame.with_columns(pl.sql_expr(formula).alias(name))
    frame.select("line", "sku", *FORMULAS).sink_parquet(target, compression="lz4")


def by_kragozor(source: Path, target: Path) -> None:
    """Do it here, every number checked."""
    measure_file(source, target, indicators=["mci"])


def seconds(work: Callable[[Path, Path], None], source: Path, target: Path) -> float:
    """Return how long one program takes to a file that is not there yet."""
    target.unlink(missing_ok=True)
    begin = time.perf_counter()
    work(source, target)
    return time.perf_counter() - begin


def commanded(source: Path, target: Path) -> tuple[float, float]:
    """Return the seconds and the megabytes of the command itself, every framework computed."""
    command = [sys.executable, "-m", "kragozor.cli", "measure", str(source), "-o", str(target)]
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return time.perf_counter() - begin, usage.ru_maxrss / 1024


def assert_same(ours: Path, peer: Path) -> None:
    """Refuse to compare programs that do not do the same."""
    found, expected = pl.read_parquet(ours), pl.read_parquet(peer)
    assert found["line"].to_list() == expected["line"].to_list()
    for name in FORMULAS:
        np.testing.assert_allclose(found[f"mci.{name}"], expected[name], atol=1e-12)


def main() -> None:
    """Print the command against its limit, then the time against the faster peer."""
    assert {column.value for column in plan_of(COLUMNS, ["mci"]).columns} == set(FORMULAS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = written(folder)
        took, held = commanded(source, folder / "command.parquet")
        claim = f"`kragozor measure` of {PRODUCTS:,} products, Parquet to Parquet"
        print(f"| {claim} | {took:.2f} s | – | – | ≤ 10 s |")
        print(f"| Memory of the same | {held:.0f} MB | – | – | < 1 GB |")
        works = {"ours": by_kragozor, "DuckDB SQL": by_duckdb, "Polars": by_polars}
        targets = {one: folder / f"{one}.parquet" for one in works}
        times: dict[str, list[float]] = {one: [] for one in works}
        # Taken in turn, so that a busy moment of the machine does not fall on one of them alone.
        for _ in range(REPETITIONS):
            for one, work in works.items():
                times[one].append(seconds(work, source, targets[one]))
        for one in ("DuckDB SQL", "Polars"):
            assert_same(targets["ours"], targets[one])
        best = {one: min(taken) for one, taken in times.items()}
        ours = best.pop("ours")
        peers = ", ".join(f"{taken:.2f} s ({one})" for one, taken in best.items())
        ratio = ours / min(best.values())
        claim = "The MCI of the same, every number checked"
        print(f"| {claim} | {ours:.2f} s | {peers} | {ratio:.2f} | ≤ 1.2 |")


if __name__ == "__main__":
    main()

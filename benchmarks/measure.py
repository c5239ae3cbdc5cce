"""How long measuring takes: the commands from start to answer, and the PDF of a running hub."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from kragozor.files.workbook.template import workbook_template
from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import Inventory
from kragozor.reports.pdf import assessment_pdf

ROWS = 200


def inventory_of(rows: int) -> Inventory:
    """Return an inventory of so many rows, half of them entering and half leaving."""
    facts = bottle()
    many = [
        tuple(replace(side[n % len(side)], material=f"{side[0].material} {n}") for n in range(half))
        for side, half in ((facts.inflows, rows // 2), (facts.outflows, rows - rows // 2))
    ]
    return replace(facts, inflows=many[0], outflows=many[1])


def seconds(work: Callable[[], object], repetitions: int = 5) -> float:
    """Return the median time of some repetitions after one that warms up."""
    work()
    times = []
    for _ in range(repetitions):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return median(times)


def command(*arguments: str) -> Callable[[], object]:
    """Return one run of the command in a process of its own."""
    line = [sys.executable, "-m", "kragozor.cli", *arguments]
    return lambda: subprocess.run(line, capture_output=True, check=False)


def row(claim: str, took: float, limit: float) -> None:
    """Print one row of the table."""
    print(f"| {claim} | {1000 * took:.0f} ms | – | – | ≤ {1000 * limit:.0f} ms |")


def main() -> None:
    """Print one row for each promise."""
    facts = inventory_of(ROWS)
    with tempfile.TemporaryDirectory() as folder:
        workbook, report = Path(folder) / "inventory.xlsx", Path(folder) / "report.pdf"
        workbook.write_bytes(workbook_template("plastics", "en", inventory=facts))
        measuring = ("measure", str(workbook), "--language", "bg")
        row(f"`kragozor measure`, workbook of {ROWS} rows", seconds(command(*measuring)), 2)
        row(
            f"`kragozor measure -o report.pdf`, workbook of {ROWS} rows",
            seconds(command(*measuring, "-o", str(report))),
            3,
        )
    assessment = assess(bottle())
    row(
        "PDF of a result, in a running process",
        seconds(lambda: assessment_pdf(assessment, "bg")),
        0.5,
    )


if __name__ == "__main__":
    main()

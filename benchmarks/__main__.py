"""Run every benchmark and lay its rows in one table: on the terminal and in docs/benchmarks.md.

A benchmark is a script beside this one with a ``main()`` that prints rows of the table,
``| claim | ours | peer | ratio | limit |``. Each runs in a process of its own, one after
another, so that none warms or crowds the next. Named ones, ``python -m benchmarks mci``, are
run alone and leave the documentation as it was.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PAGE = ROOT / "docs" / "benchmarks.md"
HEAD = ["| claim | ours | peer | ratio | limit |", "|---|---|---|---|---|"]
INTRODUCTION = """# Benchmarks

What Kragozor promises about speed, and what was measured. `make bench` measures again and
rewrites this page. A peer is the plainest program that does the same, run beside ours; a ratio
is our time over the peer's.
"""


def main(named: Sequence[str] = ()) -> int:
    """Measure everything, print the table, and keep it in the documentation."""
    rows, failed = [], []
    for name in named or benchmark_names():
        print(f"{name} …", file=sys.stderr)
        done = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{name}"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        rows += table_rows(done.stdout)
        failed += [name] if done.returncode else []
    table = "\n".join([*HEAD, *rows])
    print(table)
    if failed:
        print(f"Failed: {', '.join(failed)}; docs/benchmarks.md stays as it was.", file=sys.stderr)
        return 1
    if not named:
        PAGE.write_text(f"{INTRODUCTION}\n{table}\n\n{circumstances()}\n", "utf-8")
    return 0


def benchmark_names() -> list[str]:
    """Return the scripts beside this one that have a ``main()``."""
    scripts = sorted(HERE.glob("[a-z]*.py"))
    return [script.stem for script in scripts if "def main(" in script.read_text("utf-8")]


def table_rows(text: str) -> list[str]:
    """Return the lines of a benchmark's output that are rows, without its own headings."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line.startswith("| ") and not line.startswith("| claim")]


def circumstances() -> str:
    """Return where the numbers come from: they hold for such a machine."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    implementation = f"{platform.python_implementation()} {platform.python_version()}"
    return f"Measured with {implementation} on {platform.machine()}, {cores} cores."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

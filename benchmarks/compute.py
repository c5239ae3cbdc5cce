"""How long ``kragozor compute`` takes from its start to its answer."""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

REPETITIONS = 9
COMMAND = [sys.executable, "-m", "kragozor.cli", "compute", "mci", "-"]
INPUTS = b'{"mass": 1, "recycled_feedstock": 0.5, "lifetime": 6, "industry_lifetime": 4}'


def seconds() -> float:
    """Return the time of one run, process start included."""
    begin = time.perf_counter()
    subprocess.run(COMMAND, input=INPUTS, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def main() -> None:
    """Print the median of some runs after one that warms the disk's cache."""
    seconds()
    took = median(seconds() for _ in range(REPETITIONS))
    print(f"| kragozor compute, start to answer | {took:.2f} s | – | – | ≤ 0.5 s |")


if __name__ == "__main__":
    main()

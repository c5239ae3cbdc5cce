"""How long a Sankey diagram takes from data to SVG: a result page's, and a country's with loops."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from statistics import median

from kragozor.drawing.sankey import Flow, Node, sankey

COLOURS = ("virgin", "recycled", "renewable", "reused", "lost")


def system(
    flows: int, *, stages: int, returning: float, seed: int = 1
) -> tuple[list[Node], list[Flow]]:
    """Return stages of processes that feed later stages, and a share of flows that return.

    There are about ten flows to a node; amounts span four orders of magnitude, as in national
    material accounts, and what returns is mostly the smaller.
    """
    draw = random.Random(seed)
    count = max(2 * stages, flows // 10)
    stage = [number * stages // count for number in range(count)]
    nodes = [Node(str(number), f"Process {number}", "ink") for number in range(count)]
    drawn = []
    while len(drawn) < flows:
        one, other = draw.sample(range(count), 2)
        if stage[one] == stage[other] or abs(stage[one] - stage[other]) > 3:
            continue
        first, second = sorted((one, other))
        back = draw.random() < returning
        source, target = (second, first) if back else (first, second)
        amount = 10 ** draw.uniform(-2, 0 if back else 2)
        drawn.append(Flow(str(source), str(target), amount, draw.choice(COLOURS)))
    return nodes, drawn


def seconds(work: Callable[[], object], repetitions: int) -> float:
    """Return the median time of some repetitions after one that warms up."""
    work()
    times = []
    for _ in range(repetitions):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return median(times)


def main() -> None:
    """Print one row for each size."""
    for flows, stages, repetitions, limit in ((60, 5, 15, 0.030), (5000, 12, 5, 1.0)):
        data = system(flows, stages=stages, returning=0.05)
        took = seconds(lambda: sankey(*data, title="", description=""), repetitions)  # noqa: B023
        claim = f"Sankey of {flows:,} flows in {stages} stages, 5 % returning, as SVG"
        print(f"| {claim} | {1000 * took:.0f} ms | – | – | ≤ {1000 * limit:.0f} ms |")


if __name__ == "__main__":
    main()

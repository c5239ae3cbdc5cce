"""How fast the MCI of ten million products is, inputs checked, against NumPy unchecked."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from kragozor.instruments.indicators.mci import product_circularity

PRODUCTS = 10_000_000
REPETITIONS = 7
# The peer may choose its block: the best of these on this machine.
PEER_BLOCKS = (8_192, 16_384, 32_768, 65_536)

# Fifteen columns, each with the bounds within which its numbers are drawn.
BOUNDS = {
    "mass": (0.01, 100.0),
    "recycled_feedstock": (0.0, 0.3),
    "reused_feedstock": (0.0, 0.3),
    "renewable_feedstock": (0.0, 0.3),
    "collected_for_recycling": (0.0, 0.3),
    "collected_for_reuse": (0.0, 0.3),
    "composted": (0.0, 0.3),
    "energy_recovery_efficiency": (0.0, 0.3),
    "biogenic_carbon_share": (0.0, 0.3),
    "feedstock_recycling_efficiency": (0.5, 1.0),
    "end_of_life_recycling_efficiency": (0.5, 1.0),
    "lifetime": (1.0, 20.0),
    "industry_lifetime": (1.0, 20.0),
    "use_intensity": (1.0, 20.0),
    "industry_use_intensity": (1.0, 20.0),
}
Column = NDArray[np.float64]


def portfolio(products: int) -> dict[str, Column]:
    """Return random columns, drawn without any temporary array."""
    random = np.random.default_rng(1)
    columns = {name: random.random(products) for name in BOUNDS}
    for name, (low, high) in BOUNDS.items():
        columns[name] *= high - low
        columns[name] += low
    return columns


def plain(columns: dict[str, Column], block: int) -> Column:
    """Return the same by the formula as it is written, block by block and unchecked."""
    result = np.empty_like(columns["mass"])
    for start in range(0, len(result), block):
        m, f_r, f_u, f_s, c_r, c_u, c_c, e_e, b_c, e_f, e_c, life, average, use, usual = (
            column[start : start + block] for column in columns.values()
        )
        v = m * (1 - f_r - f_u - f_s)
        w_0 = m * (1 - c_r - c_u - c_c - e_e * b_c)
        w_c = m * (1 - e_c) * c_r
        w_f = m * (1 - e_f) * f_r / e_f
        w = w_0 + (w_f + w_c) / 2
        lfi = (v + w) / (2 * m + (w_f - w_c) / 2)
        x = (life / average) * (use / usual)
        result[start : start + block] = np.maximum(0, 1 - lfi * 0.9 / x)
    return result


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def peak_bytes() -> int:
    """Return the most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    """Print the memory beyond the result, then the time against the peer's."""
    columns = portfolio(PRODUCTS)
    product_circularity(**{name: column[:10] for name, column in columns.items()})
    before = peak_bytes()
    result = product_circularity(**columns)
    extra = (peak_bytes() - before - result.nbytes) / 1e6
    block = min(PEER_BLOCKS, key=lambda size: seconds(lambda: plain(columns, size)))
    # Taken in turn, so that a busy moment of the machine does not fall on one of the two alone.
    pairs = [
        (
            seconds(lambda: product_circularity(**columns)),
            seconds(lambda: plain(columns, block)),
        )
        for _ in range(REPETITIONS)
    ]
    np.testing.assert_allclose(result, plain(columns, block), atol=1e-12)
    ours, peer = map(min, zip(*pairs, strict=True))
    claim = f"MCI of {PRODUCTS:,} products, 15 columns, checked"
    against = f"{peer:.2f} s (NumPy, unchecked, blocks of {block:,})"
    print(f"| {claim} | {ours:.2f} s | {against} | {ours / peer:.2f} | ≤ 1.5 |")
    print(f"| Memory of the same beyond its result | {max(0.0, extra):.0f} MB | – | – | < 100 MB |")


if __name__ == "__main__":
    main()

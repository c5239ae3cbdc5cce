"""How long uncertainty takes: every framework for many draws, and Sobol indices of many inputs.

The peers are written by hand for the one thing they do: NumPy for the MCI of an inventory, and
SciPy's own Sobol indices of a NumPy function.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from benchmarks.measure import inventory_of, seconds
from kragozor.instruments.assess import assess
from kragozor.instruments.compute import compute
from kragozor.instruments.inventory import (
    Destination,
    Energy,
    Inventory,
    Money,
    Packaging,
    PackagingType,
    Quantity,
    Water,
    WaterFlow,
)
from kragozor.instruments.readings import READERS
from kragozor.instruments.uncertainty.facts import Fact, drawn_facts, figures_of, uncertain_facts
from kragozor.instruments.uncertainty.propagation import propagated
from kragozor.instruments.uncertainty.sample import Sample
from kragozor.instruments.uncertainty.sensitivity import indices_of, saltelli_sets
from kragozor.instruments.uncertainty.summary import summarise

ROWS, DRAWS = 50, 100_000
INPUTS, BASE, RESAMPLES = 20, 4096, 200
Draws = NDArray[np.float64]


def inventory_of_all() -> Inventory:
    """Return an inventory of so many rows, with something to read for most frameworks."""
    some = Quantity(7.0)
    share = Quantity(0.6)
    return replace(
        inventory_of(ROWS - 6),
        energy=(Energy("electricity", some, renewable=True), Energy("gas", some, renewable=False)),
        water=(Water(WaterFlow.WITHDRAWAL, some, circular=True), Water(WaterFlow.DISCHARGE, some)),
        packaging=tuple(
            Packaging(name, PackagingType.BEVERAGE_BOTTLE, some, "plant", share, share, share)
            for name in ("0.5 l", "1.5 l")
        ),
        money=Money(some),
    )


def mci_by_hand(facts: Inventory, drawn: dict[tuple[str, int, str], Draws]) -> Draws:
    """Return the draws of the MCI of bottles, as somebody would write it for them alone."""

    def of(section: str, number: int, name: str) -> Draws | float:
        row = getattr(facts, section)[number - 1]
        declared = getattr(row, name)
        return drawn.get((section, number, name), declared.value if declared else 1.0)

    entering = list(enumerate(facts.inflows, start=1))
    leaving = list(enumerate(facts.outflows, start=1))
    inflow = sum(of("inflows", n, "mass") for n, _ in entering)
    mass = sum(of("outflows", n, "mass") for n, _ in leaving)
    recycled = [n for n, row in entering if row.origin.is_recycled]
    collected = [n for n, row in leaving if row.destination is Destination.RECYCLE]
    f_r = sum(of("inflows", n, "mass") for n in recycled) / inflow
    went_in = sum(
        of("inflows", n, "mass") / of("inflows", n, "feedstock_recycling_efficiency")
        for n in recycled
    )
    e_f = f_r * inflow / went_in
    c_r = sum(of("outflows", n, "mass") for n in collected) / mass
    regained = sum(
        of("outflows", n, "mass") * of("outflows", n, "recycling_efficiency") for n in collected
    )
    e_c = regained / (c_r * mass)
    v, w_0 = mass * (1 - f_r), mass * (1 - c_r)
    w_c, w_f = mass * (1 - e_c) * c_r, mass * (1 - e_f) * f_r / e_f
    lfi = (v + w_0 + (w_f + w_c) / 2) / (2 * mass + (w_f - w_c) / 2)
    return np.maximum(0, 1 - 0.9 * lfi)


def circular_share(numbers: Draws) -> Draws:
    """Return the circular share of an inflow of which masses and shares vary, by hand."""
    masses, shares = numbers[: INPUTS // 2], numbers[INPUTS // 2 :]
    return (masses * shares).sum(axis=0) / masses.sum(axis=0)


def uncertain_inflows() -> dict[str, object]:
    """Return the same as inputs of an indicator: ten masses and ten shares."""
    mass = {"distribution": "uniform", "low": 1, "high": 2}
    share = {"distribution": "uniform", "low": 0, "high": 1}
    return {"inflows": [{"mass": mass, "circular_share": share}] * (INPUTS // 2)}


def scipy_indices() -> Draws:
    """Return the total indices that SciPy gives, with its intervals by resampling."""
    from scipy.stats import sobol_indices, uniform

    dists = [uniform(1, 1)] * (INPUTS // 2) + [uniform(0, 1)] * (INPUTS // 2)
    found = sobol_indices(func=lambda x: circular_share(x)[np.newaxis], n=BASE, dists=dists, rng=1)
    found.bootstrap(n_resamples=RESAMPLES)
    return np.asarray(found.total_order)


def our_indices() -> Draws:
    """Return the total indices of the same function by the same method, with intervals."""
    scale = np.repeat([[1.0], [0.0]], INPUTS // 2, axis=0)
    sets = saltelli_sets(INPUTS, base=BASE, seed=1)
    results = np.array([circular_share(each + scale) for each in sets])
    return indices_of(results, seed=1, resamples=RESAMPLES).total


def in_turn(ours: Callable[[], object], peer: Callable[[], object]) -> tuple[float, float]:
    """Return the median times of two works, of which neither has the machine to itself."""
    return seconds(ours), seconds(peer)


def mci_of_draws(facts: Inventory, found: tuple[Fact, ...], numbers: list[Draws]) -> Draws:
    """Return the draws of the MCI by the reading and the formulas that every figure has."""
    return propagated(figures_of(facts, found, {"mci": READERS["mci"]}), numbers).figures["mci.mci"]


def main() -> None:
    """Print one row for each promise, and one for each peer."""
    facts = inventory_of_all()
    plain = seconds(lambda: assess(facts, draws=0))
    drawn = seconds(lambda: assess(facts, draws=DRAWS), repetitions=3)
    claim = f"All {len(READERS)} frameworks, {ROWS} rows, {DRAWS:,} draws"
    print(f"| {claim} | {drawn:.2f} s | – | – | ≤ 2 s |")
    print(f"| The same without draws | {plain:.2f} s | – | – | – |")

    found = uncertain_facts(facts)
    numbers = drawn_facts(found, Sample(DRAWS))
    named = {
        (fact.place.section, fact.place.row or 0, fact.place.name): draws
        for fact, draws in zip(found, numbers, strict=True)
    }
    np.testing.assert_allclose(
        mci_of_draws(facts, found, numbers), mci_by_hand(facts, named), rtol=1e-9
    )
    ours, peer = in_turn(
        lambda: summarise(mci_of_draws(facts, found, numbers)),
        lambda: summarise(mci_by_hand(facts, named)),
    )
    claim = f"All values of MCI, {ROWS} rows, for {DRAWS:,} draws already made"
    against = f"{peer:.2f} s (NumPy by hand, MCI alone, unchecked)"
    print(f"| {claim} | {ours:.2f} s | {against} | {ours / peer:.2f} | – |")

    took = seconds(lambda: compute("cti", uncertain_inflows(), draws=DRAWS), repetitions=3)
    claim = f"`compute cti`, {INPUTS} uncertain inputs, {DRAWS:,} draws and Sobol indices"
    print(f"| {claim} | {took:.2f} s | – | – | ≤ 3 s |")

    np.testing.assert_allclose(our_indices(), scipy_indices(), atol=0.02)
    ours, peer = in_turn(our_indices, scipy_indices)
    claim = f"Sobol indices with intervals, {INPUTS} inputs, {BASE:,} base draws"
    print(f"| {claim} | {ours:.2f} s | {peer:.2f} s (SciPy) | {ours / peer:.2f} | – |")


if __name__ == "__main__":
    main()

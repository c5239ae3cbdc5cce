"""How sure the index of a company is: the mean of its products', with the facts of each drawn."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from kragozor.instruments.readings import READERS
from kragozor.instruments.uncertainty.facts import drawn_facts, figures_of, uncertain_facts
from kragozor.instruments.uncertainty.propagation import propagated
from kragozor.instruments.uncertainty.summary import Summary, summarise

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Amount
    from kragozor.instruments.result import Assessment
    from kragozor.instruments.uncertainty.sample import Sample

INDEX = "mci.mci"


def index_spread(products: Sequence[Assessment], weights: Sequence[float]) -> Summary | None:
    r"""What draws of the facts of all products make of the weighted mean of their indices.

    .. math:: MCI_C = \frac{\sum_R N_R \, MCI_R}{\sum_R N_R}

    Parameters
    ----------
    products : sequence of Assessment
        Each measured, with an index that is defined.
    weights : sequence of float
        The normalising factor of each, as it is declared. [kg or EUR]

    Returns
    -------
    Summary or None
        None where a product was measured without draws, nothing varies, or nothing weighs.

    Notes
    -----
    The facts of one product are drawn independently of those of the others, as often as for the
    product with the fewest draws. Source: as for the company's index, in the catalogue.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> one = assess(bottle())
    >>> alone, both = (index_spread([one] * n, [1.0] * n) for n in (1, 2))
    >>> round(both.sd / alone.sd, 1)
    0.7
    """
    samples = [product.sample for product in products if product.sample is not None]
    whole = math.fsum(weights)
    if len(samples) < len(products) or whole == 0:
        return None
    sample = min(samples, key=lambda one: one.draws)
    mean: Amount = 0.0
    for index, weight in zip(_indices(products, sample), weights, strict=True):
        mean = mean + weight / whole * index
    return summarise(mean) if np.ndim(mean) else None


def _indices(products: Sequence[Assessment], sample: Sample) -> Iterator[Amount]:
    """Yield the draws of the index of each product; its number where it does not vary."""
    facts = [uncertain_facts(product.inventory) for product in products]
    numbers = iter(drawn_facts([fact for each in facts for fact in each], sample))
    for product, own in zip(products, facts, strict=True):
        model = figures_of(product.inventory, own, {"mci": READERS["mci"]})
        drawn = propagated(model, [next(numbers) for _ in own]).figures
        yield drawn.get(INDEX, product[INDEX].value or 0.0)

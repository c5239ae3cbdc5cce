"""The uncertain facts of an inventory, and every figure of every framework for draws of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, TypeAlias

from kragozor.instruments.indicators.uncertain import refuse_draws_outside
from kragozor.instruments.inventory import SHARES, SIGNED, Inventory, Place
from kragozor.instruments.readings.reading import Reader, read_draws
from kragozor.instruments.result import Reading, Value
from kragozor.instruments.uncertainty.draws import with_draws
from kragozor.instruments.uncertainty.outcome import Outcome
from kragozor.instruments.uncertainty.pedigree import distribution_of
from kragozor.instruments.uncertainty.propagation import Model
from kragozor.instruments.uncertainty.summary import summarise

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Draws
    from kragozor.instruments.uncertainty.distributions import Distribution
    from kragozor.instruments.uncertainty.sample import Sample

Readers: TypeAlias = Mapping[str, Reader]


@dataclass(frozen=True)
class Fact:
    """A number of an inventory that varies: where it stands, and how it varies."""

    place: Place
    distribution: Distribution

    @property
    def path(self) -> str:
        """What a file calls the number."""
        return self.place.path

    @property
    def domain(self) -> str:
        """Where the number may lie, as the catalogue of indicators writes it."""
        if self.place.name in SHARES:
            return "0..1"
        return "real" if self.place.name in SIGNED else ">= 0"


def uncertain_facts(inventory: Inventory) -> tuple[Fact, ...]:
    """Return the facts that vary: by their declared distribution, otherwise by their grade.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> str(uncertain_facts(bottle())[0].place)
    'inflows[1].mass'
    """
    found = (
        (place, distribution_of(quantity, place.name)) for place, quantity in inventory.quantities()
    )
    return tuple(Fact(place, distribution) for place, distribution in found if distribution)


def drawn_facts(facts: Sequence[Fact], sample: Sample) -> list[Draws]:
    """Return the draws of each fact.

    Raises
    ------
    OutOfRange
        A distribution gives numbers that its fact cannot have.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.uncertainty.sample import Sample
    >>> draws = drawn_facts(uncertain_facts(bottle()), Sample(100))
    >>> draws[0].shape
    (100,)
    """
    numbers = sample.numbers([fact.distribution for fact in facts])
    refuse_draws_outside(facts, numbers)
    return numbers


def figures_of(inventory: Inventory, facts: Sequence[Fact], readers: Readers) -> Model:
    """Return the model from draws of the facts to every figure, ``indicator.value``.

    All frameworks read the same draws, so that their figures vary together as they would.

    Examples
    --------
    >>> from kragozor.instruments.examples import bottle
    >>> from kragozor.instruments.readings.mci import inputs
    >>> from kragozor.instruments.uncertainty.sample import Sample
    >>> facts = uncertain_facts(bottle())
    >>> model = figures_of(bottle(), facts, {"mci": inputs})
    >>> model(drawn_facts(facts, Sample(100))).figures["mci.mci"].shape
    (100,)
    """

    def model(numbers: Sequence[Draws]) -> Outcome:
        places = (fact.place for fact in facts)
        drawn = with_draws(inventory, dict(zip(places, numbers, strict=True)))
        read = {name: read_draws(name, drawn, reader) for name, reader in readers.items()}
        figures = {
            f"{name}.{value}": amount
            for name, outcome in read.items()
            for value, amount in outcome.figures.items()
        }
        return Outcome(figures, reduce(or_, (one.closed for one in read.values()), False))

    return model


def with_uncertainty(reading: Reading, figures: Mapping[str, Draws], path: str) -> Reading:
    """Return a reading whose values carry what their draws say, found below a path.

    Parameters
    ----------
    reading : Reading
        What one framework read of the inventory.
    figures : mapping of str to ndarray, shape (draws)
        The draws of each figure, in its unit.
    path : str
        What the figures of this reading begin with, such as ``"mci"``.

    Examples
    --------
    >>> import numpy as np
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> reading = next(one for one in assess(bottle()).readings if one.indicator == "mci")
    >>> drawn = with_uncertainty(reading, {"mci.mci": np.linspace(0.4, 0.5, 101)}, "mci")
    >>> round(drawn.values["mci"].uncertainty.mean, 3)
    0.45
    """
    values = {
        name: _summed_up(value, figures.get(f"{path}.{name}"))
        for name, value in reading.values.items()
    }
    items = tuple(
        with_uncertainty(item, figures, f"{path}.items[{number}]")
        for number, item in enumerate(reading.items)
    )
    return replace(reading, values=values, items=items)


def _summed_up(value: Value, draws: Draws | None) -> Value:
    if draws is None or value.value is None:
        return value
    return replace(value, uncertainty=summarise(draws))

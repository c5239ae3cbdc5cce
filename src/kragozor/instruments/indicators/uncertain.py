"""Inputs that are given as distributions: reading them, and watching over their draws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from kragozor.instruments.errors import InstrumentError, OutOfRange, of_input, raise_all
from kragozor.instruments.indicators.domains import DOMAINS
from kragozor.instruments.indicators.entries import Input
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.words import Message

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Draws

# The key that makes an object a distribution: the name of its family.
_FAMILY = "distribution"


class Varying(Protocol):
    """What is asked of a number that varies: its path, where it may lie, how it varies."""

    @property
    def path(self) -> str:
        """What a file calls it."""
        ...

    @property
    def domain(self) -> str:
        """Where it may lie, as the catalogue writes it."""
        ...

    @property
    def distribution(self) -> Distribution:
        """How it varies."""
        ...


@dataclass(frozen=True)
class Uncertain:
    """A number that varies: where it stands, where it may lie, and how it varies.

    Attributes
    ----------
    path
        What a file calls it: ``"mass"``, ``"inflows[0].mass"``.
    item
        The list that it belongs to and its number there, counted from 0; None where it stands
        alone.
    """

    path: str
    symbol: str
    domain: str
    distribution: Distribution
    item: tuple[str, int] | None = None


def is_distribution(value: Any) -> bool:
    """Return whether an input, as it was written, is a distribution.

    Examples
    --------
    >>> is_distribution({"distribution": "uniform", "low": 0, "high": 1}), is_distribution(0.5)
    (True, False)
    """
    return isinstance(value, Mapping) and isinstance(value.get(_FAMILY), str)


def uncertain_input(
    path: str, entry: Input, value: Mapping[str, Any], item: tuple[str, int] | None = None
) -> Uncertain:
    """Return the input that an object with a family and its parameters describes.

    Raises
    ------
    InstrumentError
        The family is unknown, or its parameters are not what it asks for.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> written = {"distribution": "uniform", "low": 1, "high": 3}
    >>> mass = uncertain_input("mass", indicator("mci").inputs["mass"], written)
    >>> mass.symbol, mass.distribution.mean
    ('M', 2.0)
    """
    parameters = {name: number for name, number in value.items() if name != _FAMILY}
    try:
        distribution = Distribution(value[_FAMILY], parameters)
    except InstrumentError as error:
        raise of_input(path, error) from None
    return Uncertain(path, entry.symbol, entry.domain, distribution, item)


def refuse_draws_outside(varying: Iterable[Varying], numbers: Iterable[Draws]) -> None:
    """Refuse draws that leave the domain of their number, and tell what to use instead.

    Parameters
    ----------
    varying : iterable of Varying
        What was drawn.
    numbers : iterable of ndarray, shape (draws)
        The draws of each, in its unit.

    Raises
    ------
    OutOfRange
        With one message for each of which a draw lies outside.

    Examples
    --------
    >>> import numpy as np
    >>> normal = Distribution("normal", {"mean": 1.0, "sd": 1.0})
    >>> mass = Uncertain("mass", "M", "> 0", normal)
    >>> refuse_draws_outside([mass], [np.array([0.5, 1.5])])
    >>> try:
    ...     refuse_draws_outside([mass], [np.array([-2.0, 4.0])])
    ... except OutOfRange as error:
    ...     print(str(error)[:64])
    mass: the normal distribution also gives −2; it must be above 0.
    """
    found = (_outside(one, draws) for one, draws in zip(varying, numbers, strict=True))
    raise_all(problem for problem in found if problem)


def _outside(one: Varying, draws: Draws) -> OutOfRange | None:
    is_inside, bound = DOMAINS[one.domain]
    extremes = (float(draws.min()), float(draws.max()))
    worst = next((value for value in extremes if not is_inside(value)), None)
    if worst is None:
        return None
    told = {
        "argument": one.path,
        "value": worst,
        "bound": Message(f"instruments.{bound}"),
        "family": one.distribution.family,
        "instead": Message(f"uncertainty.instead-{bound}"),
    }
    return OutOfRange(Message("uncertainty.draw-outside", told))

"""What measuring gives: values with what they rest on, and reasons where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kragozor.instruments.inventory import Grade, Inventory, Place
from kragozor.words import Message

if TYPE_CHECKING:
    from kragozor.instruments.parameters import Parameter
    from kragozor.instruments.uncertainty.sample import Sample
    from kragozor.instruments.uncertainty.summary import Summary


@dataclass(frozen=True)
class Input:
    """A number, a choice or a list of items, taken from the inventory, and the rows behind it.

    ``places`` are the rows that are counted; ``whole`` the rows of which a share is formed;
    ``parameters`` what was taken from the table of parameters instead.
    """

    name: str
    value: float | str | tuple[Mapping[str, float], ...]
    places: tuple[Place, ...] = ()
    whole: tuple[Place, ...] = ()
    parameters: tuple[Parameter, ...] = ()

    @property
    def doubtful(self) -> tuple[Parameter, ...]:
        """The parameters that are not confirmed."""
        return tuple(one for one in self.parameters if one.status.is_doubtful)

    @property
    def behind(self) -> tuple[Place, ...]:
        """Every row that the number rests on, counted or not."""
        return tuple(dict.fromkeys((*self.places, *self.whole)))


@dataclass(frozen=True)
class Value:
    """One figure of a framework: a number, or the reason why there is none.

    ``uncertainty`` sums up what draws of the facts make of it; it is None where nothing was
    drawn, or nothing that the figure rests on varies. ``doubtful`` are the parameters behind
    it that nobody has confirmed.
    """

    name: str
    value: float | None = None
    undefined: Message | None = None
    unclamped: float | None = None
    grades: Mapping[Grade, float] = field(default_factory=dict)
    uncertainty: Summary | None = None
    doubtful: tuple[Parameter, ...] = ()

    @property
    def proxy_share(self) -> float:
        """Share of the mass behind this figure that is known by proxy only."""
        return self.grades.get(Grade.PROXY, 0.0)


@dataclass(frozen=True)
class Reference:
    """A published figure to be set beside one value of a reading.

    ``origin`` says who published it and how old it is, since such figures are revised.
    """

    beside: str
    label: Message
    value: float
    origin: Message


@dataclass(frozen=True)
class Reading:
    """One framework's reading of an inventory: its inputs, values and assumptions.

    ``items`` are the readings of the single things that the framework looks at, each with the
    ``label`` it is called by.
    """

    indicator: str
    version: str
    inputs: Mapping[str, Input]
    values: Mapping[str, Value]
    warnings: tuple[Message, ...] = ()
    label: str = ""
    items: tuple[Reading, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True)
class Balance:
    """Whether what enters also leaves. [kg]"""

    inflow: float
    outflow: float
    stock_change: float
    tolerance: float

    @property
    def gap(self) -> float:
        """Mass that entered and is not accounted for; negative when too much leaves."""
        return self.inflow - self.outflow - self.stock_change

    @property
    def relative_gap(self) -> float | None:
        """The gap as a share of the larger side; None where there is no mass at all."""
        larger = max(self.inflow, self.outflow)
        return self.gap / larger if larger > 0 else None

    @property
    def closes(self) -> bool:
        """Whether the gap is within the tolerance."""
        relative = self.relative_gap
        return relative is not None and abs(relative) <= self.tolerance


@dataclass(frozen=True)
class Influence:
    """How far one fact moves the headline when it alone goes from low to high."""

    place: Place
    low: float
    high: float
    result_low: float
    result_high: float

    @property
    def span(self) -> float:
        """Distance between the two results."""
        return abs(self.result_high - self.result_low)


@dataclass(frozen=True)
class Contribution:
    """What share of the variance of the headline comes from one fact: its total Sobol index.

    With a probability of 90 % the index lies between ``low`` and ``high``.
    """

    place: Place
    share: float
    low: float
    high: float


@dataclass(frozen=True)
class NextStep:
    """A change worth considering, and what it would add to the headline."""

    label: Message
    gain: float


@dataclass(frozen=True)
class Assessment:
    """An inventory measured by every framework.

    ``sample`` says how the facts were drawn for the uncertainty of the figures, ``contributions``
    which facts that of the headline comes from.
    """

    inventory: Inventory
    method: str
    readings: tuple[Reading, ...]
    headline: str
    balance: Balance
    grades: Mapping[Grade, float]
    influences: tuple[Influence, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    next_steps_together: float | None = None
    sample: Sample | None = None
    contributions: tuple[Contribution, ...] = ()

    def __getitem__(self, name: str) -> Value:
        """Return a value by ``indicator.value``, for example ``mci.linear_flow_index``."""
        indicator, _, value = name.partition(".")
        return self.reading(indicator).values[value]

    def reading(self, indicator: str) -> Reading:
        """Return one framework's reading."""
        return next(r for r in self.readings if r.indicator == indicator)

    @property
    def headline_value(self) -> Value:
        """The figure shown first."""
        return self[self.headline]

    @property
    def warnings(self) -> tuple[Message, ...]:
        """Every assumption that a reading had to make, each once."""
        return tuple(dict.fromkeys(w for r in self.readings for w in r.warnings))

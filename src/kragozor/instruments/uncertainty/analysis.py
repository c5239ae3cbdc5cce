"""Named inputs that are distributions: what their draws make of each value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kragozor.instruments.indicators.given import Given
from kragozor.instruments.indicators.uncertain import refuse_draws_outside
from kragozor.instruments.uncertainty.outcome import Outcome, outcome
from kragozor.instruments.uncertainty.propagation import Model, propagated, variance_shares
from kragozor.instruments.uncertainty.sample import Sample
from kragozor.instruments.uncertainty.sensitivity import SobolIndices
from kragozor.instruments.uncertainty.summary import Summary, summarise
from kragozor.words import Message

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Draws
    from kragozor.instruments.indicators.entries import Indicator


@dataclass(frozen=True)
class Uncertainty:
    """What is known of the values of an indicator whose inputs vary.

    Attributes
    ----------
    sample : Sample
        How often and how the inputs were drawn.
    values : mapping of str to Summary
        Mean, spread and percentiles of each value that varies, by name.
    inputs : tuple of str
        The inputs that vary, as a file names them.
    indices : mapping of str to SobolIndices
        What share of the variance of each value comes from each of these inputs, in their order.
    warnings : tuple of Message
        What the draws should be read with.
    """

    sample: Sample
    values: Mapping[str, Summary]
    inputs: tuple[str, ...]
    indices: Mapping[str, SobolIndices]
    warnings: tuple[Message, ...] = ()


def uncertainty(indicator: Indicator, given: Given, sample: Sample) -> Uncertainty:
    """Return what draws of the uncertain inputs make of each value.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> from kragozor.instruments.indicators.inputs import read_inputs
    >>> from kragozor.instruments.uncertainty.sample import Sample
    >>> share = {"distribution": "uniform", "low": 0.2, "high": 0.4}
    >>> given = read_inputs(indicator("mci"), {"mass": 1, "recycled_feedstock": share})
    >>> found = uncertainty(indicator("mci"), given, Sample(1000))
    >>> found.inputs, round(found.values["virgin_feedstock"].mean, 3)
    (('recycled_feedstock',), 0.7)
    """
    distributions = [one.distribution for one in given.uncertain]
    numbers = sample.numbers(distributions)
    refuse_draws_outside(given.uncertain, numbers)
    model = _model(indicator, given)
    drawn = propagated(model, numbers)
    return Uncertainty(
        sample=sample,
        values={name: summarise(draws) for name, draws in drawn.figures.items()},
        inputs=tuple(one.path for one in given.uncertain),
        indices=variance_shares(model, distributions, sample),
        warnings=closure(drawn.closed),
    )


def closure(share: float) -> tuple[Message, ...]:
    """Return the warning that parts were reduced to their whole in a share of the draws.

    Examples
    --------
    >>> [warning.key for warning in closure(0.25)], closure(0.0)
    (['uncertainty.closed'], ())
    """
    percent = Message("words.unit", {"value": 100 * share, "unit": "%"})
    return (Message("uncertainty.closed", {"share": percent}),) if share else ()


def _model(indicator: Indicator, given: Given) -> Model:
    def model(numbers: Sequence[Draws]) -> Outcome:
        return outcome(indicator, given.with_draws(numbers))

    return model

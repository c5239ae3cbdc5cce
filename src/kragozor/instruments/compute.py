"""One indicator from named inputs: its values, and a reason for each that has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from kragozor.instruments.errors import raise_all
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.indicators.entries import Indicator
from kragozor.instruments.indicators.findings import Known
from kragozor.instruments.indicators.given import Given, trusted_inputs
from kragozor.instruments.indicators.inputs import read_inputs
from kragozor.instruments.indicators.limits import problems
from kragozor.instruments.indicators.notices import notices
from kragozor.instruments.indicators.shown import Shown, telling
from kragozor.instruments.indicators.solver import Solver
from kragozor.words import Message

if TYPE_CHECKING:
    from kragozor.instruments.uncertainty.analysis import Uncertainty


@dataclass(frozen=True)
class Computation:
    """What an indicator gave for one set of inputs.

    Attributes
    ----------
    indicator, version : str
        The id of the indicator and the version of its method.
    values : mapping of str to float, str or tuple
        Every value that is defined, by name: a number, the word of a class, or one of these for
        each item of a list.
    undefined : mapping of str to Message
        Every value that is not, with the reason.
    warnings : tuple of Message
        What was assumed, and what looks odd.
    numbers : mapping of str to float or tuple of float
        The number of every symbol used, one for each item where it belongs to a list.
    formulas : mapping of str to str
        The formula that gave each value; a value that was given has none.
    inputs : mapping of str to number, str or list
        What was given, by the names of the catalogue; a distribution by its mean.
    parts : tuple of Computation
        The same for each part of a product that is given part by part.
    uncertainty : Uncertainty or None
        What draws of the inputs make of the values; None where nothing was drawn.
    """

    indicator: str
    version: str
    values: Mapping[str, Shown]
    undefined: Mapping[str, Message]
    warnings: tuple[Message, ...] = ()
    numbers: Mapping[str, float | tuple[float, ...]] = field(default_factory=dict)
    formulas: Mapping[str, str] = field(default_factory=dict)
    inputs: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple[Computation, ...] = ()
    uncertainty: Uncertainty | None = None

    def number(self, name: str) -> float | None:
        """Return the number of a value, for a class the one that was classed."""
        number = self.numbers.get(indicator(self.indicator).values[name].symbol)
        return None if isinstance(number, tuple) else number


def compute(
    indicator_id: str,
    inputs: Mapping[str, Any],
    *,
    draws: int | None = None,
    seed: int = 0,
    sampling: str = "latin-hypercube",
) -> Computation:
    """Return the values of one indicator for named inputs.

    Parameters
    ----------
    indicator_id : str
        An id of the catalogue, such as ``"mci"``.
    inputs : mapping of str to number, distribution, list or text
        The inputs by the names of the catalogue; None counts as not given. A number may be a
        distribution, ``{"distribution": "uniform", "low": 0.2, "high": 0.4}``: the values are
        then those at its mean.
    draws : int, optional
        How often the distributions are drawn, 20 to 1,000,000; 10,000 times unless told, as
        soon as an input is one.
    seed : int
        The same seed gives the same draws, at least 0.
    sampling : {"latin-hypercube", "sobol"}
        How the draws fill the space of the inputs.

    Returns
    -------
    Computation

    Raises
    ------
    InstrumentError
        With one message for each unknown name, wrong type, value or draw out of its domain and
        sum that is larger than its whole.

    Notes
    -----
    What the catalogue allows to be assumed is assumed and told in ``warnings``; any other
    missing input, and a zero denominator, leaves the values that need it undefined. Inputs
    are drawn independently of each other. Where parts then pass their whole, in some draws,
    they are reduced to it in proportion, which is told in ``warnings``.

    Examples
    --------
    >>> compute("mci", {"mass": 1, "reused_feedstock": 0.5, "collected_for_reuse": 0.5,
    ...                 "utility": 1}).values["mci"]
    0.55
    >>> str(compute("iso59020", {"product_lifetime": 6}).undefined["relative_lifetime"])
    'Missing: Lifetime, industry average.'
    >>> share = {"distribution": "uniform", "low": 0.2, "high": 0.4}
    >>> drawn = compute("mci", {"mass": 1, "recycled_feedstock": share, "utility": 1})
    >>> round(drawn.uncertainty.values["mci"].mean, 4)
    0.235
    """
    entry = indicator(indicator_id)
    given = read_inputs(entry, inputs)
    solver = Solver(entry, given)
    raise_all(problems(solver))
    computation = _computation(solver, tuple(notices(solver)))
    if draws is None and not given.uncertain:
        return computation
    return _with_uncertainty(computation, entry, given, draws, seed=seed, sampling=sampling)


def _with_uncertainty(
    computation: Computation,
    entry: Indicator,
    given: Given,
    draws: int | None,
    **chosen: Any,
) -> Computation:
    from kragozor.instruments.uncertainty.analysis import uncertainty
    from kragozor.instruments.uncertainty.sample import Sample

    sample = Sample(**chosen) if draws is None else Sample(draws, **chosen)
    if not given.uncertain:
        nothing_drawn = Message("uncertainty.nothing-varies")
        return replace(computation, warnings=(*computation.warnings, nothing_drawn))
    found = uncertainty(entry, given, sample)
    warnings = (*computation.warnings, *found.warnings)
    return replace(computation, warnings=warnings, uncertainty=found)


def figure(indicator_id: str, inputs: Mapping[str, Any], value: str) -> float | None:
    """Return one value alone, for inputs that are known to be well formed.

    A sensitivity asks for one value a hundred times over, with one fact changed each time:
    types, domains and names need no second look, and nobody reads the warnings.

    Returns
    -------
    float or None
        None where the value is undefined, or the changed inputs do not fit together.

    Examples
    --------
    >>> figure("mci", {"mass": 1, "utility": 1}, "linear_flow_index")
    1.0
    """
    entry = indicator(indicator_id)
    solver = Solver(entry, trusted_inputs(entry, inputs))
    if problems(solver):
        return None
    finding = solver.find(entry.values[value].symbol)
    return finding.number if isinstance(finding, Known) else None


def _computation(solver: Solver, warnings: tuple[Message, ...] = ()) -> Computation:
    entry = solver.indicator
    shown = [value for value in entry.values.values() if not solver.path or value.of_parts]
    found = {value.name: solver.find(value.symbol) for value in shown}
    known = {name: finding for name, finding in found.items() if isinstance(finding, Known)}
    tellings = {value.name: telling(solver, value) for value in shown}
    return Computation(
        indicator=entry.id,
        version=entry.version,
        values={name: t.value for name, t in tellings.items() if t.value is not None},
        undefined={name: why for t in tellings.values() for name, why in t.undefined.items()},
        warnings=warnings,
        numbers={s: f.numbers for s, f in solver.found.items() if isinstance(f, Known)},
        formulas={name: f.formula for name, f in known.items() if f.formula},
        inputs=solver.given.named(entry),
        parts=tuple(_computation(part) for part in solver.parts),
    )

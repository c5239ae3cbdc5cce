"""What a formula gives, of what was found for its symbols: a number, or why there is none.

A number may be draws of it. What makes a number undefined then makes one draw so: it is NaN.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from kragozor.instruments.arithmetic import (
    ROUNDING,
    choose,
    extreme,
    finite,
    greatest,
    is_any,
    is_drawn,
    least,
    magnitude,
)
from kragozor.instruments.formula import (
    Formula,
    ZeroDenominator,
    addends,
    evaluate,
    is_quotient,
    symbols,
    unsigned,
)
from kragozor.instruments.indicators.entries import Indicator
from kragozor.instruments.indicators.findings import (
    Finding,
    Known,
    Unknown,
    assumptions,
    joined,
)
from kragozor.words import Message

if TYPE_CHECKING:
    from kragozor.instruments.arithmetic import Amount

    # One number of a symbol, or one for each item of a list.
    Value: TypeAlias = Amount | tuple[Amount, ...]

# Of sums of a thousand rows that should cancel, less than this share is left by rounding.
_REMAINDER = 1e-13

# How the list of a symbol's numbers, one for each part, is called after the symbol.
OF_PART = "_i"


def derived(
    indicator: Indicator,
    formula: str,
    findings: Mapping[str, Finding],
    *,
    zero: Message | None = None,
) -> Finding:
    """Return what a formula gives, unless all it rests on is assumed.

    Parameters
    ----------
    indicator : Indicator
        The entry that knows what its symbols are called.
    formula : str
        The formula, over symbols of the indicator.
    findings : mapping of str to Finding
        What is known of each symbol of the formula.
    zero : Message, optional
        The reason to give where a denominator is zero.

    Returns
    -------
    Known or Unknown
        In the unit of the formula.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> mci = indicator("mci")
    >>> derived(mci, "V/M", {"V": Known(1.0), "M": Known(4.0)}).number
    0.25
    >>> str(derived(mci, "V/M", {"V": Known(1.0), "M": Known(0.0)}).reason)
    'The denominator is zero: Mass of the product.'
    >>> str(derived(mci, "2*X", {"X": Known(1.0, is_given=False, assumed={"utility": 1.0})}).reason)
    'Missing: Utility against the industry average.'
    """
    known = [finding for finding in findings.values() if isinstance(finding, Known)]
    is_all_assumed = known and not any(finding.is_given for finding in known)
    if is_all_assumed and len(known) == len(findings):
        return Unknown({name: indicator.label(name) for name in assumptions(known)})
    return worked_out(indicator, formula, findings, zero=zero)


def worked_out(
    indicator: Indicator,
    formula: str,
    findings: Mapping[str, Finding],
    *,
    zero: Message | None = None,
) -> Finding:
    """Return what a formula gives, even of numbers that are all assumed.

    The parameters and results are those of :func:`derived`.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> assumed = Known(1.0, is_given=False, assumed={"utility": 1.0})
    >>> worked_out(indicator("mci"), "2*X", {"X": assumed}).number
    2.0
    """
    known = {name: found for name, found in findings.items() if isinstance(found, Known)}
    if len(known) < len(findings):
        return joined([found for found in findings.values() if isinstance(found, Unknown)])
    values = {symbol: found.value for symbol, found in known.items()}
    try:
        amount = finite(evaluate(formula, values)) + 0.0  # no sign is left to zero
    except ZeroDenominator as error:
        return Unknown(other=zero or about(indicator, "zero-denominator", error.denominator))
    except OverflowError:
        amount = math.nan
    if not is_drawn(amount) and math.isnan(amount):
        return Unknown(other=Message("instruments.too-large"))
    amount = _without_rounding(formula, amount, values)
    return Known(amount, assumed=assumptions(known.values()), formula=formula)


def about(indicator: Indicator, key: str, formula: Formula | str) -> Message:
    """Return the reason with the words of a key and what the symbols of a formula are called.

    Examples
    --------
    >>> from kragozor.instruments.indicators.catalogue import indicator
    >>> str(about(indicator("mci"), "zero-denominator", "M - W"))
    'The denominator is zero: Mass of the product, Total unrecoverable waste.'
    """
    names = tuple(_label(indicator, symbol) for symbol in symbols(formula))
    return Message(f"instruments.{key}", {"names": names})


def _label(indicator: Indicator, symbol: str) -> Message:
    if symbol in indicator.item_of:
        return indicator.item_of[symbol][1].label
    own = symbol.removesuffix(OF_PART)
    return (indicator.value_of.get(own) or indicator.input_of[own]).label


def _without_rounding(formula: str, amount: Amount, values: Mapping[str, Value]) -> Amount:
    """Return 0 where nothing but rounding is left of a formula's terms."""
    if not is_quotient(formula):
        amount = _without_trace(formula, amount, values)
    terms = addends(formula)
    if len(terms) > 1:
        amount = _without_remainder(amount, [evaluate(term, values) for term in terms])
    return amount


def _without_remainder(amount: Amount, terms: list[Amount]) -> Amount:
    """Return 0 where the terms cancel but for rounding: a later quotient must meet a zero."""
    largest = _REMAINDER * magnitude(terms)
    if not _may_lie_within(amount, -largest, largest):
        return amount
    most = _REMAINDER * extreme("max", [signed for term in terms for signed in (term, -term)])
    return choose((amount <= most) & (amount >= -most), 0.0, amount)


def _without_trace(formula: str, amount: Amount, values: Mapping[str, Value]) -> Amount:
    """Return 0 for the trace below 0 that shares which sum to 1 may leave of their whole.

    The trace is as large as rounding makes it on the scale of what the formula adds and takes
    away: a burden of some billionths of a gram is none of it. A quotient is on another scale,
    and below 0 for a reason.
    """
    if least(amount) >= 0:
        return amount
    terms = [
        n for value in values.values() for n in (value if isinstance(value, tuple) else (value,))
    ]
    most = ROUNDING * finite(evaluate(unsigned(formula), values))
    if not _may_lie_within(amount, -greatest(most), 0.0):
        return amount
    is_trace = (amount < 0) & (extreme("min", terms) >= 0) & (-amount <= most)
    return choose(is_trace, 0.0, amount)


def _may_lie_within(amount: Amount, low: float, high: float) -> bool:
    """Return whether the amount lies between bounds in any draw; NaN as a bound excludes none.

    Most amounts are nowhere near zero, and so need not be held against their terms one by one.
    """
    if least(amount) > high:
        return False
    return math.isnan(low + high) or is_any((amount >= low) & (amount <= high))

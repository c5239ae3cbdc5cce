"""What every indicator leaves undefined and what it refuses, by its own entry in the catalogue.

An indicator that joins the catalogue is held to all of it from its first day.
"""

import ast
import math

import pytest

from kragozor.instruments.compute import compute
from kragozor.instruments.errors import InstrumentError, NotBalanced, OutOfRange
from kragozor.instruments.formula import symbols
from kragozor.instruments.indicators.catalogue import indicator, indicator_ids
from kragozor.instruments.indicators.inputs import read_inputs
from kragozor.instruments.indicators.solver import Solver
from kragozor.words import say

each_indicator = pytest.mark.parametrize("indicator_id", indicator_ids())

# --- what divides by nothing -----------------------------------------------------------------


def divides(formula):
    """Whether anything in a formula is divided by what is no plain number."""
    divisions = [n for n in ast.walk(ast.parse(formula)) if isinstance(n, ast.BinOp)]
    return any(
        isinstance(node.op, ast.Div) and not isinstance(node.right, ast.Constant)
        for node in divisions
    )


# What these divide by is above zero, or it is refused; one member is one, whatever its index;
# losses of what is not recycled are none.
NEVER_BY_ZERO = {
    ("cluster", "mean_mci"),
    ("food-waste", "annual_food_waste"),
    ("mci", "feedstock_losses"),
}
QUOTIENTS = [
    (name, value.name)
    for name in indicator_ids()
    for value in indicator(name).values.values()
    if divides(value.formula) and (name, value.name) not in NEVER_BY_ZERO
]


def nothing_but_zeros(asked):
    """Everything that an indicator asks for, and of everything as little as there may be."""
    return {name: _least(each) for name, each in asked.items() if name != "parts"}


def _least(asked):
    if asked.items:
        return [nothing_but_zeros(asked.items)]
    if asked.table:
        return "cotton"
    return asked.choices[-1] if asked.choices else {"> 0": 1.0}.get(asked.domain, 0.0)


@pytest.mark.parametrize(("indicator_id", "value"), QUOTIENTS)
def test_quotient_over_zero_is_undefined_with_a_reason_and_never_zero(indicator_id, value):
    entry = indicator(indicator_id)
    asked = {
        name: each
        for name, each in entry.inputs.items()
        if each.domain not in ("names", "flag")
        and not each.only_of_parts
        and name not in entry.values
    }
    found = compute(indicator_id, nothing_but_zeros(asked))
    reasons = [why for name, why in found.undefined.items() if name.partition("[")[0] == value]
    assert len(reasons) == 1
    assert not say(reasons[0], "en").startswith("Missing")
    shown = found.values.get(value)
    assert shown is None or shown == (None,)


# --- refusals --------------------------------------------------------------------------------

OUTSIDE = {
    ">= 0": (-1.0, "−1; it must be at least 0."),
    "> 0": (0.0, "0; it must be above 0."),
    "0..1": (1.5, "1.5; it must be a share from 0 to 1."),
    "real": (math.inf, "inf; it must be a finite number."),
}
NO_NUMBER = {
    "a lot": '"a lot"; it must be a number.',
    True: "true; it must be a number.",
    math.nan: "nan; it must be a finite number.",
}


def asked_of(indicator_id):
    """Each number that an indicator asks for: its path, itself, and how inputs with it look."""
    for name, each in indicator(indicator_id).inputs.items():
        if each.is_number and not each.only_of_parts:
            yield name, each, lambda value, name=name: {name: value}
        for field, item in each.items.items():
            if item.is_number:
                path = f"{name}[0].{field}"
                yield path, item, lambda value, n=name, f=field: {n: [{f: value}]}


def refused(indicator_id, inputs, kind=InstrumentError):
    with pytest.raises(kind) as caught:
        compute(indicator_id, inputs)
    return str(caught.value)


@each_indicator
def test_number_outside_its_domain_is_refused_with_value_and_bound(indicator_id):
    for path, asked, inputs in asked_of(indicator_id):
        value, told = OUTSIDE[asked.domain]
        assert refused(indicator_id, inputs(value), OutOfRange) == f"{path} is {told}"
        if asked.domain == "0..1":
            least = refused(indicator_id, inputs(-0.1), OutOfRange)
            assert least == f"{path} is −0.1; it must be a share from 0 to 1."


@each_indicator
def test_number_a_hair_outside_its_domain_is_not_told_as_its_bound(indicator_id):
    for path, asked, inputs in asked_of(indicator_id):
        if asked.domain == "0..1":
            told = refused(indicator_id, inputs(1.0000001), OutOfRange)
            assert told == f"{path} is 1.0000001; it must be a share from 0 to 1."
        if asked.domain != "real":
            told = refused(indicator_id, inputs(-1e-17), OutOfRange)
            assert told.startswith(f"{path} is −1E−17; it must be ")


@each_indicator
def test_what_is_no_number_is_refused_by_name(indicator_id):
    for path, _, inputs in asked_of(indicator_id):
        for value, told in NO_NUMBER.items():
            assert refused(indicator_id, inputs(value)) == f"{path} is {told}"


@each_indicator
def test_name_or_choice_that_is_not_asked_for_is_refused(indicator_id):
    told = refused(indicator_id, {"no_such_thing": 1})
    assert told == "no_such_thing: no such name is expected."
    for name, asked in indicator(indicator_id).inputs.items():
        if asked.choices:
            told = refused(indicator_id, {name: "no-such-choice"})
            assert told.startswith(f'{name} is "no-such-choice"; it must be one of: ')
            assert all(choice in told for choice in asked.choices)


LIMITS = [
    (name, limit.parts, limit.at_most)
    for name in indicator_ids()
    for limit in indicator(name).limits
]


def ones(entry, formula):
    """One of everything that a formula rests on."""
    names = [s for symbol in symbols(formula) for s in rests_on(entry, symbol)]
    return {n: [{f: 1.0 for f in e.items if not e.items[f].table}] if e.items else 1.0
            for n, e in ((n, entry.inputs[n]) for n in names)}  # fmt: skip


def rests_on(entry, symbol):
    """The inputs that a symbol is, or is worked out from."""
    if symbol in entry.input_of:
        return (entry.input_of[symbol].name,)
    return entry.inputs_used(entry.value_of[symbol].name)


@pytest.mark.parametrize(("indicator_id", "parts", "at_most"), LIMITS)
def test_parts_beyond_their_whole_are_refused_with_total_and_bound(indicator_id, parts, at_most):
    entry = indicator(indicator_id)
    inputs = ones(entry, at_most)
    whole = Solver(entry, read_inputs(entry, inputs)).work_out(at_most).number if inputs else 1.0
    names = [entry.input_of[symbol].name for symbol in symbols(parts)][:2]
    excess = {name: 1.5 * whole / len(names) for name in names}
    told = refused(indicator_id, inputs | excess, NotBalanced)
    says = f"{names[0]} is" if len(names) == 1 else f"{', '.join(names)} add up to"
    be = "it" if len(names) == 1 else "they"
    assert told == f"{says} {1.5 * whole:g}; {be} must be at most {whole:g}."
    assert compute(indicator_id, inputs | {name: whole / len(names) for name in names})

"""Inputs of any indicator, drawn from what its entry in the catalogue asks for and allows."""

from functools import cache

from hypothesis import strategies as st

from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.formula import symbols
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.indicators.findings import Known
from kragozor.instruments.indicators.inputs import read_inputs
from kragozor.instruments.indicators.limits import problems
from kragozor.instruments.indicators.solver import Solver
from kragozor.instruments.reference.fibres import fibres


def _zero_or_more(most):
    """Numbers up to the largest; of the smallest, which nobody weighs, nothing is left."""
    return st.floats(0, most).map(lambda number: number if number >= 0.001 else 0.0)


NUMBERS = {
    ">= 0": _zero_or_more(1000),
    "> 0": st.floats(0.001, 1000),
    "0..1": _zero_or_more(1),
    "real": st.floats(-1000, 1000),
}
TERMS = {"fibres": [each.code for each in fibres()]}


@cache
def sound_inputs(indicator_id, *, sparse=False):
    """Inputs that the indicator takes: all that it cannot work out itself, or, sparse, some."""
    entry = indicator(indicator_id)
    asked = {name: each for name, each in entry.inputs.items() if _is_drawn(each)}
    wholes = [_objects(_told(entry, asked, sparse), sparse)]
    if "parts" in entry.inputs:
        of_product = {n: e for n, e in asked.items() if not (e.is_part or n == "parts")}
        parts = st.lists(_part(entry, sparse), min_size=1, max_size=3)
        product = _objects(_told(entry, of_product, sparse), sparse)
        wholes.append(st.builds(lambda rest, rows: {**rest, "parts": rows}, product, parts))
    within = st.one_of(wholes).map(lambda inputs: within_limits(entry, inputs))
    return within.filter(lambda inputs: is_taken(entry, inputs))


def within_limits(entry, inputs):
    """The same with the parts of each limit made smaller, until they are no more than its whole."""
    if "parts" in inputs:
        inputs = {**inputs, "parts": [within_limits(entry, part) for part in inputs["parts"]]}
    for limit in entry.limits:
        solver = Solver(entry, read_inputs(entry, _of_whole(entry, inputs)))
        whole = solver.work_out(limit.at_most)
        given = {symbol for symbol in symbols(limit.parts) if symbol in solver.given.numbers}
        total = sum(solver.given.numbers[symbol] for symbol in given)
        others = [solver.find(symbol) for symbol in symbols(limit.parts) if symbol not in given]
        worked_out = sum(max(0.0, each.number) for each in others if isinstance(each, Known))
        if isinstance(whole, Known) and total > (left := max(0.0, whole.number - worked_out)):
            smaller = {
                entry.input_of[s].name: solver.given.numbers[s] * left / total for s in given
            }
            inputs = {**inputs, **smaller}
    return inputs


def is_taken(entry, inputs):
    """Whether the inputs fit together."""
    try:
        return not problems(Solver(entry, read_inputs(entry, inputs)))
    except InstrumentError:
        return False


def _of_whole(entry, inputs):
    """A part as a product of its own, without the mass that only parts have."""
    return {name: number for name, number in inputs.items() if not entry.inputs[name].only_of_parts}


def _is_drawn(asked):
    return asked.domain not in ("names", "flag") and not asked.only_of_parts


def _told(entry, asked, sparse):
    """What is drawn of the inputs asked for; what follows from others only now and then."""
    names = [n for n in asked if n != "parts" and (sparse or n not in entry.values)]
    return {name: _values(asked[name]) for name in names}


def _part(entry, sparse):
    asked = entry.inputs["parts"].items
    told = {n: _values(e) for n, e in asked.items() if sparse or n not in entry.values}
    return _objects(told, sparse)


def _objects(told, sparse):
    return st.fixed_dictionaries({} if sparse else told, optional=told if sparse else {})


def _values(asked):
    if asked.domain == "choice":
        return st.sampled_from(asked.choices)
    if asked.domain == "list":
        return _rows(asked)
    return NUMBERS[asked.domain]


def _rows(asked):
    """Items with all that is asked of them, and a name of their own."""
    tables = {name: each.table for name, each in asked.items.items() if each.table}
    numbers = {name: _values(each) for name, each in asked.items.items() if not each.table}
    rows = st.lists(st.fixed_dictionaries(numbers), min_size=1, max_size=4)
    for name, table in tables.items():
        rows = st.builds(_with_terms, st.just(name), st.permutations(TERMS[table]), rows)
    return rows.map(lambda items: [{"id": f"item {n}", **row} for n, row in enumerate(items)])


def _with_terms(name, terms, rows):
    return [{name: term, **row} for term, row in zip(terms, rows, strict=False)]

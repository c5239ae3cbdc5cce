"""The catalogue is whole, and its formulas are those of the functions over arrays."""

import inspect
import re
import xml.etree.ElementTree as ET
from importlib import resources

import numpy as np
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from kragozor.instruments.errors import InstrumentError
from kragozor.instruments.formula import as_mathml, as_typst, evaluate, parse, symbols
from kragozor.instruments.indicators import agrifood, cff, cti, iso59020, mci
from kragozor.instruments.indicators.catalogue import indicator, indicator_ids, indicators
from kragozor.words import LANGUAGES, say
from tests.instruments.indicators.functions import FUNCTIONS, LISTS, WHOLES, WITHOUT_FUNCTION

VALUES = [(entry, value) for entry in indicators() for value in entry.values.values()]
by_value = pytest.mark.parametrize(
    ("entry", "value"), VALUES, ids=[f"{entry.id}-{value.name}" for entry, value in VALUES]
)

PAIRS = [
    (entry.values[name].formula, *FUNCTIONS[entry.id][name])
    for entry in map(indicator, FUNCTIONS)
    for name in FUNCTIONS[entry.id]
]

tiny = st.floats(0, 0.001)
small = st.floats(0.001, 0.2)
large = st.floats(2, 1000)


@st.composite
def numbers_of(draw, names):
    length = draw(st.integers(1, 4))
    return {
        name: draw(st.lists(small, min_size=length, max_size=length))
        if name in LISTS
        else draw(large if name in WHOLES else tiny if name.endswith("_H") else small)
        for name in names
    }


@pytest.mark.parametrize(("formula", "function", "arguments"), PAIRS, ids=[p[0] for p in PAIRS])
@settings(max_examples=25)
@given(data=st.data())
def test_formula_gives_what_its_function_gives(formula, function, arguments, data):
    numbers = data.draw(numbers_of(arguments.values()))
    if "E_O_TE" in numbers:
        numbers["E_O_RENE"] = numbers["E_O_TE"] / 2
    computed = function(**{name: numbers[symbol] for name, symbol in arguments.items()})
    assert computed == pytest.approx(evaluate(formula, numbers), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("side", ["inflow", "outflow"])
@given(parts=st.lists(small, min_size=3, max_size=3), total=large)
def test_linear_share_is_the_linear_mass_over_the_total(side, parts, total):
    entry = indicator("iso59020")
    names = [f"{kind}_{side}" for kind in ("reused", "recycled", "renewable")]
    inputs = dict(zip(names, parts, strict=True)) | {f"total_{side}": total}
    numbers = {entry.inputs[name].symbol: number for name, number in inputs.items()}
    linear = evaluate(entry.values[f"linear_{side}"].formula, numbers)
    share = getattr(iso59020, f"linear_{side}_share")(**inputs)
    symbol = entry.values[f"linear_{side}"].symbol
    formula = entry.values[f"linear_{side}_share"].formula
    assert share == pytest.approx(evaluate(formula, numbers | {symbol: linear}), rel=1e-12)


def test_every_value_has_a_function_or_is_its_own_definition():
    named = {(id_, name) for id_, functions in FUNCTIONS.items() for name in functions}
    assert named | WITHOUT_FUNCTION == {(entry.id, value.name) for entry, value in VALUES}


@by_value
def test_formulas_parse_and_know_their_symbols(entry, value):
    known = {*entry.input_of, *entry.value_of, *entry.item_of}
    for text in filter(None, [value.formula, value.of_parts, value.positive]):
        parse(text)
        assert {symbol.removesuffix("_i") for symbol in symbols(text)} <= {
            symbol.removesuffix("_i") for symbol in known
        }


def test_formulas_are_written_for_pages_and_papers():
    texts = [text for _, value in VALUES for text in (value.formula, value.of_parts) if text]
    for text in texts:
        ET.fromstring(as_mathml(text))
    markup = "\n".join(f"$ {as_typst(text)} $" for text in texts)
    assert typst.compile(markup.encode()).startswith(b"%PDF")


@by_value
def test_values_are_complete(entry, value):
    assert value.display in {"share", "index", "number", "class", "list"}
    assert value.source
    assert value.display in {"number", "list"} or value.unit == ""
    assert value.unclamped == "" or value.unclamped in entry.values
    causes = {symbol for expression in value.zero_when for symbol in symbols(expression)}
    assert causes <= set(symbols(value.formula))


@pytest.mark.parametrize("entry", indicators(), ids=lambda entry: entry.id)
def test_labels_speak_both_languages(entry):
    items = [item for asked in entry.inputs.values() for item in asked.items.values()]
    labels = [entry.framework, *(e.label for e in [*entry.inputs.values(), *items])]
    labels += [value.label for value in entry.values.values()]
    assert all(say(label, language).strip() for label in labels for language in LANGUAGES)
    assert all(any("а" <= letter <= "я" for letter in say(label, "bg")) for label in labels)
    assert not any("а" <= letter <= "я" for label in labels for letter in say(label, "en"))


@pytest.mark.parametrize("entry", indicators(), ids=lambda entry: entry.id)
def test_symbols_and_names_are_used_once(entry):
    assert len(entry.input_of) == sum(asked.is_number for asked in entry.inputs.values())
    assert len(entry.value_of) == len(entry.values)
    shared = entry.input_of.keys() & entry.value_of.keys()
    assert all(entry.input_of[s].name == entry.value_of[s].name for s in shared)
    aliases = [alias for asked in entry.inputs.values() for alias in asked.aliases]
    assert not set(aliases) & set(entry.inputs)
    assert len(aliases) == len(set(aliases))


# Money that is saved, and an economy that shrinks.
BELOW_ZERO = {("cost-curve", "annual_cost"), ("iso59020", "economic_growth")}
# Numbers without a unit that are counted, or compared with something, and are no part of a whole.
ABOVE_ONE = {
    ("cff", "quality_ratio_in"),
    ("cff", "quality_ratio_out"),
    ("food-waste", "people"),
    ("food-waste", "baseline_people"),
    ("iso59020", "economic_growth"),
    ("iso59020", "resource_use"),
    ("mci", "utility"),
    ("mci", "use_intensity"),
    ("mci", "industry_use_intensity"),
    ("mci-company", "weight"),
}


def test_no_number_may_be_negative_or_above_the_whole_unless_it_is_said_why():
    asked = {
        (entry.id, each.name): each
        for entry in indicators()
        for given in entry.inputs.values()
        for each in (given, *given.items.values())
        if each.is_number
    }
    plain = {name for name, each in asked.items() if not each.unit and each.domain != "0..1"}
    assert {name for name, each in asked.items() if each.domain == "real"} == BELOW_ZERO
    assert plain == ABOVE_ONE
    assert all(not each.unit for each in asked.values() if each.domain == "0..1")


def test_iso59020_has_thirteen_core_indicators_and_six_mandatory():
    marks = [value.mandatory for value in indicator("iso59020").values.values()]
    assert sum(mark is not None for mark in marks) == 13
    assert sum(mark is True for mark in marks) == 6


def test_unknown_indicator_is_refused_with_the_known_ones():
    with pytest.raises(InstrumentError, match=r"no indicator “mcI”.*cti.*iso59020.*mci"):
        indicator("mcI")


def test_ids_are_the_files():
    files = resources.files("kragozor.instruments.indicators").iterdir()
    names = {file.name for file in files if file.name.endswith(".toml")}
    assert {f"{id_}.toml" for id_ in indicator_ids()} == names
    assert [entry.id for entry in indicators()] == list(indicator_ids())


def test_inputs_used_follow_the_formulas_down_to_the_inputs():
    used = indicator("mci").inputs_used("mci")
    assert {"mass", "recycled_feedstock", "lifetime", "energy_recovered", "utility"} <= set(used)
    assert indicator("mci").inputs_used("utility_factor")[0] == "utility"
    assert indicator("cti").inputs_used("critical_inflow_share") == (
        "critical_inflow",
        "linear_inflow",
        "inflows",
    )


@pytest.mark.parametrize(
    "package", [mci, iso59020, cti, agrifood, cff], ids=lambda package: package.__name__
)
def test_public_functions_take_keywords_and_tell_their_source(package):
    for name in package.__all__:
        function = getattr(package, name)
        kinds = {p.kind for p in inspect.signature(function).parameters.values()}
        assert kinds == {inspect.Parameter.KEYWORD_ONLY}
        sections = ["Parameters", "Returns", "Raises", "Notes", "Examples"]
        positions = [function.__doc__.index(f"{section}\n    ---") for section in sections]
        assert positions == sorted(positions)
        assert ".. math::" in function.__doc__
        assert "Source:" in function.__doc__
        assert all(f"{p}" in function.__doc__ for p in inspect.signature(function).parameters)


def test_functions_return_floating_point_numbers():
    assert cti.circular_inflow(inflow_mass=[1, 1], circular_share=[1, 0]).dtype == np.float64


# What is called alike in every language: a paragraph of a standard, a title.
CITATION = re.compile(r"ISO 59020:2024, A(\.\d+)+|WBCSD, Circular Transition Indicators .*")


@pytest.mark.parametrize("entry", indicators(), ids=lambda entry: entry.id)
def test_source_is_told_in_both_languages(entry):
    for source in (entry.source, *(value.source for value in entry.values.values())):
        bg, en = say(source, "bg"), say(source, "en")
        assert CITATION.fullmatch(en) if bg == en else re.search("[а-я]", bg)

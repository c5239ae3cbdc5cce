"""A formula reads as Python does, and every notation writes what it read."""

import math
import xml.etree.ElementTree as ET

import numpy as np
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from kragozor.instruments.errors import InstrumentError, ShapeMismatch
from kragozor.instruments.formula import (
    ZeroDenominator,
    as_mathml,
    as_text,
    as_typst,
    evaluate,
    is_quotient,
    symbols,
)

LFI = "(V + W) / (2*M + (W_F - W_C)/2)"

names = st.sampled_from(["a", "b", "W_F", "E_I_RENE"])
leaves = names | st.integers(0, 9).map(str) | st.sampled_from(["0.5", "2.25"])


def _joined(parts):
    left, sign, right = parts
    return f"({left}) {sign} ({right})"


def _grown(formulas):
    return (
        st.tuples(formulas, st.sampled_from(["+", "-", "*", "/"]), formulas).map(_joined)
        | formulas.map(lambda f: f"-({f})")
        | formulas.map(lambda f: f"({f})**2")
        | st.tuples(formulas, formulas).map(lambda pair: f"max({pair[0]}, {pair[1]})")
        | formulas.map(lambda f: f"sum({f})")
    )


formulas = st.recursive(leaves, _grown, max_leaves=12)
numbers = st.sampled_from([-3.0, -0.5, 0.25, 1.0, 2.0, 7.5])
scopes = st.fixed_dictionaries(dict.fromkeys(["a", "b", "W_F", "E_I_RENE"], numbers))


def python_value(text, values):
    try:
        return eval(text, {"sum": float, "max": max, "__builtins__": {}}, dict(values))
    except (ZeroDivisionError, OverflowError) as error:
        return type(error)


def formula_value(text, values):
    try:
        return evaluate(text, values)
    except ZeroDenominator:
        return ZeroDivisionError
    except OverflowError:
        return OverflowError


def same(left, right):
    if isinstance(left, type) or isinstance(right, type):
        return left is right
    return left == pytest.approx(right, rel=1e-9, nan_ok=True)


@given(formulas, scopes)
def test_evaluate_equals_python(text, values):
    assert same(formula_value(text, values), python_value(text, values))


@given(formulas, scopes, scopes)
def test_evaluate_gives_each_draw_what_it_gives_alone(text, one, other):
    drawn = {name: np.array([one[name], other[name]]) for name in one}
    with np.errstate(all="ignore"):
        try:
            found = np.broadcast_to(evaluate(text, drawn), 2)
        except (ZeroDenominator, OverflowError):
            return
    for value, scope in zip(found, (one, other), strict=True):
        alone = formula_value(text, scope)
        if isinstance(alone, type):
            assert not np.isfinite(value)
        else:
            assert value == pytest.approx(alone, rel=1e-9, nan_ok=True)


def test_evaluate_sums_a_list_of_numbers_and_draws():
    values = {"m_i": [20.0, np.array([30.0, 80.0])], "c_i": [1.0, 0.0]}
    assert evaluate("sum(m_i * c_i) / sum(m_i)", values).tolist() == [0.4, 0.2]


@given(formulas, scopes)
def test_text_with_symbols_means_the_formula(text, values):
    assert same(python_value(_as_python(as_text(text)), values), python_value(text, values))


@given(formulas, scopes)
def test_text_with_numbers_means_the_formula(text, values):
    shown = as_text(text, {name: repr(value) for name, value in values.items()})
    assert same(python_value(_as_python(shown), {}), python_value(text, values))


def _as_python(shown):
    for sign, python in {"−": "-", "·": "*", "×": "*", "^": "**", "Σ": "sum", ";": ","}.items():
        shown = shown.replace(sign, python)
    return shown.replace("E_I,RENE", "E_I_RENE")


@given(formulas, scopes)
def test_mathml_is_well_formed(text, values):
    ET.fromstring(as_mathml(text, left="W_F", right="1"))
    ET.fromstring(as_mathml(text, {name: repr(value) for name, value in values.items()}))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_mathml_escapes_what_it_shows(number):
    root = ET.fromstring(as_mathml("M", {"M": number}))
    assert root.findtext("mn") == number


def test_symbols_come_once_in_order_of_appearance():
    assert symbols(LFI) == ("V", "W", "M", "W_F", "W_C")
    assert symbols("max(0, -X) + sum(m_i)") == ("X", "m_i")


def test_text_of_the_linear_flow_index():
    shown = "LFI = (V + W) / (2 · M + (W_F − W_C) / 2)"
    assert as_text(LFI, left="LFI") == shown


def test_mathml_of_the_linear_flow_index_stacks_and_lowers():
    root = ET.fromstring(as_mathml(LFI, left="LFI"))
    assert [element.tag for element in root] == ["mi", "mo", "mfrac"]
    below = root.find("mfrac")[1]
    assert [child.text for child in below.find("mfrac").find("mrow").find("msub")] == ["W", "F"]


def test_fractions_need_no_brackets_but_as_a_base():
    assert "(" not in as_mathml("a/b * (c + d)/e - 1").replace("<mo>(</mo><mi>c", "")
    assert as_mathml("(a/b)**2").count("<mo>(</mo>") == 1


def test_subscript_of_two_parts_gets_a_comma():
    assert as_text("E_I_RENE") == "E_I,RENE"


def test_subscripts_are_upright_unless_they_count():
    shown = as_mathml("sum(W_0*m_i*F_R*L_av)")
    assert "<mn>0</mn>" in shown
    assert "<mi>i</mi>" in shown
    assert '<mi mathvariant="normal">R</mi>' in shown
    assert '<mi mathvariant="normal">av</mi>' in shown


def test_sums_stand_beside_each_other_without_brackets():
    assert "<mo>(</mo>" not in as_mathml("sum(a) + sum(b) - sum(c)")


def test_numbers_take_the_place_of_symbols():
    assert as_text("M*(1 - F_R)", {"M": "2", "F_R": "0,4"}, language="bg", right="1,2") == (
        "2 × (1 − 0,4) = 1,2"
    )


def test_own_numbers_of_a_formula_follow_the_language():
    assert as_text("0.9/X", language="bg") == "0,9 / X"


def test_numbers_are_written_in_the_language():
    numbers = {"m_i": (1234.5, 0.25), "c": -2}
    assert as_text("sum(m_i*c)", numbers, language="bg") == ("1\u00a0234,5 × (−2) + 0,25 × (−2)")


def test_negative_numbers_are_bracketed():
    assert as_text("a - b", {"a": "1", "b": "−2"}) == "1 − (−2)"


def test_sum_shows_its_items():
    masses = {"m_i": ["20", "30"], "c_i": ["1", "0"]}
    assert as_text("sum(m_i*c_i)/sum(m_i)", masses) == "(20 × 1 + 30 × 0) / (20 + 30)"


def test_sum_without_items_shows_a_sigma():
    assert as_text("sum(m_i*c_i)/sum(m_i)") == "Σ(m_i · c_i) / Σ(m_i)"
    assert as_mathml("2*sum(a + b)").count("<mo>(</mo>") == 2
    assert as_typst("sum(m_i)") == '∑ "m"_"i"'


def test_long_sum_is_shortened():
    assert as_text("sum(m_i)", {"m_i": list("123456")}) == "1 + 2 + 3 + … + 6"
    assert as_text("sum(m_i)", {"m_i": list("1234")}) == "1 + 2 + 3 + 4"


def test_sum_of_no_items_is_zero():
    assert as_text("sum(m_i)", {"m_i": []}) == "0"
    assert evaluate("sum(m_i)", {"m_i": []}) == 0


def test_sum_of_one_item_is_the_item():
    assert as_text("sum(m_i*c)", {"m_i": ["3"], "c": "2"}) == "3 × 2"


@given(st.lists(numbers, min_size=1))
def test_sum_runs_over_the_items(masses):
    assert evaluate("sum(2*m_i)", {"m_i": masses}) == pytest.approx(2 * math.fsum(masses))


@given(formulas, st.lists(scopes, min_size=1, max_size=4))
def test_sum_is_that_of_its_term_item_by_item(text, items):
    lists = {name: [item[name] for item in items] for name in items[0]}
    terms = [formula_value(text, item) for item in items]
    failed = [term for term in terms if isinstance(term, type)]
    found = formula_value(f"sum({text})", lists if symbols(text) else {})
    if failed:
        assert isinstance(found, type)
    else:
        expected = terms if symbols(text) else terms[:1]
        assert found == pytest.approx(sum(expected), rel=1e-9, abs=1e-9 * max(map(abs, expected)))


def test_quotient_is_known_by_what_it_does_last():
    assert is_quotient(LFI)
    assert not is_quotient("a/b - 1")


def test_evaluate_says_which_denominator_is_zero():
    with pytest.raises(ZeroDenominator) as caught:
        evaluate("1 + V/(M - 2)", {"V": 1, "M": 2})
    assert as_text(caught.value.denominator) == "M − 2"


def test_evaluate_needs_every_symbol():
    with pytest.raises(KeyError, match="W"):
        evaluate(LFI, {"V": 1})


def test_lists_of_one_sum_have_one_length():
    with pytest.raises(ShapeMismatch, match="a: 1, b: 2"):
        evaluate("sum(a*b)", {"a": [1], "b": [1, 2]})


def test_list_outside_a_sum_is_refused():
    with pytest.raises(ShapeMismatch, match="list of 2"):
        evaluate("a + 1", {"a": [1, 2]})


@pytest.mark.parametrize(
    "text",
    ["", "a +", "a % b", "f(a)", "a.b", "max()", "sum(a, b)", "a < b", "True", "'a'", "~a", "[a]"],
)
def test_what_is_no_formula_is_refused(text):
    with pytest.raises(InstrumentError, match="is not a formula"):
        evaluate(text, {})


@pytest.mark.parametrize(
    ("formula", "values"),
    [
        (LFI, {}),
        ("max(0, 1 - LFI*F_X)", {"LFI": "0,5", "F_X": "0,9"}),
        ("1 - max(0, a)/max(b, c)", {}),
        ("(a/b)**2*(-a)", {"a": '1"2\\', "b": "−3"}),
        ("sum(m_i*c_i)/sum(m_i)", {"m_i": list("12345"), "c_i": list("54321")}),
        ("2*sum(m_i*c_i)", {}),
    ],
)
def test_typst_reads_what_is_written_for_it(formula, values):
    markup = f"$ {as_typst(formula, values, left='W_F', right='0,5')} $"
    assert typst.compile(markup.encode()).startswith(b"%PDF")


@given(numbers, numbers)
def test_comparison_is_one_where_it_holds_and_else_zero(left, right):
    values = {"a": left, "b": right}
    assert evaluate("a >= b", values) == (left >= right)
    assert evaluate("2*(a > b) + 1", values) == 2 * (left > right) + 1


def test_at_least_forgives_the_last_digits_and_above_does_not():
    assert evaluate("a >= 0.8", {"a": 0.1 + 0.7}) == 1
    assert evaluate("a >= 0.8", {"a": 0.7999}) == 0
    assert evaluate("a > 0", {"a": 1e-300}) == 1
    assert evaluate("a > 0", {"a": 0}) == 0


def test_comparison_sorts_the_items_of_a_sum():
    values = {"m_i": [1, 3, 4], "r_i": [0.95, 0.9, 1.0]}
    assert evaluate("sum(m_i*(r_i >= 0.95)) / sum(m_i)", values) == 5 / 8


def test_comparison_of_draws_is_made_draw_by_draw():
    drawn = np.array([0.7, 0.96, np.nan])
    found = evaluate("sum(m_i*(r_i >= 0.95))", {"m_i": [2, 1], "r_i": [drawn, 1.0]})
    assert found.tolist()[:2] == [1, 3]
    assert math.isnan(found[2])


def test_logarithm_and_power_of_e_undo_each_other():
    assert evaluate("exp(ln(a))", {"a": 7.5}) == pytest.approx(7.5)
    assert evaluate("ln(a)", {"a": 1}) == 0
    assert evaluate("exp(ln(a))", {"a": np.array([1.0, 4.0])}) == pytest.approx([1, 4])


def test_nothing_times_its_logarithm_is_nothing():
    assert evaluate("-sum(s_i*ln(s_i))", {"s_i": [0.5, 0.5, 0.0]}) == pytest.approx(math.log(2))
    drawn = np.array([0.0, 1.0, 0.5])
    found = evaluate("s*ln(s)", {"s": drawn})
    assert found == pytest.approx([0, 0, 0.5 * math.log(0.5)])


def test_logarithm_of_nothing_is_not_a_number():
    assert math.isnan(evaluate("ln(a)", {"a": 0}))
    assert np.isnan(evaluate("ln(a)", {"a": np.array([0.0, -1.0])})).all()


def test_functions_and_comparisons_are_written():
    assert as_text("-sum(s_i*ln(s_i))", left="H") == "H = −Σ(s_i · ln(s_i))"
    assert as_text("a*(b >= 0.7)", {"a": "2", "b": "0.8"}, right="2") == "2 × [0.8 ≥ 0.7] = 2"
    assert as_typst("a > 0") == '["a" > "0"]'
    assert as_typst("exp(H)") == '"exp"("H")'
    assert [child.text for child in ET.fromstring(as_mathml("a > 0"))[0]] == [
        "[",
        "a",
        ">",
        "0",
        "]",
    ]
    assert symbols("exp(H) * (a > b)") == ("H", "a", "b")


@pytest.mark.parametrize("formula", ["exp(H)", "ln(a)/2", "sum(m_i*(r_i >= 0.95))/sum(m_i)"])
def test_functions_and_comparisons_can_be_typeset(formula):
    assert typst.compile(f"$ {as_typst(formula)} $".encode(), format="pdf")[:4] == b"%PDF"

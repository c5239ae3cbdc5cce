"""What every function over arrays promises alike, whatever it measures."""

import inspect

import numpy as np
import pytest

from kragozor.instruments.errors import InstrumentError, OutOfRange, ShapeMismatch
from kragozor.instruments.indicators import (
    agrifood,
    cff,
    cluster,
    cmu,
    cti,
    esrs_e5,
    iso59020,
    mci,
    packaging,
    textiles,
    vsme_b7,
)

MODULES = (
    *(mci, iso59020, cti, cff, esrs_e5, vsme_b7, cmu, cluster),
    *(packaging, textiles, agrifood),
)
FUNCTIONS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": getattr(module, name)
    for module in MODULES
    for name in module.__all__
    if name != "recyclability_grade"  # gives words, not numbers
}
WHOLES = (
    "total_inflow",
    "total_outflow",
    "higher_heating_value",
    "biological_mass",
    "total_waste",
    "waste",
    "total_fibre",
    "product_mass",
    "recycled_mass",
)

every_function = pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)


def names(function):
    return list(inspect.signature(function).parameters)


def sound(function):
    """A number for each argument that suits it: wholes are larger than their parts."""
    return {name: 1.0 if name in WHOLES else 0.1 for name in names(function)}


def arrays(function, make):
    return {name: make(number) for name, number in sound(function).items()}


def sums_along_its_rows(function):
    return "shape (..., " in inspect.getdoc(function)


@every_function
def test_arguments_are_named(function):
    kinds = {p.kind for p in inspect.signature(function).parameters.values()}
    assert kinds == {inspect.Parameter.KEYWORD_ONLY}


@every_function
def test_documentation_is_complete(function):
    told = inspect.getdoc(function)
    parts = [".. math::", "Parameters\n", "Returns\n", "Raises\n", "Notes\n", "Examples\n"]
    assert [part for part in parts if part not in told] == []
    assert sorted(parts, key=told.index) == parts
    assert "Source:" in told
    assert all(name in told for name in names(function))


@every_function
@pytest.mark.parametrize(
    "make",
    [
        np.array,
        lambda number: [number] * 4,
        lambda number: np.full(4, number, np.float32),
        lambda number: np.full((4, 3), number)[:, ::2],
        lambda number: np.full((2, 4), number).T,
    ],
    ids=["0-d", "list", "float32", "strided", "transposed"],
)
def test_any_array_of_numbers_is_taken(function, make):
    found = np.asarray(function(**arrays(function, make)))
    assert found.dtype == np.float64
    expected = function(**sound(function))
    if not sums_along_its_rows(function):
        assert found.shape == np.shape(make(0.0))
        np.testing.assert_allclose(found, expected, rtol=1e-5)


@every_function
def test_no_rows_give_no_rows(function):
    found = function(**arrays(function, lambda _: np.zeros((0, 3))))
    assert np.shape(found)[0] == 0


@every_function
def test_what_is_given_stays_as_it_is(function):
    given = arrays(function, lambda number: np.full(3, number))
    for array in given.values():
        array.flags.writeable = False
    function(**given)


@every_function
def test_undefined_stays_undefined(function):
    found = function(**arrays(function, lambda number: [[number], [np.nan]]))
    assert np.isnan(np.ravel(found)[1])


@every_function
@pytest.mark.parametrize(
    "wrong",
    [
        None,
        ["a"],
        [True],
        [1j],
        [object()],
        [10**400],
        np.array(["2025"], "datetime64[Y]"),
        np.ma.array([0.1, 0.1], mask=[False, True]),
        [[0.1], [0.1, 0.1]],
    ],
    ids=["none", "text", "bool", "complex", "object", "huge", "date", "masked", "ragged"],
)
def test_what_is_no_array_of_numbers_is_refused_by_name(function, wrong):
    for name, parameter in inspect.signature(function).parameters.items():
        if wrong is None and parameter.default is None:
            continue
        with pytest.raises(InstrumentError, match=f"^{name}\\b"):
            function(**{**sound(function), name: wrong})


@every_function
def test_infinite_numbers_are_refused_with_their_place(function):
    for name in names(function):
        with pytest.raises(OutOfRange, match=rf"^{name}\[1\] is inf; it must be a"):
            function(**{**sound(function), name: [0.1, np.inf]})


@every_function
def test_shapes_that_do_not_fit_together_are_refused(function):
    given = arrays(function, lambda number: np.full(2, number))
    if len(given) > 1:
        with pytest.raises(ShapeMismatch):
            function(**{**given, names(function)[-1]: np.full(3, 0.1)})

"""The whole indicator in blocks gives what the single steps give, and refuses what they refuse."""

import inspect
import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.instruments.compute import compute
from kragozor.instruments.errors import (
    InstrumentError,
    NotBalanced,
    OutOfRange,
    ShapeMismatch,
)
from kragozor.instruments.indicators.mci import product
from kragozor.instruments.indicators.mci.product import product_circularity

COLUMNS = tuple(inspect.signature(product_circularity).parameters)
BLOCK = product._BLOCK


def portfolio(count, seed=7):
    """Random products well within their domains."""
    random = np.random.default_rng(seed)
    columns = {name: random.uniform(0.0, 0.25, count) for name in COLUMNS}
    for name in ("mass", "lifetime", "industry_lifetime", "use_intensity"):
        columns[name] = random.uniform(0.5, 5.0, count)
    columns["industry_use_intensity"] = random.uniform(0.5, 5.0, count)
    columns["feedstock_recycling_efficiency"] = random.uniform(0.5, 1.0, count)
    return columns


def step_by_step(columns):
    """The same by the catalogue's formulas, product by product."""
    rows = zip(*(np.atleast_1d(column) for column in columns.values()), strict=True)
    return [_computed(dict(zip(columns, map(float, row), strict=True))) for row in rows]


def _computed(row):
    energy = row.pop("energy_recovery_efficiency") * row.pop("biogenic_carbon_share")
    return compute("mci", {**row, "energy_recovered": energy}).values.get("mci", np.nan)


def test_blocks_give_what_the_formulas_give():
    columns = portfolio(200)
    np.testing.assert_allclose(product_circularity(**columns), step_by_step(columns), atol=1e-14)


@pytest.mark.parametrize("count", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK + 3])
def test_block_ends_do_not_show(count):
    columns = portfolio(2 * BLOCK + 3)
    whole = product_circularity(**columns)
    cut = product_circularity(**{name: column[:count] for name, column in columns.items()})
    np.testing.assert_array_equal(cut, whole[:count])


def test_one_product_gives_one_number():
    scored = product_circularity(mass=1.0)
    assert isinstance(scored, np.float64)
    assert scored == pytest.approx(0.1)


def test_nearly_no_use_and_nearly_no_yield_pass_all_bounds_in_silence():
    assert product_circularity(mass=1, lifetime=1e-320, industry_lifetime=1e300) == 0
    assert np.isnan(
        product_circularity(mass=1, recycled_feedstock=1, feedstock_recycling_efficiency=1e-320)
    )


def test_parameters_broadcast():
    scored = product_circularity(
        mass=np.ones((3, 1)), reused_feedstock=[[0.0], [0.5], [1.0]], lifetime=[1, 2]
    )
    expected = [[0.1, 0.55], [0.325, 0.6625], [0.55, 0.775]]
    np.testing.assert_allclose(scored, expected)


def test_order_and_type_of_the_columns_do_not_matter():
    masses = np.asfortranarray(np.arange(1, 7).reshape(2, 3))
    lives = np.array([[1, 2, 3], [4, 5, 6]], dtype=np.float32)
    scored = product_circularity(mass=masses, lifetime=lives[:, ::-1])
    np.testing.assert_allclose(scored, 1 - 0.9 / lives[:, ::-1].astype(float))


def test_inputs_stay_as_they_are():
    columns = portfolio(100)
    before = {name: column.copy() for name, column in columns.items()}
    product_circularity(**columns)
    for name in COLUMNS:
        np.testing.assert_array_equal(columns[name], before[name])


@pytest.mark.parametrize("name", COLUMNS)
def test_nan_leaves_its_own_product_undefined(name):
    columns = portfolio(2 * BLOCK)
    clean = product_circularity(**columns)
    columns[name][BLOCK + 5] = np.nan
    scored = product_circularity(**columns)
    assert np.flatnonzero(np.isnan(scored)).tolist() == [BLOCK + 5]
    np.testing.assert_array_equal(np.delete(scored, BLOCK + 5), np.delete(clean, BLOCK + 5))


@pytest.mark.parametrize("name", ["mass", "industry_lifetime", "industry_use_intensity"])
def test_zero_below_a_line_is_undefined(name):
    columns = portfolio(10)
    columns[name][3] = 0.0
    assert np.flatnonzero(np.isnan(product_circularity(**columns))).tolist() == [3]


def test_efficiency_of_zero_is_no_matter_without_recycled_feedstock():
    columns = portfolio(10)
    columns["recycled_feedstock"][3] = 0.0
    expected = product_circularity(**columns)
    columns["feedstock_recycling_efficiency"][3] = 0.0
    np.testing.assert_array_equal(product_circularity(**columns), expected)


def spoilt(name, value, at=BLOCK + 5):
    columns = portfolio(2 * BLOCK)
    columns[name][at] = value
    return columns


@pytest.mark.parametrize("name", COLUMNS)
@pytest.mark.parametrize("value", [-0.1, np.inf])
def test_every_column_is_checked(name, value):
    with pytest.raises(OutOfRange, match=rf"{name}\[{BLOCK + 5}\] is (−0.1|inf)"):
        product_circularity(**spoilt(name, value))


@pytest.mark.parametrize("name", [name for name in COLUMNS if portfolio(1)[name][0] < 0.25])
def test_every_share_is_checked(name):
    with pytest.raises(OutOfRange, match=rf"{name}\[{BLOCK + 5}\] is 1.5; .* from 0 to 1"):
        product_circularity(**spoilt(name, 1.5))


@pytest.mark.parametrize("name", ["lifetime", "use_intensity"])
def test_no_use_at_all_is_refused(name):
    with pytest.raises(OutOfRange, match=rf"{name}\[{BLOCK + 5}\] is 0; .* above 0"):
        product_circularity(**spoilt(name, 0.0))


def test_feedstock_beyond_the_whole_is_refused():
    with pytest.raises(NotBalanced, match=r"add up to 1.2; they must be at most 1"):
        product_circularity(mass=1.0, recycled_feedstock=0.6, reused_feedstock=[0.1, 0.6])


def test_collected_beyond_the_whole_is_refused_with_its_energy():
    with pytest.raises(NotBalanced, match=r"energy_recovered add up to 1.2"):
        product_circularity(
            mass=1.0, composted=0.7, energy_recovery_efficiency=0.5, biogenic_carbon_share=1.0
        )


def test_recycled_feedstock_from_nothing_is_refused():
    with pytest.raises(OutOfRange, match=r"efficiency is 0; .* when recycled_feedstock is above 0"):
        product_circularity(mass=1.0, recycled_feedstock=0.5, feedstock_recycling_efficiency=0.0)


def test_shapes_must_fit_together():
    with pytest.raises(ShapeMismatch, match=r"mass \(2,\), .*lifetime \(3,\)"):
        product_circularity(mass=[1.0, 2.0], lifetime=[1.0, 2.0, 3.0])


def test_text_is_refused():
    with pytest.raises(InstrumentError, match="mass is an array of <U1"):
        product_circularity(mass="a")


@given(st.floats(0.0, 1.0), st.floats(0.01, 100.0))
def test_longer_life_never_lowers_the_indicator(reused, life):
    short, long = product_circularity(mass=1.0, reused_feedstock=reused, lifetime=[life, 2 * life])
    assert long >= short


def test_memory_beyond_the_result_does_not_grow_with_the_products():
    columns = portfolio(40 * BLOCK)
    tracemalloc.start()
    try:
        result = product_circularity(**columns)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak - result.nbytes < 25 * BLOCK * 8

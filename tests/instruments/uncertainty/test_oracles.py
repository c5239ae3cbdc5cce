"""Uncertainty carried through products and through the MCI, against results worked by hand."""

import json
from pathlib import Path

import numpy as np
import pytest

from kragozor.instruments.indicators.mci import product_circularity
from kragozor.instruments.uncertainty.distributions import Distribution
from kragozor.instruments.uncertainty.sampling import METHODS, unit_draws
from kragozor.instruments.uncertainty.sensitivity import sobol_indices
from kragozor.instruments.uncertainty.summary import summarise

FILE = Path(__file__).parents[2] / "oracles" / "uncertainty.json"
CASES = {case["id"]: case for case in json.loads(FILE.read_text("utf-8"))}

each_method = pytest.mark.parametrize("method", METHODS)


def product(x):
    return np.prod(x, axis=0)


def circularity(x):
    return product_circularity(mass=1.0, recycled_feedstock=x[0], collected_for_recycling=x[1])


def distributions(case):
    return [
        Distribution(given.pop("distribution"), given)
        for given in (dict(entry) for entry in CASES[case]["inputs"])
    ]


def drawn(case, model, method):
    varied = distributions(case)
    units = unit_draws(2**15, len(varied), seed=20, method=method)
    return summarise(model(np.array([d.quantile(u) for d, u in zip(varied, units, strict=True)])))


@each_method
def test_product_of_normals(method):
    expected = CASES["unc-product"]["expected"]
    found = drawn("unc-product", product, method)
    assert found.mean == pytest.approx(expected["mean"], rel=1e-3)
    assert found.sd == pytest.approx(expected["sd"], rel=0.01)


def test_first_order_indices_of_a_product_give_its_first_order_spread():
    expected = CASES["unc-product"]["expected"]
    found = sobol_indices(product, distributions("unc-product"), base=2**14, seed=1)
    first_order = expected["sd"] * np.sqrt(found.first.sum())
    assert first_order == pytest.approx(expected["sd_first_order"], rel=0.005)


def test_chain_of_lognormals_is_lognormal():
    expected = CASES["unc-lognormal-chain"]["expected"]
    whole = Distribution("lognormal", {"mean": expected["mean"], "cv": expected["cv"]})
    assert whole.interval() == pytest.approx((expected["p05"], expected["p95"]), rel=1e-6)


@each_method
def test_draws_of_a_chain_of_lognormals(method):
    expected = CASES["unc-lognormal-chain"]["expected"]
    found = drawn("unc-lognormal-chain", product, method)
    assert found.mean == pytest.approx(expected["mean"], rel=2e-3)
    assert found.sd / found.mean == pytest.approx(expected["cv"], rel=0.01)
    assert (found.p05, found.p95) == pytest.approx((expected["p05"], expected["p95"]), rel=0.01)


@each_method
def test_material_circularity_indicator(method):
    expected = CASES["unc-mci"]["expected"]
    found = drawn("unc-mci", circularity, method)
    assert found.mean == pytest.approx(expected["mean"], abs=1e-4)
    assert found.sd == pytest.approx(expected["sd"], rel=0.01)
    assert found.undefined_share == 0


def test_indices_of_the_material_circularity_indicator():
    expected = CASES["unc-mci"]["expected"]
    found = sobol_indices(circularity, distributions("unc-mci"), seed=1)
    np.testing.assert_allclose(found.first, expected["first"], atol=0.02)
    np.testing.assert_allclose(found.total, expected["first"], atol=0.02)


def test_every_case_names_its_source():
    assert all(case["source"] and case["arithmetic"] for case in CASES.values())

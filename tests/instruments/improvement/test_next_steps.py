"""The best changes, each tried on the inventory; joint effects are computed."""

import pytest
from hypothesis import given, settings

from kragozor.instruments.assess import assess
from kragozor.instruments.improvement.next_steps import candidates, next_steps
from kragozor.instruments.inventory import Destination, Origin, OutflowKind, Pillar, Use
from kragozor.words import say
from tests.inventories import inflow, inventories, inventory, known, outflow


def mci(facts):
    return assess(facts)["mci.mci"].value


def linear_product(**facts):
    return inventory(inflow(10), outflow(10), **facts)


def test_steps_of_a_linear_product_in_closed_form():
    """F_R = 1/4 or C_R = 1/2 on a linear product: dMCI = 0.9/2 per unit of either."""
    steps, together = next_steps(linear_product(), mci)
    gains = {step.label.key.rpartition(".")[2]: step.gain for step in steps}
    assert gains == {
        "recycle-outflow": pytest.approx(0.45 * 0.5),
        "recycled-inflow": pytest.approx(0.45 * 0.25),
    }
    assert together == pytest.approx(0.45 * 0.75)


def test_longer_life_is_offered_where_both_lifetimes_are_known():
    use = Use(lifetime=known(5), industry_lifetime=known(5))
    steps, _ = next_steps(linear_product(use=use), mci)
    longer = next(s for s in steps if s.label.key.endswith("longer-life"))
    assert longer.gain == pytest.approx(0.9 - 0.9 / 1.2)


@pytest.mark.parametrize(
    ("pillar", "code", "step"),
    [
        (Pillar.AGRIFOOD, "", "compost-outflow"),
        (Pillar.AGRIFOOD, "020304", "compost-outflow"),
        (Pillar.AGRIFOOD, "150101", "recycle-outflow"),
        (Pillar.PLASTICS, "", "recycle-outflow"),
    ],
)
def test_food_is_composted_and_packaging_recycled(pillar, code, step):
    row = outflow(10, kind=OutflowKind.WASTE, low_code=code)
    facts = inventory(inflow(10, Origin.REUSED), row, pillar=pillar)
    assert [c.label.key for c in candidates(facts)] == [f"readings.step.{step}"]


def test_a_renewable_inflow_becomes_sustainably_produced():
    facts = inventory(inflow(10, Origin.RENEWABLE_UNMANAGED), outflow(10, Destination.REUSE))
    [candidate] = candidates(facts)
    assert candidate.label.key == "readings.step.sustainable-inflow"
    assert mci(candidate.change(facts)) - mci(facts) == pytest.approx(0.45 * 0.25)


def test_where_an_unknown_destination_leads_is_not_guessed():
    facts = inventory(inflow(10, Origin.REUSED), outflow(10, Destination.UNKNOWN))
    assert list(candidates(facts)) == []


def test_losses_and_circular_rows_offer_nothing():
    facts = inventory(
        inflow(10, Origin.REUSED),
        outflow(5, Destination.REUSE),
        outflow(5, kind=OutflowKind.LOSS),
    )
    assert list(candidates(facts)) == []
    assert next_steps(facts, mci) == ((), None)


def test_undefined_headline_offers_nothing():
    assert next_steps(linear_product(), lambda _: None) == ((), None)


def test_joint_effect_may_be_undefined():
    base = linear_product()
    results = {1: 0.1, 2: 0.2, 3: None}
    steps, together = next_steps(
        base, lambda facts: results[len(facts.inflows) + len(facts.outflows) - 1]
    )
    assert len(steps) == 2
    assert together is None


@pytest.mark.parametrize("language", ["bg", "en"])
def test_labels_name_material_and_share(language):
    labels = [say(c.label, language) for c in candidates(linear_product())]
    assert any("полиестер" in label and "25" in label for label in labels)
    assert any("пуловер" in label and "50" in label for label in labels)


@settings(max_examples=40)
@given(inventories)
def test_candidates_conserve_mass(facts):
    before = sum(q.value for q in facts.masses())
    for candidate in candidates(facts):
        after = sum(q.value for q in candidate.change(facts).masses())
        assert after == pytest.approx(before)

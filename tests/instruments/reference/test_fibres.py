from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.reference import table
from kragozor.instruments.reference.fibres import FibreGroup, fibre, fibre_named, fibres
from kragozor.words import say
from tests.instruments.reference.shared import shared_table


def test_fibres_are_numbered_through():
    assert [each.code for each in fibres()] == [str(number) for number in range(1, 51)]


def test_fibres_are_counted_by_group():
    assert Counter(each.group for each in fibres()) == {
        FibreGroup.ANIMAL: 4,
        FibreGroup.VEGETABLE: 14,
        FibreGroup.REGENERATED: 8,
        FibreGroup.SYNTHETIC: 22,
        FibreGroup.INORGANIC: 1,
        FibreGroup.OTHER: 1,
    }
    assert len(fibres(FibreGroup.REGENERATED)) == 8


def test_the_first_18_are_natural():
    assert [each.group.is_natural for each in fibres()] == [True] * 18 + [False] * 32


def test_fibre_is_named_in_the_language_of_the_reader():
    assert say(fibre("43").name, "bg") == "еластан"
    assert say(fibre("43").name, "en") == "elastane"


@given(st.sampled_from(fibres()), st.sampled_from([str.upper, str.title, str.strip]))
def test_fibre_is_known_by_its_name_in_either_language(each, change):
    assert fibre_named(f" {change(each.name_bg)} ") is each
    assert fibre_named(change(each.name_en)) is each


@pytest.mark.parametrize(
    ("name", "code"),
    [("кашмир", "2"), ("Horsehair", "3"), ("лен", "7"), ("hemp", "8"), ("найлон", "30")],
)
def test_fibre_is_known_by_each_of_its_names(name, code):
    assert fibre_named(name) is fibre(code)


@pytest.mark.parametrize("text", ["", "сукно", "cotton wool", ";"])
def test_what_is_no_fibre_is_none(text):
    assert fibre_named(text) is None


@pytest.mark.parametrize("code", ["0", "51", "cotton", ""])
def test_unknown_number_is_refused(code):
    with pytest.raises(OutOfRange, match=f"“{code}”"):
        fibre(code)


def test_every_row_names_its_source():
    assert all("1007/2011" in row["source"] for row in table("fibres"))


def test_table_agrees_with_the_one_beside_the_repository():
    rows = shared_table("fibres")
    assert [each.code for each in fibres()] == [row["number"] for row in rows]
    assert [each.group.is_natural for each in fibres()] == [row["natural"] == "1" for row in rows]

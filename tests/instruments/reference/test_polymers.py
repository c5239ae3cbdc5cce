from collections import Counter

import pytest

from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.reference import table
from kragozor.instruments.reference.packaging import packaging_material
from kragozor.instruments.reference.polymers import Bio, PolymerKind, polymer, polymers
from kragozor.words import say
from tests.instruments.reference.shared import shared_table


def test_polymers_are_counted_by_kind():
    assert Counter(each.kind for each in polymers()) == {
        PolymerKind.THERMOPLASTIC: 24,
        PolymerKind.THERMOSET: 5,
    }
    assert Counter(each.bio for each in polymers())[None] == 24


@pytest.mark.parametrize("code", ["PLA", "PHA", "TPS"])
def test_polymers_of_biological_feedstock_are_known(code):
    assert polymer(code).bio is Bio.BIO_BASED


def test_every_polymer_has_a_number_that_marks_packaging():
    assert {each.packaging for each in polymers()} == set("1234567")
    for each in polymers():
        assert packaging_material(each.packaging).family == "plastics"


def test_polymer_is_named_in_the_language_of_the_reader():
    assert say(polymer("PP").name, "bg") == "Полипропилен"
    assert say(polymer("PP").name, "en") == "Polypropylene"


def test_unknown_abbreviation_is_refused():
    with pytest.raises(OutOfRange, match="no “HDPE”"):
        polymer("HDPE")


def test_every_row_names_its_source():
    assert all(row["source"] for row in table("polymers"))


def test_table_agrees_with_the_one_beside_the_repository():
    rows = shared_table("polymers")
    assert [each.code for each in polymers()] == [row["code"] for row in rows]
    assert [each.packaging for each in polymers()] == [row["resin_code"] for row in rows]

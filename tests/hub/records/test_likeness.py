"""What looks like one organisation twice."""

import pytest

from kragozor.hub.records.likeness import Described, likenesses, name_key


def found(*described: Described) -> set[frozenset]:
    return {frozenset({one.first, one.second}) for one in likenesses(described)}


@pytest.mark.parametrize(
    "name",
    ["„Нишка 2000“ ЕООД", "НИШКА-2000 ООД", "Nishka 2000 Ltd.", "ЕТ Нишка 2000", "2000 Нишка"],
)
def test_name_is_known_in_every_writing(name):
    assert name_key(name) == "2000 nishka"


def test_name_of_nothing_but_a_legal_form_stays():
    assert name_key("АД") == "ad"


def test_same_name_in_one_town_is_proposed():
    assert found(Described(1, "Нишка ООД", town="Русе"), Described(2, "NISHKA", town="Ruse"))


def test_same_name_in_two_towns_is_not():
    assert not found(Described(1, "Нишка", town="Русе"), Described(2, "Нишка", town="Варна"))


def test_one_without_a_town_may_be_in_any():
    assert found(Described(1, "Нишка"), Described(2, "Нишка", town="Варна"))
    assert found(Described(1, "Нишка"), Described(2, "„Нишка“"))


def test_like_address_helps_a_name_that_differs_somewhat():
    first = Described(1, "Текстилна къща Вълна", town="Русе", address="ул. Розова 5")
    second = Described(2, "Текстил къща Вълна", town="Русе", address="ул. „Розова“ № 5")
    other = Described(3, "Текстил къща Вълна", town="Русе", address="бул. Дунав 118")
    assert found(first, second)
    assert not found(first, other)


def test_names_that_differ_by_a_number_are_not_proposed():
    first = Described(1, "Земеделска кооперация Вълна 1", town="Русе")
    assert not found(first, Described(2, "Земеделска кооперация Вълна 10", town="Русе"))


def test_other_names_are_not_proposed():
    assert not found(Described(1, "Нишка", town="Русе"), Described(2, "Вълна", town="Русе"))


def test_branch_and_its_principal_are_proposed_first_and_once():
    principal = Described(1, "Нишка", eik="175074752", town="Русе")
    branch = Described(2, "Нишка клон", eik="1750747520015", town="Варна")
    same = Described(3, "Нишка", town="Русе")
    pairs = likenesses([principal, branch, same])
    assert [one.by_code for one in pairs] == [True, False]


def test_shared_code_outweighs_the_name():
    pair = [
        Described(1, "Нишка", eik="175074752", town="Русе"),
        Described(2, "Нишка", eik="1750747520015", town="Русе"),
    ]
    assert [one.by_code for one in likenesses(pair)] == [True]

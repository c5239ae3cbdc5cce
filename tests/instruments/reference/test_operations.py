import pytest

from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.reference import table
from kragozor.instruments.reference.operations import Hierarchy, nearest, operation, operations
from kragozor.words import say
from tests.instruments.reference.shared import shared_table


def test_there_are_13_operations_of_recovery_and_15_of_disposal():
    expected = [f"R{n}" for n in range(1, 14)] + [f"D{n}" for n in range(1, 16)]
    assert [each.code for each in operations()] == expected
    assert [each.is_recovery for each in operations()] == [True] * 13 + [False] * 15


def test_every_operation_has_a_short_name_in_both_languages():
    for each in operations():
        assert each.short_bg
        assert len(each.short_bg) <= min(len(each.name_bg) + 5, 60)
        assert len(each.short_en) <= min(len(each.name_en), 60)


def test_hierarchy_is_in_the_order_of_the_directive():
    assert [step.rank for step in Hierarchy] == [1, 2, 3, 4, 5]
    assert [say(step.label, "en") for step in Hierarchy] == [
        "prevention",
        "preparing for re-use",
        "recycling",
        "other recovery",
        "disposal",
    ]


@pytest.mark.parametrize(
    ("step", "codes"),
    [
        (Hierarchy.RECYCLING, "R2 R3 R4 R5 R6 R7 R8 R9 R11"),
        (Hierarchy.OTHER_RECOVERY, "R1 R10"),
        (Hierarchy.DISPOSAL, "D1 D2 D3 D4 D5 D6 D7 D8 D9 D10 D11 D12"),
        (None, "R12 R13 D13 D14 D15"),
    ],
)
def test_operation_has_its_place_in_the_hierarchy(step, codes):
    assert [each.code for each in operations() if each.hierarchy is step] == codes.split()


def test_judgements_and_interim_operations_say_so():
    noted = {each.code for each in operations() if each.note_en}
    assert noted == {"R10", "R11", "R12", "R13", "D13", "D14", "D15"}
    for each in operations():
        assert bool(each.note_bg) is bool(each.note_en)
        assert each.is_interim is each.note_en.startswith("Interim")
    assert "преценена" in say(operation("R10").note, "bg")


def test_operation_is_named_in_the_language_of_the_reader():
    assert str(operation("D10")) == "D10"
    assert say(operation("D10").named, "bg") == "D10\u00a0„наземно изгаряне“"
    assert say(operation("D10").named, "en") == "D10\u00a0“incineration on land”"


@pytest.mark.parametrize("code", ["R14", "D16", "R0", "r3", "", "150102"])
def test_unknown_code_is_refused(code):
    with pytest.raises(OutOfRange, match=f"“{code}”"):
        operation(code)


@pytest.mark.parametrize(
    ("code", "near"), [("R14", "R13"), ("D99", "D15"), ("R0", "R1"), ("X1", None), ("R", None)]
)
def test_wrong_code_leads_to_the_nearest(code, near):
    assert nearest(code) == near


def test_every_row_names_its_source():
    assert all(row["source"] for row in table("operations"))


def test_table_agrees_with_the_one_beside_the_repository():
    for row in shared_table("rd_codes"):
        ours = operation(row["code"])
        assert ours.is_interim is (row["interim"] == "1")
        assert ours.is_recovery is (row["kind"] == "recovery")
        if not ours.is_interim:
            assert str(ours.hierarchy.rank) == row["hierarchy_rank"]
    names = [row["code"] for row in shared_table("waste_hierarchy")]
    assert [step.value.replace("-", "_") for step in Hierarchy] == names

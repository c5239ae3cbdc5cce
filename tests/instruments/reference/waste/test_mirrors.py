"""Mirror entries are linked as the Decision's words link them, both ways."""

import pytest

from kragozor.instruments.reference.waste import mirrors, waste, wastes


@pytest.mark.parametrize(
    ("code", "linked"),
    [
        ("04 02 14*", ["04 02 15"]),
        ("04 02 15", ["04 02 14*"]),
        ("01 03 06", ["01 03 04*", "01 03 05*"]),
        ("16 02 14", ["16 02 09*", "16 02 10*", "16 02 11*", "16 02 12*", "16 02 13*"]),
        ("20 01 36", ["20 01 21*", "20 01 23*", "20 01 35*"]),
        ("17 02 03", ["17 02 04*"]),
        ("17 04 01", ["17 04 09*"]),
        ("17 01 01", ["17 01 06*"]),
        ("03 02 99", ["03 02 05*"]),
        ("04 02 22", []),
        ("13 01 01*", []),
    ],
)
def test_entry_has_its_counterparts(code, linked):
    assert [str(each) for each in mirrors(waste(code))] == linked


def test_counterpart_is_of_the_other_kind_and_in_the_same_chapter():
    for each in wastes():
        for other in mirrors(each):
            assert other.is_hazardous is not each.is_hazardous
            assert other.chapter == each.chapter


def test_every_counterpart_named_by_a_title_leads_back():
    named = [each for each in wastes() if "mentioned in" in each.title_en]
    assert len(named) > 100
    for each in named:
        for other in mirrors(each):
            assert each in mirrors(other)


def test_mirror_entry_without_counterpart_is_alone_in_its_subchapter():
    alone = [each for each in wastes() if each.entry.is_mirror and not mirrors(each)]
    for each in alone:
        kinds = {other.is_hazardous for other in wastes(each.code[:4]) if other.entry.is_mirror}
        assert kinds == {each.is_hazardous}

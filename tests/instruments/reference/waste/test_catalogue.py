"""The List of Waste holds what the Decision holds, and says where a title is not the official."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.reference import table
from kragozor.instruments.reference.waste import (
    EntryType,
    TitleStatus,
    chapters,
    subchapters,
    waste,
    wastes,
)
from kragozor.words import say
from tests.instruments.reference.shared import shared_table

# The chapters that textiles, plastics and packaging, and agriculture and food meet with.
OF_THE_PILLARS = ("02", "03", "04", "07", "12", "15", "19", "20")
LETTERS = {
    "AH": EntryType.ABSOLUTE_HAZARDOUS,
    "AN": EntryType.ABSOLUTE_NON_HAZARDOUS,
    "MH": EntryType.MIRROR_HAZARDOUS,
    "MN": EntryType.MIRROR_NON_HAZARDOUS,
}
# Our wording keeps to the Decision where the other table writes it differently.
CORRECTED = {"0609", "130101", "130301", "140601", "15", "160109", "160209", "160210", "160211"}
CORRECTED |= {"160602", "170902", "180104"}


def test_list_is_complete():
    assert (len(chapters()), len(subchapters()), len(wastes())) == (20, 111, 842)
    assert sum(each.is_hazardous for each in wastes()) == 408


def test_chapters_are_numbered_through():
    assert [each.code for each in chapters()] == [f"{number:02}" for number in range(1, 21)]


def test_every_entry_stands_below_its_headings():
    assert [each.code for each in wastes()] == sorted({each.code for each in wastes()})
    for each in wastes():
        assert each.subchapter in subchapters(each.chapter.code)
    assert {each.subchapter for each in wastes()} == set(subchapters())


def test_entry_types_are_counted():
    counts = Counter(each.entry for each in wastes())
    assert counts == {
        EntryType.ABSOLUTE_HAZARDOUS: 235,
        EntryType.MIRROR_HAZARDOUS: 173,
        EntryType.MIRROR_NON_HAZARDOUS: 178,
        EntryType.ABSOLUTE_NON_HAZARDOUS: 256,
    }


@pytest.mark.parametrize("entry", EntryType)
def test_entry_type_says_hazard_and_mirror(entry):
    assert entry.is_hazardous is ("non" not in entry)
    assert entry.is_mirror is ("mirror" in entry)


@pytest.mark.parametrize(
    ("code", "written", "title"),
    [
        ("040222", "04 02 22", "wastes from processed textile fibres"),
        ("15 01 02", "15 01 02", "plastic packaging"),
        ("191208", "19 12 08", "textiles"),
        ("20 01 35*", "20 01 35*", "discarded electrical and electronic equipment"),
        ("16.02.11", "16 02 11*", "discarded equipment containing chlorofluorocarbons, HCFC, HFC"),
        ("190308", "19 03 08*", "partly stabilised mercury"),
    ],
)
def test_code_has_the_title_of_the_decision(code, written, title):
    assert str(waste(code)) == waste(code).written == written
    assert waste(code).title_en.startswith(title)


def test_headings_have_titles_too():
    assert waste("040222").chapter.title_en.startswith("Wastes from the leather, fur and textile")
    assert say(waste("040222").subchapter.title, "en") == "wastes from the textile industry"
    assert str(waste("040222").subchapter) == "04 02"


@pytest.mark.parametrize("code", ["150108", "15 01", "", "R3", "опаковки"])
def test_unknown_code_is_refused(code):
    with pytest.raises(OutOfRange, match=f"no code “{code.replace(' ', '')}”"):
        waste(code)


def test_working_translation_is_marked_in_bulgarian():
    code, named = "15\u00a001\u00a002\u00a0", waste("150102").named
    assert say(named, "bg") == f"{code}„пластмасови опаковки“ (работен превод)"
    assert say(named, "en") == f"{code}“plastic packaging”"


def test_title_without_translation_falls_back_to_english():
    sludge = waste("050102")
    assert sludge.title_bg == ""
    assert say(sludge.title, "bg") == "desalter sludges (на английски)"
    assert say(sludge.title, "en") == "desalter sludges"


def test_official_title_needs_no_mark():
    official = replace(
        waste("050102"), title_bg="утайки от обезсоляване", title_bg_status=TitleStatus.OFFICIAL
    )
    assert say(official.title, "bg") == "утайки от обезсоляване"


@pytest.mark.parametrize("chapter", OF_THE_PILLARS)
def test_chapter_of_the_pillars_is_translated_whole(chapter):
    entries = [*subchapters(chapter), *wastes(chapter)]
    assert entries
    for each in entries:
        assert each.title_bg_status is not TitleStatus.MISSING, each
        assert re.search("[а-я]", each.title_bg), each


def test_translation_names_the_same_codes():
    for each in (*chapters(), *subchapters(), *wastes()):
        if each.title_bg:
            codes = re.findall(r"\d\d \d\d(?: \d\d)?", each.title_bg)
            assert codes == re.findall(r"\d\d \d\d(?: \d\d)?", each.title_en), each


def test_status_says_whether_there_is_a_title():
    for each in (*chapters(), *subchapters(), *wastes()):
        assert (each.title_bg == "") is (each.title_bg_status is TitleStatus.MISSING)


def test_every_row_names_its_source():
    assert all(row["source"] for row in table("list-of-waste"))


def test_list_agrees_with_the_table_beside_the_repository():
    rows = shared_table("low")
    assert [row["code"] for row in table("list-of-waste")] == [row["code"] for row in rows]
    for row in rows:
        if row["level"] == "3":
            assert waste(row["code"]).is_hazardous is (row["hazardous"] == "1"), row
            assert waste(row["code"]).entry is LETTERS[row["entry_type"]], row


def test_titles_depart_from_the_table_beside_the_repository_where_it_departs_from_the_law():
    theirs = {row["code"]: row["title_en"].casefold() for row in shared_table("low")}
    ours = {row["code"]: row["title_en"] for row in table("list-of-waste")}
    differ = {code for code, title in ours.items() if title.casefold() != theirs[code]}
    assert differ <= CORRECTED

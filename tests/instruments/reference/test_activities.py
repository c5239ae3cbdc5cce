import re
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.eu import nace

from kragozor.instruments.errors import OutOfRange
from kragozor.instruments.reference import table
from kragozor.instruments.reference.activities import (
    Level,
    Version,
    activities,
    activity,
    activity_named,
    is_valid,
    normalised,
)
from kragozor.words import say
from tests.instruments.reference.shared import shared_table

KID_2025, KID_2008 = Version.KID_2025, Version.KID_2008
VERSIONS = pytest.mark.parametrize("version", Version)
ENTRIES = st.sampled_from([each for version in Version for each in activities(version)])


@pytest.mark.parametrize(
    ("version", "counts"), [(KID_2025, (22, 87, 287, 651)), (KID_2008, (21, 88, 272, 615))]
)
def test_edition_has_every_level(version, counts):
    levels = Counter(each.level for each in activities(version))
    assert tuple(levels[level] for level in Level) == counts
    assert tuple(len(activities(version, level)) for level in Level) == counts


@VERSIONS
def test_every_entry_stands_below_one_a_level_up(version):
    levels = list(Level)
    for each in activities(version):
        assert [above.level for above in each.parents] == levels[: levels.index(each.level)]
        assert all(above.section == each.section for above in each.parents)


@VERSIONS
def test_every_parent_has_children(version):
    parents = {each.parent for each in activities(version)} - {None}
    assert parents == {each for each in activities(version) if each.level is not Level.CLASS}


@VERSIONS
def test_every_entry_has_a_title_in_both_languages(version):
    for each in activities(version):
        assert re.search("[а-я]", each.title_bg), each
        assert not re.search("[a-z]", each.title_bg), each
        assert re.search("[a-z]", each.title_en), each
        assert not re.search("[А-я]", each.title_en), each


@VERSIONS
def test_every_row_names_its_source(version):
    assert all(row["source"] for row in table(version))


def test_title_is_said_in_the_language_of_the_reader():
    weaving = activity(KID_2025, "13.20")
    assert say(weaving.title, "bg") == "Производство на тъкани"
    assert say(weaving.title, "en") == "Weaving of textiles"
    assert (str(weaving), KID_2025.label, KID_2008.label) == ("13.20", "КИД-2025", "КИД-2008")


def test_code_that_changed_its_meaning_differs_between_editions():
    assert activity(KID_2008, "38.32").title_en == "Recovery of sorted materials"
    assert activity(KID_2025, "38.32").title_en == "Landfilling or permanent storage"


def test_section_letters_moved():
    assert activity(KID_2008, "62.01").section == "J"
    assert activity(KID_2025, "62.10").section == "K"


@given(ENTRIES, st.sampled_from(["{}", " {} ", "{}\n"]))
def test_code_is_known_however_it_is_written(entry, pattern):
    spellings = {entry.code, entry.code.replace(".", ""), entry.code.lower()}
    if entry.level is not Level.SECTION:
        spellings |= {entry.section + entry.code, f"{entry.section} {entry.code}"}
    for text in spellings:
        assert normalised(entry.version, pattern.format(text)) == entry.code
        assert activity(entry.version, text) is entry
        assert is_valid(entry.version, text)


@pytest.mark.parametrize(
    ("text", "code"),
    [("С13.10", "13.10"), ("а01.11", "01.11"), ("1.11", "01.11"), ("1.1", "01.1"), ("с", "C")],
)
def test_cyrillic_letters_and_dropped_zeros_are_understood(text, code):
    assert normalised(KID_2025, text) == code


@pytest.mark.parametrize(
    "text", ["", "Z", "00", "13.12", "13.", ".10", "A13.10", "13.100", "13-10", "тъкани", "1"]
)
def test_unknown_code_is_refused(text):
    assert normalised(KID_2025, text) is None
    assert not is_valid(KID_2025, text)
    with pytest.raises(OutOfRange, match="КИД-2025 has no code") as refused:
        activity(KID_2025, text)
    assert f"„{text}“" in refused.value.lines("bg")[0]


@given(st.text())
def test_any_text_is_a_code_or_refused(text):
    code = normalised(KID_2008, text)
    assert code is None or activity(KID_2008, code).code == code


@given(ENTRIES)
def test_title_leads_to_an_entry_of_that_title(entry):
    found = activity_named(entry.version, f" {entry.title_bg.upper()} ")
    assert found.title_bg == entry.title_bg
    found = activity_named(entry.version, entry.title_en.lower())
    assert found.title_en == entry.title_en


def test_title_shared_with_a_group_means_the_class():
    assert activity_named(KID_2025, "Weaving of textiles").level is Level.CLASS
    assert activity_named(KID_2025, "Weaving of dreams") is None


def test_tables_are_not_read_before_somebody_asks():
    program = (
        "import kragozor.instruments.reference.activities, kragozor.instruments.reference as r;"
        "print(r.table.cache_info().currsize)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "0"


@pytest.mark.parametrize(("version", "revision"), [(KID_2025, "2.1"), (KID_2008, "2.0")])
def test_codes_agree_with_the_table_beside_the_repository(version, revision):
    rows = [row for row in shared_table("nace") if row["revision"] == revision]
    ours = [(each.code, each.section) for each in activities(version)]
    assert sorted(ours) == sorted((row["code"], row["section"]) for row in rows)


def test_english_titles_agree_with_the_table_beside_the_repository():
    rows = [row for row in shared_table("nace") if row["revision"] == "2.1"]
    theirs = {row["code"]: row["title_en"].casefold() for row in rows}
    assert {each.code: each.title_en.casefold() for each in activities(KID_2025)} == theirs


@pytest.mark.parametrize(("version", "revision"), [(KID_2025, "2.1"), (KID_2008, "2.0")])
def test_codes_and_sections_are_those_of_python_stdnum(version, revision):
    for each in activities(version):
        assert nace.is_valid(each.code, revision=revision), each
        if each.level is not Level.SECTION:
            assert nace.info(each.code, revision=revision)["section"] == each.section, each

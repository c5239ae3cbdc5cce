"""Official titles in use: within a block, in its thread, and made into a list once."""

from threading import Thread

from kragozor.instruments.reference.waste import (
    OfficialTitles,
    TitleStatus,
    by_code,
    headings,
    official_titles,
    waste,
)
from kragozor.words import say

TITLES = OfficialTitles({"150102": "опаковки от пластмаса", "1501": "опаковки"})


def test_title_is_official_within_the_block_and_in_bulgarian_alone():
    english = waste("150102").title_en
    with official_titles(lambda: TITLES):
        assert say(waste("150102").title, "bg") == "опаковки от пластмаса"
        assert say(waste("150102").title, "en") == english
        assert headings()["1501"].title_bg_status is TitleStatus.OFFICIAL
        assert waste("150101").title_bg_status is TitleStatus.WORKING
    assert waste("150102").title_bg_status is TitleStatus.WORKING


def test_block_that_fails_leaves_nothing_behind():
    try:
        with official_titles(lambda: TITLES):
            raise KeyError
    except KeyError:
        pass
    assert waste("150102").title_bg_status is TitleStatus.WORKING


def test_another_thread_has_its_own_titles():
    found = []
    with official_titles(lambda: TITLES):
        other = Thread(target=lambda: found.append(waste("150102").title_bg_status))
        other.start()
        other.join()
    assert found == [TitleStatus.WORKING]


def test_list_is_made_once_for_the_same_titles():
    with official_titles(lambda: TITLES):
        first = by_code()
    with official_titles(lambda: TITLES):
        assert by_code() is first
    assert len(first) == 842


def test_titles_are_not_asked_for_where_no_waste_is_named():
    asked = []
    with official_titles(lambda: asked.append(1) or TITLES):
        pass
    assert asked == []

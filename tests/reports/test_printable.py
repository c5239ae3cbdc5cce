"""Whatever a name holds, the document can be typeset and shows what can be shown."""

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from kragozor.drawing.text import advances
from kragozor.reports.printable import Markup, printable, printable_text, within_font
from tests.reports.fonts import FONTS


@pytest.mark.parametrize("file", FONTS, ids=lambda file: file.name)
def test_every_printable_character_is_in_the_font(file):
    assert {ord(character) for character in advances(False)} <= set(TTFont(file).getBestCmap())


@given(st.text(max_size=80))
def test_any_text_becomes_characters_of_the_font(text):
    assert set(printable_text(text)) <= set(advances(False))


@given(st.text(st.sampled_from("абвгдABC 0123,.;-–—„“#*$@\"'[]{}\\<>"), max_size=60))
def test_ordinary_text_keeps_every_character(text):
    assert within_font(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("PET 🙂", "PET ?"),
        ("и\u0306", "й"),
        ("a\u200bb\ufe0f", "ab"),
        ("a\tb\r\nc", "a b  c"),
        ("日本", "??"),
    ],
)
def test_what_the_font_lacks_is_replaced_or_dropped(text, shown):
    assert printable_text(text) == shown


def test_long_word_may_be_broken_and_nothing_is_lost():
    word = "x" * 100
    shown = printable_text(f"a {word} b")
    assert "\u00ad" in shown
    assert shown.replace("\u00ad", "") == f"a {word} b"


def test_address_breaks_at_its_strokes_alone():
    address = "https://example.org/" + "/".join(["a" * 20] * 9)
    assert printable_text(address) == address


def test_markup_is_never_broken():
    path = "M" + "1" * 200
    assert printable({"svg": [Markup(path)]}) == {"svg": [path]}


def test_numbers_and_nothing_stay_as_they_are():
    assert printable({"a": (1, None, True)}) == {"a": [1, None, True]}

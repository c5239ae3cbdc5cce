from hypothesis import given
from hypothesis import strategies as st

from kragozor.drawing.text import ELLIPSIS, advances, broken, shortened, text_width

LINES = st.text("абвгдежз ийклмн0123456789 %", max_size=60)


def test_width_grows_with_size_and_weight():
    assert text_width("Кръгозор", 28) == 2 * text_width("Кръгозор", 14)
    assert text_width("Кръгозор", 14, bold=True) > text_width("Кръгозор", 14)


def test_width_of_text_is_that_of_its_parts():
    assert text_width("ab", 10) == text_width("a", 10) + text_width("b", 10)


def test_unknown_characters_have_a_width():
    assert text_width("\u6f22", 10) > 0


def test_advances_cover_both_languages_and_signs():
    wanted = set("абвгдежзийклмнопрстуфхцчшщъьюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ")
    wanted |= set("abcdefghijklmnopqrstuvwxyz0123456789₂–—„“…−×·Σ≤≥→€%\u00a0\u202f")
    for bold in (False, True):
        assert wanted <= set(advances(bold))


@given(LINES, st.floats(20, 200))
def test_shortened_text_fits(text, width):
    line = shortened(text, width, 14)
    assert text_width(line, 14) <= width
    assert line == text or line.endswith(ELLIPSIS)


@given(LINES, st.floats(60, 300), st.booleans())
def test_broken_text_fits_in_three_lines(text, width, bold):
    lines = broken(text, width, 14, bold=bold)
    assert 1 <= len(lines) <= 3
    assert all(text_width(line, 14, bold=bold) <= width for line in lines)


@given(LINES)
def test_broken_text_loses_nothing_where_there_is_room(text):
    lines = broken(text, 1e6, 14)
    assert " ".join(lines).replace("\u00a0", " ") == text


def test_broken_text_takes_as_few_lines_as_fit():
    text = "Памучна тениска с рециклиран памук"
    assert len(broken(text, 1000, 14)) == 1
    assert len(broken(text, 150, 14)) == 2
    assert len(broken(text, 110, 14)) == 3


def test_number_stays_with_its_sign_or_unit():
    assert broken("Тениска с 50 % памук", 75, 14) == ("Тениска с", "50\u00a0% памук")
    assert "0,5\u00a0л" in broken("Бутилка PET 0,5 л", 90, 14)[-1]

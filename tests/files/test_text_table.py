import pytest

from kragozor.files.text_table import decoded, is_table, separator

LINES = "Код;Наименование\n15 01 02;пластмасови опаковки\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_text_is_read_in_every_encoding_that_is_in_use(encoding):
    assert decoded(LINES.encode(encoding)) == LINES


def test_lines_of_different_encodings_are_read():
    first, second = LINES.splitlines(keepends=True)
    assert decoded(first.encode("cp1251") + second.encode()) == LINES


def test_cells_of_different_encodings_are_read():
    assert decoded("Код;".encode() + "Вид\n".encode("cp1251")) == "Код;Вид\n"


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_separator_is_found(sign):
    assert separator(LINES.replace(";", sign)) == sign


def test_separator_within_quotes_does_not_count():
    assert separator('Код;Наименование\n01;"а, б, в, г"\n') == ";"


@pytest.mark.parametrize(("text", "is_one"), [(LINES, True), ("PNG\x1a", False), ("\x00", False)])
def test_control_signs_are_no_table(text, is_one):
    assert is_table(text) is is_one

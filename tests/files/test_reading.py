"""Any file a user has: the content decides what it is."""

import io

import pytest

from kragozor.files.json_format import inventory_to_json
from kragozor.files.problems import FileRefused
from kragozor.files.reading import read_inventory
from tests.files.books import SWEATER, workbook_of

TEXT = inventory_to_json(SWEATER).encode()


@pytest.mark.parametrize("data", [TEXT, b"\xef\xbb\xbf" + TEXT, b"\n " + TEXT, workbook_of()])
def test_content_decides(data, tmp_path):
    path = tmp_path / "inventory.dat"
    path.write_bytes(data)
    assert read_inventory(data) == SWEATER
    assert read_inventory(path) == SWEATER
    assert read_inventory(str(path)) == SWEATER
    assert read_inventory(io.BytesIO(data)) == SWEATER


@pytest.mark.parametrize(
    ("data", "bg", "en"),
    [
        (b"", "Файлът е празен", "The file is empty"),
        (b" \r\n\t", "Файлът е празен", "The file is empty"),
        (
            "материал;маса\nпамук;12,5".encode("cp1251"),
            "Това не е работна книга на Excel (.xlsx), нито JSON; запишете файла като .xlsx",
            "This is neither an Excel workbook (.xlsx) nor JSON; save the file as .xlsx",
        ),
        (
            b"%PDF-1.7",
            "Това не е работна книга на Excel (.xlsx), нито JSON; запишете файла като .xlsx",
            "This is neither an Excel workbook (.xlsx) nor JSON; save the file as .xlsx",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "Файлът е в стария формат .xls или е защитен с парола; "
            "запишете го като .xlsx без парола",
            "The file is in the old .xls format or protected by a password; "
            "save it as .xlsx without a password",
        ),
    ],
)
def test_what_is_no_inventory_is_refused_in_one_line(data, bg, en):
    with pytest.raises(FileRefused) as caught:
        read_inventory(data)
    assert (caught.value.lines("bg"), caught.value.lines("en")) == ([bg], [en])


def test_large_file_is_refused_unread(tmp_path):
    path = tmp_path / "large.xlsx"
    with path.open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    for source in (path, path.open("rb")):
        with pytest.raises(FileRefused, match="at most 10 MB are accepted"):
            read_inventory(source)
        if hasattr(source, "close"):
            source.close()


def test_missing_file_is_named(tmp_path):
    with pytest.raises(FileRefused, match=r"The file “none.xlsx” cannot be read: No such file"):
        read_inventory(tmp_path / "none.xlsx")

"""A workbook as a package: what is refused before anything is parsed."""

import io
import struct
import zipfile

import pytest

from kragozor.files import limits
from kragozor.files.workbook.package import check_package
from tests.files.books import empty, lines, part, repacked

TYPES = "[Content_Types].xml"
MB = limits.MEGABYTE


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_types(data, old, new):
    return repacked(data, {TYPES: part(data, TYPES).replace(old, new)})


def test_template_passes():
    check_package(empty())


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "bg",
            "Работната книга съдържа макроси; запишете я като "
            "„Работна книга на Excel (.xlsx)“ без макроси",
        ),
        (
            "en",
            "The workbook contains macros; save it as “Excel Workbook (.xlsx)”, without macros",
        ),
    ],
)
def test_macros_are_refused(language, line):
    assert lines(repacked(empty(), add={"xl/vbaProject.bin": b"x"}), language) == [line]
    sheet = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    enabled = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    assert lines(with_types(empty(), sheet, enabled), language) == [line]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("bg", "Файлът е 60 MB; приемат се най-много 10 MB"),
        ("en", "The file is 60 MB; at most 10 MB are accepted"),
    ],
)
def test_large_file_is_refused_with_the_limit(language, line):
    assert lines(b"PK" + bytes(60 * MB - 2), language) == [line]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "bg",
            "Файлът е компресиран повече от 100 пъти; запишете го отново в Excel или LibreOffice",
        ),
        (
            "en",
            "The file is compressed more than 100 times over; "
            "save it again in Excel or LibreOffice",
        ),
    ],
)
def test_zip_bomb_is_refused(language, line):
    bomb = repacked(empty(), add={"xl/media/image1.png": bytes(50 * MB)})
    assert len(bomb) < MB
    assert lines(bomb, language) == [line]


def test_many_bombs_are_refused_for_their_sum():
    parts = {f"xl/media/{i}.bin": bytes(30 * MB) for i in range(4)}
    assert "повече от 100 MB" in lines(repacked(empty(), add=parts))[0]


def test_bomb_within_a_bomb_is_never_opened():
    inner = zipped({"bomb": bytes(50 * MB)})
    check_package(repacked(empty(), add={"xl/embeddings/inner.zip": inner}))


def test_directory_that_lies_about_sizes_is_found_out():
    bomb = bytearray(zipped({TYPES: part(empty(), TYPES), "bomb": bytes(20 * MB)}))
    entry = bomb.rindex(b"PK\x01\x02")
    struct.pack_into("<I", bomb, entry + 24, 1000)
    assert lines(bytes(bomb)) == [
        "Работната книга е повредена и не може да се прочете; "
        "запишете я отново в Excel или LibreOffice"
    ]


def test_too_many_parts_are_refused():
    parts = {f"xl/{i}.xml": b"" for i in range(limits.MAX_ENTRIES)}
    assert "повече от 2 000 части" in lines(repacked(empty(), add=parts))[0].replace("\u00a0", " ")


def test_password_is_refused():
    data = bytearray(empty())
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert lines(bytes(data)) == ["Файлът е защитен с парола; запишете го без парола"]


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": b"<w/>"},
        {TYPES: b"<Types/>"},
        {TYPES: b"spreadsheetml.sheet.main+xml sheet.binary"},
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"},
    ],
)
def test_other_archives_are_refused(parts):
    assert lines(zipped(parts)) == ["Файлът е архив, но не е работна книга на Excel (.xlsx)"]


@pytest.mark.parametrize("data", [b"PK\x03\x04 and nothing more", empty()[:2000]])
def test_broken_archive_is_refused(data):
    assert "повредена" in lines(data)[0]


def test_unusual_compression_is_refused():
    assert "повредена" in lines(repacked(empty(), method=zipfile.ZIP_BZIP2))[0]


@pytest.mark.parametrize(
    "name", ["xl/worksheets/sheet3.xml", "xl/workbook.xml", "docProps/core.xml"]
)
def test_entities_are_refused(name):
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    xml = part(empty(), name)
    start = xml.index(b"?>") + 2 if xml.startswith(b"<?xml") else 0
    data = repacked(empty(), {name: xml[:start] + bomb + xml[start:].replace(b"</", b"&b;</", 1)})
    assert "повредена" in lines(data)[0]


def test_broken_xml_is_refused():
    assert "повредена" in lines(repacked(empty(), {"xl/worksheets/sheet3.xml": b"<worksheet"}))[0]

"""What a file says, read back from it: the text of a PDF and of a word processor's file."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator

import docx
import pikepdf
from docx.oxml.ns import qn

_PAIR = re.compile(r"<([0-9a-f]+)>\s*<([0-9a-f]+)>", re.IGNORECASE)
_TRIPLE = re.compile(r"<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>", re.IGNORECASE)
_SECTION = re.compile(r"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def numbers(text: str) -> Counter[str]:
    """Return every number of a text, and how often it stands there."""
    return Counter(_NUMBER.findall(text))


def pdf_text(content: bytes) -> str:
    """Return what a tagged PDF says: not what only decorates its pages, such as their numbers.

    The second page is left out: it holds the contents, and with them numbers of pages.
    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        told = [page for place, page in enumerate(pdf.pages) if place != 1]
        return "\n".join(piece for page in told for piece in _page(page))


def docx_text(content: bytes) -> str:
    """Return what a word processor's file says, tables included, without the contents."""
    file = docx.Document(io.BytesIO(content))
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        for paragraph in file.element.body.iter(qn("w:p"))
        if paragraph.find(qn("w:hyperlink")) is None
    )


def _page(page: pikepdf.Page) -> Iterator[str]:
    fonts = {name: _characters(font) for name, font in page.Resources.get("/Font", {}).items()}
    marks: list[str] = []
    font: dict[int, str] = {}
    depth = 0
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                marks.append(str(operands[0]))
            case "EMC":
                marks.pop()
            case "q" | "Q":
                depth += 1 if str(operator) == "q" else -1
            case "Tf":
                font = fonts[str(operands[0])]
            # The words of a picture stand deeper than those of the text.
            case "Tj" | "TJ" if "/Artifact" not in marks and depth == 1:
                yield _decoded(operands[0], font)


def _decoded(shown: object, font: dict[int, str]) -> str:
    parts = shown if isinstance(shown, pikepdf.Array) else [shown]
    codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    pairs = (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
    return "".join(font.get(code, "") for code in pairs)


def _characters(font: pikepdf.Object) -> dict[int, str]:
    """Return which characters the codes of a font stand for."""
    table = bytes(font.ToUnicode.read_bytes()).decode("latin-1")
    found: dict[int, str] = {}
    for kind, body in _SECTION.findall(table):
        if kind == "bfchar":
            found |= {int(code, 16): _text(shown) for code, shown in _PAIR.findall(body)}
        else:
            for first, last, shown in _TRIPLE.findall(body):
                begin = int(first, 16)
                for code in range(begin, int(last, 16) + 1):
                    found[code] = chr(ord(_text(shown)) + code - begin)
    return found


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")

"""The first sheet of the template: how to fill it in, side by side in both languages."""

from __future__ import annotations

from typing import Any

from kragozor.files.suggestions import advice
from kragozor.files.workbook.cells import write_text
from kragozor.files.workbook.stamp import VISIBLE
from kragozor.files.workbook.styles import (
    EXAMPLE,
    HEADINGS,
    QUIET,
    SECTION,
    SUBTITLE,
    TEXT,
    TITLE,
    Look,
)
from kragozor.instruments.inventory import Pillar
from kragozor.words import LANGUAGES, entry, room_entries

_WIDTHS = {"A": 4, "B": 2, "C": 62, "D": 4, "E": 62}
_TEXT_COLUMNS = (3, 5)
_CHARACTERS_A_LINE = 72
_LINE_HEIGHT = 15.5
_SAMPLES = {**HEADINGS, "example": EXAMPLE}


def write_guide(sheet: Any, pillar: Pillar, language: str) -> None:
    """Write the guide."""
    _Guide(sheet, language).write(pillar)


class _Guide:
    def __init__(self, sheet: Any, language: str) -> None:
        self.sheet = sheet
        self.languages = (language, *(each for each in LANGUAGES if each != language))
        self.row = 0

    def write(self, pillar: Pillar) -> None:
        for letter, width in _WIDTHS.items():
            self.sheet.column_dimensions[letter].width = width
        self.line([entry("files.guide.title", each) for each in self.languages], TITLE, 34)
        self.line([_pillar(pillar, each) for each in self.languages], SUBTITLE, 20)
        for part in ("steps", "colours", "numbers", "quality"):
            self.part(part)
        self.heading("advice_title")
        for texts in zip(*(advice(pillar, each) for each in self.languages), strict=True):
            self.paragraph(list(texts))
        self.heading("version_title")
        self.paragraph([entry("files.guide.version", each) for each in self.languages], QUIET)
        self.line([VISIBLE, VISIBLE], QUIET, _LINE_HEIGHT)

    def part(self, name: str) -> None:
        """Write one titled part; the colours with a sample of each beside."""
        self.heading(f"{name}_title")
        for key in room_entries("files")["guide"][name]:
            texts = [entry(f"files.guide.{name}.{key}", each) for each in self.languages]
            self.paragraph(texts)
            if name == "colours":
                _SAMPLES[key].dress(self.sheet.cell(self.row, 1))

    def heading(self, key: str) -> None:
        self.line([entry(f"files.guide.{key}", each) for each in self.languages], SECTION, 32)

    def paragraph(self, texts: list[str], look: Look = TEXT) -> None:
        """Write a text tall enough for its longer language."""
        lines = max(-(-len(text) // _CHARACTERS_A_LINE) for text in texts)
        self.line(texts, look, _LINE_HEIGHT * lines + 3)

    def line(self, texts: list[str], look: Look, height: float) -> None:
        self.row += 1
        self.sheet.row_dimensions[self.row].height = height
        for column, text in zip(_TEXT_COLUMNS, texts, strict=True):
            cell = self.sheet.cell(self.row, column)
            write_text(cell, text)
            look.dress(cell)


def _pillar(pillar: Pillar, language: str) -> str:
    word = entry(f"choices.Pillar.{pillar.value}", language)
    return entry("files.guide.pillar", language).format(pillar=word)

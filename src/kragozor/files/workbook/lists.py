"""The hidden sheet of lists, and the drop-downs and checks of cells that rest on it."""

from __future__ import annotations

from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from kragozor.files.fields import Field
from kragozor.files.suggestions import suggested
from kragozor.files.workbook.cells import write_text
from kragozor.instruments.inventory import Pillar
from kragozor.words import entry

_PROMPT_LENGTH, _PROMPT_TITLE_LENGTH = 255, 32


class Lists:
    """Writes each list once into the hidden sheet and remembers where it stands."""

    def __init__(self, sheet: Any, pillar: Pillar, language: str) -> None:
        self.sheet, self.pillar, self.language = sheet, pillar, language
        self.ranges: dict[str, str] = {}

    def validation(self, field: Field, prompt: str) -> DataValidation | None:
        """Return the check of a field's cells, with the help shown while one is filled in."""
        check = self._check(field)
        if check is not None:
            check.promptTitle = field.labels[self.language][:_PROMPT_TITLE_LENGTH]
            check.prompt = prompt[:_PROMPT_LENGTH]
            check.showInputMessage = True
        return check

    def _check(self, field: Field) -> DataValidation | None:
        if field.form in ("choice", "flag"):
            return self._list(field, field.form, tuple(field.words(self.language).values()))
        if field.suggestions or field.table:
            check = self._list(field, field.suggestions or field.table, self._suggested(field))
            check.showErrorMessage = False
            return check
        if field.form == "date":
            return self._bounded("date", "date", formula1="DATE(1900,1,1)", operator="greaterThan")
        if not field.is_quantity or field.signed:
            return None
        if field.form == "share":
            return self._bounded("decimal", "share", formula1="0", formula2="1")
        return self._bounded("decimal", "number", formula1="0", operator="greaterThanOrEqual")

    def _suggested(self, field: Field) -> tuple[str, ...]:
        if field.table:
            return tuple(field.words(self.language).values())
        return suggested(field.suggestions, self.pillar, self.language)

    def _list(self, field: Field, kind: str, names: tuple[str, ...]) -> DataValidation:
        key = field.choices.__name__ if field.choices else kind
        if key not in self.ranges:
            self.ranges[key] = self._written(key, names)
        check = DataValidation(type="list", formula1=self.ranges[key], allow_blank=True)
        check.showErrorMessage = True
        check.error = entry("files.validation.choice", self.language)
        return check

    def _bounded(self, kind: str, message: str, **bounds: str) -> DataValidation:
        check = DataValidation(type=kind, allow_blank=True, errorStyle="warning", **bounds)
        check.showErrorMessage = True
        check.error = entry(f"files.validation.{message}", self.language)
        return check

    def _written(self, key: str, names: tuple[str, ...]) -> str:
        column = len(self.ranges) + 1
        for row, text in enumerate((key, *names), start=1):
            write_text(self.sheet.cell(row, column), text)
        letter = get_column_letter(column)
        return f"'{self.sheet.title}'!${letter}$2:${letter}${len(names) + 1}"

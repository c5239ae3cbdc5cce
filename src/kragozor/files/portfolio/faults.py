"""The rows that were set aside, with their lines and why, in a file of their own."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from kragozor.files.portfolio.blocks import Fault
from kragozor.words import LANGUAGES, say

HEADING = ("line", *(f"problem_{language}" for language in LANGUAGES))


class FaultFile:
    """``TARGET.refused.csv``, which is there only when a row is refused."""

    def __init__(self, target: Path) -> None:
        self.path = target.with_suffix(".refused.csv")
        self._file: TextIO | None = None

    def __enter__(self) -> FaultFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._file.close()
            if error is not None:
                self.path.unlink(missing_ok=True)

    def write(self, faults: Iterable[Fault]) -> None:
        """Append rows."""
        for fault in faults:
            told = (say(fault.problem, language) for language in LANGUAGES)
            self._opened().writerow([fault.line, *told])

    def _opened(self) -> Any:
        if self._file is None:
            self._file = self.path.open("w", encoding="utf-8", newline="")
            csv.writer(self._file).writerow(HEADING)
        return csv.writer(self._file)

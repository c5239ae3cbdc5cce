"""A bar on the terminal while the work goes on; nothing where no one looks."""

from __future__ import annotations

import sys

from kragozor.words import Message, say

_WIDTH = 24


class Progress:
    """The bar, wiped away when the work ends."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._is_shown = sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._write("\r\x1b[K")

    def show(self, share: float, doing: Message | str) -> None:
        """Show how much is done, 0..1, and what is being done now."""
        filled = int(_WIDTH * share)
        bar = "█" * filled + "░" * (_WIDTH - filled)
        self._write(f"\r\x1b[K{bar} {say(doing, self.language)}")

    def _write(self, text: str) -> None:
        if self._is_shown:
            sys.stderr.write(text)
            sys.stderr.flush()

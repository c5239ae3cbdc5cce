"""What the commands share: the language of the terminal, tables and refusals."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from unicodedata import category, east_asian_width

from kragozor.words import LANGUAGES

# Unicode's controls, halves of characters, and separators of lines and paragraphs.
_COMMANDS = frozenset({"Cc", "Cs", "Zl", "Zp"})


def add_sampling(
    parser: argparse.ArgumentParser, *, draws: str, default: int | None = None
) -> None:
    """Add the options by which draws can be repeated; ``draws`` is the help of their number."""
    parser.add_argument("--draws", type=int, default=default, metavar="N", help=draws)
    parser.add_argument(
        "--seed",
        type=int,
        default=0,
        metavar="S",
        help="the same seed gives the same draws (%(default)s)",
    )
    parser.add_argument(
        "--sampling",
        choices=("latin-hypercube", "sobol"),
        default="latin-hypercube",
        help="how draws fill the space of what varies (%(default)s)",
    )


def add_language(parser: argparse.ArgumentParser) -> None:
    """Let a command be told in which language to answer."""
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        default=terminal_language(),
        help="language of the answer (that of the terminal: %(default)s)",
    )


def terminal_language() -> str:
    """Return Bulgarian where the locale is Bulgarian, English otherwise."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((value for value in named if value), "")
    return "bg" if locale.startswith("bg") else "en"


def refuse(lines: Iterable[str]) -> int:
    """Say on standard error what is wrong, a line each, and return the status of bad input."""
    for line in lines:
        print(printable(line), file=sys.stderr)
    return 2


def printable(line: str) -> str:
    """Return a line without what would break it or command the terminal.

    Examples
    --------
    >>> printable("a\\nb\\x1b[2Jc")
    'a b [2Jc'
    """
    return "".join(" " if category(c) in _COMMANDS else c for c in line)


def table(rows: Iterable[Sequence[str]], indent: str = "  ") -> str:
    """Return rows of text as aligned columns; the last column is left as it is."""
    lines = [list(row) for row in rows]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(indent + _line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [c + " " * (w - _width(c)) for c, w in zip(cells, widths, strict=True)]
    return "  ".join([*padded[:-1], cells[-1]]).rstrip()


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)

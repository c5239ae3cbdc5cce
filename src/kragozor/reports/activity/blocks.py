"""What a document is put together from, whatever it is then written as."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3; one of level 1 begins a page where ``on_new_page``."""

    level: int
    text: str
    on_new_page: bool = False
    kind: str = field(default="heading", init=False)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; a quiet one is a note, and one that keeps stays with what follows."""

    text: str
    is_quiet: bool = False
    keeps: bool = False
    kind: str = field(default="paragraph", init=False)


@dataclass(frozen=True)
class Items:
    """A list of short lines; ``keeps`` when it stays on one page with what follows."""

    items: tuple[str, ...]
    keeps: bool = False
    kind: str = field(default="items", init=False)


@dataclass(frozen=True)
class Table:
    """A table with a head; ``widths`` are shares of the line, ``numeric`` columns stand right.

    It ``keeps`` when it stays on one page with what follows.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    numeric: tuple[int, ...] = ()
    keeps: bool = False
    kind: str = field(default="table", init=False)


@dataclass(frozen=True)
class Picture:
    """A drawing for paper and one for the page, and the words for those who see neither."""

    svg: str
    on_page: str
    text: str
    kind: str = field(default="picture", init=False)


@dataclass(frozen=True)
class Signature:
    """Lines to be filled in by hand: the same for each who signs."""

    signers: tuple[str, ...]
    labels: tuple[str, ...]
    kind: str = field(default="signature", init=False)


Block: TypeAlias = Heading | Paragraph | Items | Table | Picture | Signature


@dataclass(frozen=True)
class Document:
    """A title page, the contents, and what follows them."""

    language: str
    title: str
    name: str
    year: str
    council: str
    chamber: str
    notes: tuple[str, ...]
    contents: str
    page: str
    date: dt.date
    blocks: tuple[Block, ...]

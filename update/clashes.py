"""Messages that several catalogues translate, each in its own way.

Django lays all catalogues of a language over one another, so of two translations of a message only
one is ever seen: in the other app a sentence stands that nobody wrote for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

Text = str | tuple[str, ...]
Key = tuple[str | None, Text]

PACKAGES = ("django", "allauth")
REWORDED = frozenset(
    {
        "Cancel",
        "Change",
        "Continue",
        "Download",
        "Recovery codes",
        "Remove",
        "Save",
        "Show all",
        "created",
        "sent",
    }
)
"""What Django and allauth say too, and the hub says in its own words on purpose."""


def clashes(catalogues: Mapping[str, Catalog]) -> Iterator[str]:
    """Yield one line for each message to which two of these catalogues give different texts."""
    first: dict[Key, tuple[str, Text]] = {}
    for name, catalogue in catalogues.items():
        for key, text in texts(catalogue):
            where, known = first.setdefault(key, (name, text))
            if known != text:
                yield f"two translations of {_told(key)}: {known!r} in {where}, {text!r} in {name}"


def overridden(catalogues: Mapping[str, Catalog], theirs: Catalog) -> Iterator[str]:
    """Yield one line for each text of a package that these catalogues change without saying so."""
    known = dict(texts(theirs))
    for name, catalogue in catalogues.items():
        for key, text in texts(catalogue):
            if known.get(key, text) != text and key[1] not in REWORDED:
                yield f"a package says {known[key]!r} for {_told(key)}, {name} says {text!r}"


def texts(catalogue: Catalog) -> Iterator[tuple[Key, Text]]:
    """Yield context and message with the translation, of all that are translated."""
    for message in filter(lambda m: m.id, catalogue):
        text = message.string
        if all((text,) if isinstance(text, str) else text):
            yield (message.context, message.id), text


def of_packages(language: str) -> Catalog:
    """Return what the packages translate themselves, as one catalogue."""
    found = Catalog(locale=language)
    for path in _files(language):
        with path.open("rb") as file:
            for message in filter(lambda m: m.id, read_po(file, locale=language)):
                if found.get(message.id, message.context) is None:
                    found.add(message.id, message.string, context=message.context)
    return found


def _files(language: str) -> Iterator[Path]:
    for package in PACKAGES:
        spec = find_spec(package)
        for folder in (spec and spec.submodule_search_locations) or ():
            yield from sorted(Path(folder).glob(f"**/locale/{language}/LC_MESSAGES/django.po"))


def _told(key: Key) -> str:
    context, message = key
    return f"{message!r} ({context})" if context else repr(message)

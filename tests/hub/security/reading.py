"""The forms of a page, read from its HTML as a browser would send them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin


@dataclass
class Form:
    """Where a form goes, and what it would send if nobody changed anything."""

    action: str
    method: str
    values: dict[str, list[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)

    def add(self, name: str, *values: str) -> None:
        self.values.setdefault(name, []).extend(values)


class _Forms(HTMLParser):
    """Collects forms with their fields; a field may stand outside of its form and name it."""

    def __init__(self, text: str, address: str) -> None:
        super().__init__()
        self.address = address
        self.forms: list[Form] = []
        self.named: dict[str, Form] = {}
        self._open: Form | None = None
        self._select = self._textarea = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        at = {name: value or "" for name, value in attributes}
        if tag == "form":
            where = urljoin(self.address, at.get("action") or self.address)
            self._open = Form(where, at.get("method", "get").upper())
            self.forms.append(self._open)
            self.named[at.get("id", "")] = self._open
        elif form := self.named.get(at.get("form", ""), self._open):
            self._field(tag, at, form)

    def _field(self, tag: str, at: dict[str, str], form: Form) -> None:
        name = at.get("name", "")
        if tag == "option" and self._select:
            form.add(self._select, *([at.get("value", "")] if "selected" in at else []))
        elif not name:
            return
        elif tag == "select":
            self._select = name
            form.add(name)
        elif tag == "textarea":
            self._textarea = name
            form.add(name, "")
        elif tag in {"input", "button"}:
            self._input(at, name, form)

    def _input(self, at: dict[str, str], name: str, form: Form) -> None:
        kind = at.get("type", "text")
        if kind == "file":
            form.files.add(name)
        elif kind in {"checkbox", "radio"}:
            form.add(name, *([at.get("value", "on")] if "checked" in at else []))
        else:
            form.add(name, at.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._textarea and self._open:
            self._open.values[self._textarea][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._textarea = ""


def forms_of(text: str, address: str) -> list[Form]:
    """Return the forms of a page that was got from an address."""
    return _Forms(text, address).forms

"""What every page of the hub must hold, read from its HTML."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

from django.http import HttpResponse


class Page(HTMLParser):
    """The facts of a page that the assertions need."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.language = ""
        self.title = ""
        self.findings: list[str] = []
        self.ids: Counter[str] = Counter()
        self.headings = 0
        self.links: list[dict[str, str]] = []
        self.labelled: set[str] = set()
        self._in_title = False
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        self.findings += list(inline_code(tag, values))
        self.ids.update([values["id"]] if "id" in values else [])
        self._in_title = tag == "title" and not self.title
        if tag == "html":
            self.language = values.get("lang", "")
        elif tag == "h1":
            self.headings += 1
        elif tag in {"a", "link"}:
            self.links.append(values)
        elif tag == "label":
            self.labelled.add(values.get("for", ""))

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False


def inline_code(tag: str, values: dict[str, str]):
    """Yield what the Content-Security-Policy of the hub would refuse."""
    if tag == "style" or "style" in values:
        yield f"<{tag}> has style written into it"
    if tag == "script" and "src" not in values and values.get("type") != "application/json":
        yield "<script> has code written into it"
    yield from (f"<{tag}> has {name}" for name in values if name.startswith(("on", "hx-on")))
    if values.get("href", "").lower().startswith("javascript:"):
        yield f"<{tag}> links to code"


def assert_strict(response: HttpResponse) -> None:
    """Assert that the policy is strict and that nothing on the page needs it to be weaker."""
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert Page(response.text).findings == []


def assert_page(response: HttpResponse, *, language: str = "bg", status: int = 200) -> Page:
    """Assert all that holds for a whole page, and return its facts."""
    assert response.status_code == status
    assert_strict(response)
    page = Page(response.text)
    assert page.language == response.headers["Content-Language"] == language
    assert page.headings == 1
    assert page.title.strip(" ·\n")
    assert [name for name, count in page.ids.items() if count > 1] == []
    # A Bulgarian date and hour bring their own full stop, and a sentence ends with that.
    assert not any(twice in response.text for twice in ("\u00a0г..", "\u00a0ч.."))
    other = {"bg": "en", "en": "bg"}[language]
    assert any(link.get("hreflang") == other and "class" not in link for link in page.links)
    return page

"""SVG as text: elements from presentation attributes alone.

The site's Content-Security-Policy forbids inline styles, so no element here has a ``style``.
"""

from __future__ import annotations

import hashlib
import re
from xml.sax.saxutils import escape, quoteattr

_SPECIAL = re.compile(r"[&<>\"\n\r\t]")
FONT = "Sofia Sans, system-ui, sans-serif"


def number(value: float) -> str:
    """Return a coordinate to a hundredth, as short as it can be.

    Examples
    --------
    >>> number(3.0), number(-0.001), number(12.3456)
    ('3', '0', '12.35')
    """
    text = f"{value:.2f}"
    if text[-1] == "0":
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(tag: str, *content: str, **attributes: str | float | None) -> str:
    """Return one element; ``_`` in a name stands for ``-``, and None leaves an attribute out.

    Examples
    --------
    >>> element("line", x1=0, x2=7.5, stroke_width=2)
    '<line x1="0" x2="7.5" stroke-width="2"/>'
    """
    written = "".join(
        f" {name.rstrip('_').replace('_', '-')}={_quoted(value)}"
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{''.join(content)}</{tag}>" if content else f"<{tag}{written}/>"


def text(content: str, **attributes: str | float | None) -> str:
    """Return a line of text."""
    return element("text", escape(content), **attributes)


def tooltip(content: str) -> str:
    """Return the title that a pointer shows."""
    return element("title", escape(content))


def prefix_of(*parts: object) -> str:
    """Return a short id that only the same content has."""
    return "k" + hashlib.blake2s(repr(parts).encode(), digest_size=5).hexdigest()


def document(
    body: str,
    *,
    width: float,
    height: float,
    title: str,
    description: str,
    prefix: str,
    size: float | None = None,
    role: str = "img",
) -> str:
    """Return the whole picture, named and described for those who listen to the page.

    It fills the width of its place unless ``size`` gives one. A picture that holds links is a
    ``group``: what is inside an ``img`` cannot be reached.

    Examples
    --------
    >>> document("", width=10, height=5, title="T", description="", prefix="p")[:60]
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5" r'
    """
    names = [element("title", escape(title), id=f"{prefix}-title")]
    labelled = f"{prefix}-title"
    if description:
        names.append(element("desc", escape(description), id=f"{prefix}-desc"))
        labelled += f" {prefix}-desc"
    return element(
        "svg",
        *names,
        body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=size,
        height=size and size * height / width,
        role=role,
        aria_labelledby=labelled,
        font_family=FONT,
    )


def _quoted(value: str | float) -> str:
    if not isinstance(value, str):
        return f'"{number(value)}"'
    return quoteattr(value) if _SPECIAL.search(value) else f'"{value}"'

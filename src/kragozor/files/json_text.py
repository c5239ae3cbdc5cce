"""JSON as text, read strictly: what the format leaves open is refused, never guessed."""

from __future__ import annotations

import json
import re
from typing import Any

from kragozor.files.limits import MAX_DEPTH
from kragozor.files.problems import FileRefused, check_size, refusal


def json_object(source: bytes | str) -> Any:
    """Parse JSON, refusing repeated keys, NaN, endless numbers and endless nesting."""
    text = _decoded(source)
    _check_depth(text)
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise refusal("json.syntax", row=str(error.lineno), column=str(error.colno)) from None
    except ValueError as error:
        if isinstance(error, FileRefused):
            raise
        # Python refuses integers of thousands of digits.
        raise refusal("json.not_finite", found="∞") from None


def _decoded(source: bytes | str) -> str:
    check_size(len(source))
    if isinstance(source, str):
        return source
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refusal("json.encoding") from None


def _check_depth(text: str) -> None:
    depth = 0
    for bracket in re.findall(r'[\[{\]}]|"(?:[^"\\]|\\.)*"', text):
        depth += (bracket in "[{") - (bracket in "]}")
        if depth > MAX_DEPTH:
            raise refusal("json.too_deep", limit=MAX_DEPTH)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise refusal("json.duplicate", found=key)
        found[key] = value
    return found


def _no_constant(name: str) -> Any:
    raise refusal("json.not_finite", found=name)

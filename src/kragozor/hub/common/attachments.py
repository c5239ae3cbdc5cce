"""What leaves as a file: always an attachment, never something a browser opens as a page."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpResponse

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
}


def attachment(content: bytes | str, name: str) -> HttpResponse:
    """Return a file with a name that says what it is."""
    kind = TYPES.get(name.rpartition(".")[2], "application/octet-stream")
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    response["X-Content-Type-Options"] = "nosniff"
    # Should a browser open it all the same: as a page without rights, of a site of its own.
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response

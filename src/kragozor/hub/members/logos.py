"""What a logo may be: a PNG, JPEG or WebP picture of a sensible size, known by its own bytes.

The name of a file and what a browser says of it are never believed. SVG is refused, since it can
carry programs.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LARGEST = 1_000_000  # bytes
SHORTEST_SIDE, LONGEST_SIDE = 32, 4096  # pixels

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
# A frame of a JPEG holds its size; these three markers of the same range are tables.
FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# Markers without a length.
BARE = {0x01, *range(0xD0, 0xD9)}

TOO_LARGE = _("The file is larger than 1 MB. Send a smaller picture.")
NO_PICTURE = _("This is no picture we can show. Send a PNG, JPEG or WebP file.")


@dataclass(frozen=True)
class Logo:
    """What kind of picture a file is, and its size in pixels."""

    kind: str
    width: int
    height: int


def logo_read(content: bytes) -> Logo:
    """Return what a picture is, or refuse it with a sentence that says what to do."""
    if len(content) > LARGEST:
        raise ValidationError(TOO_LARGE)
    logo = _known(content)
    if logo is None:
        raise ValidationError(NO_PICTURE)
    sides = (logo.width, logo.height)
    if min(sides) < SHORTEST_SIDE or max(sides) > LONGEST_SIDE:
        raise ValidationError(
            _("The picture has %(width)s × %(height)s pixels. Send one between 32 and 4096."),
            params={"width": logo.width, "height": logo.height},
        )
    return logo


def kind_of(beginning: bytes) -> str:
    """Return the type of a stored logo, by its first bytes."""
    if beginning.startswith(PNG):
        return "image/png"
    return "image/jpeg" if beginning.startswith(JPEG) else "image/webp"


def _known(content: bytes) -> Logo | None:
    readers: tuple[Callable[[bytes], tuple[int, int] | None], ...] = (_png, _jpeg, _webp)
    for read in readers:
        try:
            sides = read(content)
        except (struct.error, IndexError):
            # It begins like a picture, and ends too early to be one.
            return None
        if sides is not None:
            return Logo(kind_of(content), *sides)
    return None


def _png(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(PNG) or content[12:16] != b"IHDR":
        return None
    return struct.unpack(">II", content[16:24])


def _jpeg(content: bytes) -> tuple[int, int] | None:
    """Walk from segment to segment up to the first frame."""
    if not content.startswith(JPEG):
        return None
    at = 2
    while content[at] == 0xFF:
        marker = content[at + 1]
        if marker in FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        length = 0 if marker in BARE else struct.unpack(">H", content[at + 2 : at + 4])[0]
        at += 2 + length
    return None


def _webp(content: bytes) -> tuple[int, int] | None:
    """Read the size as each of the three forms of WebP writes it (RFC 9649)."""
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        return None
    form = content[12:16]
    if form == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if form == b"VP8L" and content[20] == 0x2F:
        bits = struct.unpack("<I", content[21:25])[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8X":
        width, height = (int.from_bytes(content[at : at + 3], "little") for at in (24, 27))
        return width + 1, height + 1
    return None

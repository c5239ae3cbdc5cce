"""What a logo may be: a PNG, JPEG or WebP picture of a sensible size.

The name of a file and what a browser says of it are never believed: the picture is decoded, and
what is kept is drawn anew from its pixels. Where and with what it was taken, comments, colour
profiles and whatever hides behind its end stay behind. SVG is refused, since it can carry programs.
"""

from __future__ import annotations

import io

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

LARGEST = 1_000_000  # bytes
SHORTEST_SIDE, LONGEST_SIDE = 32, 4096  # pixels, of what is sent
KEPT_SIDE = 800  # pixels, of what is kept: thrice the largest field that shows it
TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}

TOO_LARGE = _("The file is larger than 1 MB. Send a smaller picture.")
NO_PICTURE = _("This is no picture we can show. Send a PNG, JPEG or WebP file.")
# What decoders raise on a file that only begins like a picture.
BROKEN = (OSError, SyntaxError, ValueError, IndexError, Image.DecompressionBombError)


def logo_read(content: bytes) -> bytes:
    """Return a picture as it is kept, or refuse it with a sentence that says what to do."""
    if len(content) > LARGEST:
        raise ValidationError(TOO_LARGE)
    try:
        with Image.open(io.BytesIO(content), formats=tuple(TYPES)) as picture:
            refuse_sides(picture)
            return drawn_anew(picture)
    except BROKEN as error:
        raise ValidationError(NO_PICTURE) from error


def refuse_sides(picture: Image.Image) -> None:
    """Refuse by what its head says a picture that is too small to see or too large to decode."""
    width, height = picture.size
    if min(picture.size) < SHORTEST_SIDE or max(picture.size) > LONGEST_SIDE:
        raise ValidationError(
            _("The picture has %(width)s × %(height)s pixels. Send one between 32 and 4096."),
            params={"width": width, "height": height},
        )


def drawn_anew(picture: Image.Image) -> bytes:
    """Return the pixels of a picture, upright and no larger than needed, and nothing else."""
    form = picture.format
    upright = ImageOps.exif_transpose(picture).convert("RGB" if form == "JPEG" else "RGBA")
    upright.thumbnail((KEPT_SIDE, KEPT_SIDE))
    clean = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    written = io.BytesIO()
    clean.save(written, form, quality=90)
    return written.getvalue()


def kind_of(beginning: bytes) -> str:
    """Return the type of a stored logo, by its first bytes."""
    if beginning.startswith(b"\x89PNG"):
        return TYPES["PNG"]
    return TYPES["JPEG"] if beginning.startswith(b"\xff\xd8") else TYPES["WEBP"]

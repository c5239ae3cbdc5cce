"""Small pictures to send as logos."""

import io

from PIL import Image


def picture(form: str, width: int, height: int, mode: str = "RGB", **how: object) -> bytes:
    """Return a grey picture in one of the forms that Pillow writes."""
    written = io.BytesIO()
    grey = (0, 0, 0, 127) if mode == "CMYK" else "grey"
    Image.new(mode, (width, height), grey).save(written, form, **how)
    return written.getvalue()


def png(width: int, height: int, **how: object) -> bytes:
    return picture("PNG", width, height, **how)


def jpeg(width: int, height: int, **how: object) -> bytes:
    return picture("JPEG", width, height, **how)


def webp(width: int, height: int, **how: object) -> bytes:
    return picture("WEBP", width, height, **how)

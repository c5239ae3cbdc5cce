"""Small pictures, made as their formats say, to send as logos."""

import struct
import zlib


def png(width: int, height: int) -> bytes:
    """Return a whole grey PNG."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + b"\x80" * width for _row in range(height)))
    chunks = [(b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in chunks)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def jpeg(width: int, height: int) -> bytes:
    """Return the beginning of a JPEG: a segment of an application, then the frame."""
    application = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0".ljust(14, b"\0")
    frame = b"\xff\xc2" + struct.pack(">HBHH", 17, 8, height, width) + b"\0" * 10
    return b"\xff\xd8" + application + frame + b"\xff\xd9"


def webp(width: int, height: int, form: bytes) -> bytes:
    """Return the beginning of a WebP in one of its three forms."""
    if form == b"VP8 ":
        data = b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height)
    elif form == b"VP8L":
        data = b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14)
    else:
        sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        data = b"\0\0\0\0" + sides
    body = b"WEBP" + form + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body

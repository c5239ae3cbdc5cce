"""A declaration comes from a visitor: whatever the file is, judging it costs the hub little."""

from __future__ import annotations

import zlib
from io import BytesIO

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfDecodeLimitError

from kragozor.hub.applications.enums import Flaw, Signature
from kragozor.hub.applications.signatures import MOST_SIGNATURES, NotPdf, judged
from tests.hub.applications.signing import signed

HEAD = b"%PDF-1.7\n2 0 obj <</Type/Catalog/Pages 3 0 R>> endobj\n"


def with_table(packed: bytes, entries: int, filters: bytes) -> bytes:
    """Return a file whose table of objects is packed into a stream."""
    facts = b"/Type/XRef /Size %d /W [1 4 2] /Root 2 0 R" % entries
    stream = b"<<%s /Filter %s /Length %d>>\nstream\n%s\nendstream" % (
        facts,
        filters,
        len(packed),
        packed,
    )
    return b"%s1 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (HEAD, stream, len(HEAD))


def test_a_table_of_a_million_objects_is_not_unpacked():
    entries = 1_000_000
    bomb = with_table(zlib.compress(bytes(entries * 7), 9), entries, b"/FlateDecode")
    assert len(bomb) < 10_000
    with pytest.raises(NotPdf) as refused:
        judged(bomb)
    assert isinstance(refused.value.__cause__, PdfDecodeLimitError)


def test_what_is_packed_twice_is_not_unpacked():
    packed = zlib.compress(zlib.compress(bytes(50_000_000), 9), 9)
    with pytest.raises(NotPdf) as refused:
        judged(with_table(packed, 7_000_000, b"[/FlateDecode /FlateDecode]"))
    assert isinstance(refused.value.__cause__, PdfDecodeLimitError)


def test_a_signature_named_again_and_again_is_not_judged_each_time():
    writer = IncrementalPdfFileWriter(BytesIO(signed()))
    form = writer.root["/AcroForm"]
    value = form["/Fields"][0].get_object().raw_get("/V")
    for number in range(MOST_SIGNATURES):
        field = {"/FT": "/Sig", "/T": f"Again{number}", "/V": value}
        names = {generic.pdf_name(name): told(one) for name, one in field.items()}
        form["/Fields"].append(writer.add_object(generic.DictionaryObject(names)))
    writer.update_container(form["/Fields"])
    writer.update_root()
    out = BytesIO()
    writer.write(out)
    verdict = judged(out.getvalue())
    assert (verdict.signature, verdict.flaw) == (Signature.INVALID, Flaw.UNREADABLE)
    # What was not looked at may name its owner by a personal number: the file is not kept.
    assert verdict.holds_personal_number


def told(value: object) -> object:
    """Return a value as PDF writes it."""
    if not isinstance(value, str):
        return value
    return generic.pdf_name(value) if value.startswith("/") else generic.pdf_string(value)

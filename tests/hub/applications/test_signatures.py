"""What signatures are found to be worth: intact, trusted, tampered with, not there."""

from __future__ import annotations

import socket
from io import BytesIO

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PdfFileWriter

from kragozor.hub.applications.enums import Flaw, Signature
from kragozor.hub.applications.signatures import NotPdf, judged
from tests.hub.applications.signing import (
    ISSUER,
    PERSONAL_NUMBER,
    issuer,
    signed,
    signer,
    tampered,
    unsigned,
)


@pytest.fixture(autouse=True)
def offline(monkeypatch):
    """Nothing is asked of any other machine."""

    def refuse(*_arguments, **_options):
        raise AssertionError("a signature is judged without the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def trusting(settings, tmp_path):
    """The issuer of the tests is trusted."""
    (tmp_path / "root.pem").write_bytes(issuer(ISSUER).pem)
    settings.SIGNATURE_TRUST_ROOTS = str(tmp_path)


def changed_after(content: bytes) -> bytes:
    """Return a signed file to which something was added that a reader would act on."""
    writer = IncrementalPdfFileWriter(BytesIO(content))
    writer.root["/OpenAction"] = generic.pdf_name("/Other")
    writer.update_root()
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_no_signature_is_absent():
    assert judged(unsigned()).signature == Signature.ABSENT


def test_without_roots_only_integrity_is_judged():
    verdict = judged(signed())
    assert (verdict.signature, verdict.flaw) == (Signature.INTACT, "")
    assert verdict.signer_name == "Ива Трета"
    assert verdict.signed_at.tzinfo


def test_a_trusted_issuer_makes_it_valid(trusting):
    assert judged(signed()).signature == Signature.VALID


@pytest.mark.parametrize(
    "by", [signer(by="Друг УУ"), signer(expired=True)], ids=["other issuer", "expired"]
)
def test_another_issuer_or_an_expired_certificate_is_not_trusted(trusting, by):
    verdict = judged(signed(by))
    assert (verdict.signature, verdict.flaw) == (Signature.INVALID, Flaw.UNTRUSTED)
    assert verdict.signer_name == "Ива Трета"


@pytest.mark.parametrize("change", [tampered, changed_after])
def test_what_was_altered_is_invalid_with_or_without_roots(change, settings, trusting):
    altered = change(signed())
    assert judged(altered).flaw == Flaw.ALTERED
    settings.SIGNATURE_TRUST_ROOTS = ""
    assert judged(altered).flaw == Flaw.ALTERED


def test_of_two_signatures_the_worse_counts(trusting):
    both = signed(signer("Втори Подпис"), signed(), "Two")
    assert judged(both).signature == Signature.VALID
    worse = judged(signed(signer("Втори Подпис", by="Друг УУ"), signed(), "Two"))
    assert (worse.signature, worse.signer_name) == (Signature.INVALID, "Втори Подпис")


@pytest.mark.parametrize("serial", [PERSONAL_NUMBER, "7501020018"])
def test_a_personal_number_in_the_certificate_is_noticed(serial):
    assert judged(signed(signer(serial=serial))).holds_personal_number
    assert not judged(signed(signer(serial="NTRBG-175074752"))).holds_personal_number


def test_a_number_beside_the_name_is_dropped():
    assert judged(signed(signer("Ива Трета 7501020018"))).signer_name == "Ива Трета"


def locked() -> bytes:
    """Return a PDF that a password locks."""
    writer = PdfFileWriter()
    writer.encrypt(owner_pass="secret", user_pass="secret")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04 a workbook", b"%PDF-1.7 nonsense", unsigned()[:5000], locked()],
    ids=["empty", "workbook", "nonsense", "cut short", "locked"],
)
def test_what_is_no_open_pdf_is_refused(content):
    with pytest.raises(NotPdf):
        judged(content)


def document(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """Return a PDF of these objects, numbered from one; START is the place of its table."""
    text, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, count = len(text), len(objects) + 1
    lines = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, lines)
    end = b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (count, trailer, start)
    return text + table + end.replace(b"START", b"%d" % start)


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R%s>>"
PAGES = b"<</Type/Pages/Kids[]/Count 0>>"
MADE_TO_HARM = {
    "its own earlier version": document(CATALOGUE % b"", PAGES, trailer=b"/Root 1 0 R/Prev START"),
    "a field within itself": document(
        CATALOGUE % b"/AcroForm<</Fields[3 0 R]>>", PAGES, b"<</FT/Sig/T(a)/Kids[3 0 R]>>"
    ),
    "lists within lists": document(CATALOGUE % (b"/X" + b"[" * 60000), PAGES),
    "a signature of nothing": document(
        CATALOGUE % b"/AcroForm<</Fields[3 0 R]>>", PAGES, b"<</FT/Sig/T(a)/V<</Type/Sig>>>>"
    ),
}


@pytest.mark.parametrize("content", MADE_TO_HARM.values(), ids=MADE_TO_HARM)
def test_a_file_made_to_harm_comes_to_an_end(content):
    try:
        verdict = judged(content)
    except NotPdf:
        return
    assert verdict.signature in {Signature.ABSENT, Signature.INVALID}

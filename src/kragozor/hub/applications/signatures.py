"""What the electronic signatures of a PDF are worth, found out on this machine alone.

Nothing is fetched: no list of revoked certificates, no issuer. A certificate is trusted where it
leads to one of the roots in the folder ``SIGNATURE_TRUST_ROOTS``; where there is no such folder,
only that the document is unchanged can be told, and that is what is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from asn1crypto import pem, x509
from django.conf import settings
from django.utils import timezone
from pyhanko.pdf_utils.decode_limits import (
    DEFAULT_PURPOSE_LIMITS,
    DecodeLimits,
    DecodePurpose,
    DocumentDecodeBudget,
    StreamDecodeLimits,
)
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from kragozor.hub.applications.enums import Flaw, Signature

# ETSI EN 319 412-1: a natural person is named by PNO, the country and the number; others write
# the ten digits alone.
PERSONAL_NUMBER = re.compile(r"PNOBG|(?<!\d)\d{10}(?!\d)")
NAME_LENGTH = 200
# A file of some kilobytes may unpack to a table of millions of objects, which keeps the hub busy
# for minutes. A declaration has a few dozen; its pictures are not unpacked to judge it.
MEGABYTE = 1024 * 1024
LIMITS = DecodeLimits(
    per_purpose={
        **DEFAULT_PURPOSE_LIMITS,
        DecodePurpose.XREF_STREAM: StreamDecodeLimits(max_output_size=MEGABYTE // 4),
    },
    document_budget=DocumentDecodeBudget(base_allowance=4 * MEGABYTE, max_ratio=0),
)
# Each costs time to judge, and a file may name one a thousand times; nobody signs so often.
MOST_SIGNATURES = 20
SEVERITY = (Signature.VALID, Signature.INTACT, Signature.INVALID)


class NotPdf(ValueError):
    """The file cannot be read as a PDF, or is locked by a password."""


@dataclass(frozen=True)
class Verdict:
    """What was found out about a document; of several signatures the worst counts."""

    signature: Signature
    flaw: Flaw | str = ""
    signer_name: str = ""
    signed_at: datetime | None = None
    holds_personal_number: bool = False


def judged(content: bytes) -> Verdict:
    """Return what the signatures of a PDF are worth; raise `NotPdf` for anything else."""
    signatures = list(_signatures(content))
    if not signatures:
        return Verdict(Signature.ABSENT)
    if len(signatures) > MOST_SIGNATURES:
        return Verdict(Signature.INVALID, Flaw.UNREADABLE, holds_personal_number=True)
    roots = trust_roots()
    verdicts = [_judged(one, roots) for one in signatures]
    holds = any(_holds_personal_number(one) for one in signatures)
    worst = max(verdicts, key=lambda one: SEVERITY.index(one.signature))
    return Verdict(
        worst.signature, worst.flaw, worst.signer_name, worst.signed_at, holds_personal_number=holds
    )


def trust_roots() -> list[x509.Certificate]:
    """Return the certificates of the folder of roots, none where no folder is named."""
    if not settings.SIGNATURE_TRUST_ROOTS:
        return []
    files = sorted(Path(settings.SIGNATURE_TRUST_ROOTS).glob("*.pem"))
    return [certificate for file in files for certificate in _certificates(file.read_bytes())]


def _certificates(text: bytes) -> Iterator[x509.Certificate]:
    for _name, _headers, content in pem.unarmor(text, multiple=True):
        yield x509.Certificate.load(content)


def _signatures(content: bytes) -> list[EmbeddedPdfSignature]:
    if not content.startswith(b"%PDF-"):
        raise NotPdf
    try:
        reader = PdfFileReader(BytesIO(content), strict=False, decode_limits=LIMITS)
        if reader.encrypted:
            raise NotPdf
        # Reading the pages' tree finds out whether there is a document at all.
        reader.root["/Pages"]["/Count"]
        return list(reader.embedded_regular_signatures)
    except NotPdf:
        raise
    except Exception as error:  # whatever a foreign file makes the reader stumble over
        raise NotPdf from error


def _judged(one: EmbeddedPdfSignature, roots: list[x509.Certificate]) -> Verdict:
    try:
        signer = _name_of(one.signer_cert)
        context = ValidationContext(
            trust_roots=roots, allow_fetching=False, revocation_mode="soft-fail"
        )
        status = validate_pdf_signature(one, signer_validation_context=context)
    except (PdfError, ValueError, KeyError, TypeError, AttributeError, OSError):
        return Verdict(Signature.INVALID, Flaw.UNREADABLE)
    state, flaw = _worth(status, has_roots=bool(roots))
    return Verdict(state, flaw, signer, _moment_of(one))


def _worth(status: PdfSignatureStatus, *, has_roots: bool) -> tuple[Signature, Flaw | str]:
    if not status.intact:
        return Signature.INVALID, Flaw.ALTERED
    if not status.valid:
        return Signature.INVALID, Flaw.BROKEN
    if status.coverage < SignatureCoverageLevel.ENTIRE_REVISION or status.docmdp_ok is False:
        return Signature.INVALID, Flaw.ALTERED
    if not has_roots:
        return Signature.INTACT, ""
    if not status.trusted:
        return Signature.INVALID, Flaw.UNTRUSTED
    return Signature.VALID, ""


def _moment_of(one: EmbeddedPdfSignature) -> datetime | None:
    """Return when the signer's own clock says that it was signed."""
    told = one.self_reported_timestamp
    return timezone.make_aware(told) if told and timezone.is_naive(told) else told


def _name_of(certificate: x509.Certificate) -> str:
    """Return the common name of a certificate, without the numbers some issuers put into it."""
    name = str(certificate.subject.native.get("common_name") or "")
    return " ".join(PERSONAL_NUMBER.sub("", name).split())[:NAME_LENGTH]


def _holds_personal_number(one: EmbeddedPdfSignature) -> bool:
    """Whether a certificate in the file names its owner by a personal number."""
    try:
        certificates = [one.signer_cert, *one.other_embedded_certs]
        told = [str(certificate.subject.native) for certificate in certificates]
    except Exception:  # what cannot be read may hold anything
        return True
    return any(PERSONAL_NUMBER.search(text) for text in told)

"""PDFs signed by an issuer of the tests' own: nothing leaves this machine."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from kragozor.reports.declaration import DeclarationText, declaration_pdf

DAY = dt.timedelta(days=1)
ISSUER = "Проба УУ"
PERSONAL_NUMBER = "PNOBG-7501020018"


@dataclass(frozen=True)
class Issued:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def asn1(self) -> asn1.Certificate:
        return asn1.Certificate.load(self.certificate.public_bytes(serialization.Encoding.DER))


@cache
def issuer(name: str) -> Issued:
    """Return an issuer that signs its own certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    return Issued(_certificate(name, key, name, key, is_issuer=True), key)


@cache
def signer(
    name: str = "Ива Трета", serial: str = "", by: str = ISSUER, *, expired: bool = False
) -> Issued:
    """Return a person's certificate; ``serial`` is what some issuers put a number into."""
    key, above = ec.generate_private_key(ec.SECP256R1()), issuer(by)
    made = _certificate(name, key, by, above.key, serial=serial, expired=expired)
    return Issued(made, key)


def _certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    by: str,
    by_key: ec.EllipticCurvePrivateKey,
    *,
    serial: str = "",
    is_issuer: bool = False,
    expired: bool = False,
) -> x509.Certificate:
    now = dt.datetime.now(dt.UTC)
    subject = [x509.NameAttribute(NameOID.COMMON_NAME, name)]
    subject += [x509.NameAttribute(NameOID.SERIAL_NUMBER, serial)] if serial else []
    usage = dict.fromkeys(
        [
            *("digital_signature", "content_commitment", "key_encipherment"),
            *("data_encipherment", "key_agreement", "encipher_only", "decipher_only"),
            *("key_cert_sign", "crl_sign"),
        ],
        False,
    )
    usage |= dict.fromkeys(
        ["key_cert_sign", "crl_sign"] if is_issuer else ["content_commitment"], True
    )
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name(subject))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, by)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - 30 * DAY)
        .not_valid_after(now - DAY if expired else now + 30 * DAY)
        .add_extension(x509.BasicConstraints(ca=is_issuer, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**usage), critical=True)
        .sign(by_key, hashes.SHA256())
    )


@cache
def unsigned() -> bytes:
    """Return a declaration as it is downloaded."""
    day = dt.date(2026, 11, 24)
    text = DeclarationText(
        "bg", "Заявление", "", "Моля.", (), "", (), "", ("Подпис",), "{page}/{pages}", day
    )
    return declaration_pdf(text)


def signed(by: Issued | None = None, content: bytes | None = None, field: str = "One") -> bytes:
    """Return a declaration with a signature."""
    by = by or signer()
    store = SimpleCertificateStore()
    store.register(issuer(ISSUER).asn1)
    hand = signers.SimpleSigner(
        signing_cert=by.asn1,
        signing_key=keys.PrivateKeyInfo.load(
            by.key.private_bytes(
                serialization.Encoding.DER,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        ),
        cert_registry=store,
    )
    out = signers.sign_pdf(
        IncrementalPdfFileWriter(BytesIO(content or unsigned())),
        signers.PdfSignatureMetadata(field_name=field),
        signer=hand,
    )
    return out.getvalue()


def tampered(content: bytes) -> bytes:
    """Return a signed file in which one byte that the signature covers is another one."""
    place = content.index(b"stream") + 20
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]

"""The link in each letter by which whoever received it asks for no more of them.

It says no more than the hash of the address that was written to, signed, so that it goes on
working when the card has another contact by then, or is gone.
"""

from __future__ import annotations

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from kragozor.hub.common.languages import absolute_address
from kragozor.hub.pipeline.rules import address_hash

SIGNER = Signer(salt="pipeline.silence")


def silence_address(email: str) -> str:
    """Return the link for letters to an address, in the language that is active."""
    return absolute_address(reverse("pipeline:stop", args=[SIGNER.sign(address_hash(email))]))


def silenced_hash(token: str) -> str | None:
    """Return the hash of the address a link stands for; ``None`` where we never made it."""
    try:
        return SIGNER.unsign(token)
    except BadSignature:
        return None

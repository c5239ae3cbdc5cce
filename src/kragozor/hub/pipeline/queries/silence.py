"""Who wants no letters."""

from __future__ import annotations

from collections.abc import Iterable

from kragozor.hub.pipeline.models import Card, Suppression
from kragozor.hub.pipeline.rules import address_hash


def is_silent(hash_of_address: str) -> bool:
    """Whether an address asked not to be written to."""
    return Suppression.objects.filter(address_hash=hash_of_address).exists()


def silent_among(addresses: Iterable[str]) -> set[str]:
    """Return which of some addresses asked not to be written to."""
    hashes = {address_hash(address): address for address in addresses}
    silent = Suppression.objects.filter(address_hash__in=hashes)
    return {hashes[found] for found in silent.values_list("address_hash", flat=True)}


def wish_of(card: Card) -> Suppression | None:
    """The wish of the contact of a card not to be written to."""
    if not card.contact_email:
        return None
    return Suppression.objects.filter(address_hash=address_hash(card.contact_email)).first()

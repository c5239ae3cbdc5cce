"""What changes people's keys to the hub: each change is whole, and written down."""

from kragozor.hub.people.services.appointments import (
    AlreadyHolds,
    Ended,
    LastAdministrator,
    Refused,
    appointment_begin,
    appointment_end,
)
from kragozor.hub.people.services.tokens import secret_hash, token_create, token_revoke, token_use

__all__ = [
    "AlreadyHolds",
    "Ended",
    "LastAdministrator",
    "Refused",
    "appointment_begin",
    "appointment_end",
    "secret_hash",
    "token_create",
    "token_revoke",
    "token_use",
]

"""What changes people, their offices and their keys: each change is whole, and written down."""

from kragozor.hub.people.services.access import (
    NothingToReset,
    second_factor_reset,
    session_end,
    sessions_end,
)
from kragozor.hub.people.services.appointments import (
    AlreadyHolds,
    Ended,
    LastAdministrator,
    Refused,
    appointment_begin,
    appointment_end,
)
from kragozor.hub.people.services.consents import consent_record
from kragozor.hub.people.services.profile import profile_save
from kragozor.hub.people.services.tokens import secret_hash, token_create, token_revoke, token_use

__all__ = [
    "AlreadyHolds",
    "Ended",
    "LastAdministrator",
    "NothingToReset",
    "Refused",
    "appointment_begin",
    "appointment_end",
    "consent_record",
    "profile_save",
    "second_factor_reset",
    "secret_hash",
    "session_end",
    "sessions_end",
    "token_create",
    "token_revoke",
    "token_use",
]

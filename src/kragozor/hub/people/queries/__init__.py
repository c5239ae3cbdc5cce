"""People as the pages and the rooms above ask for them."""

from kragozor.hub.people.queries.access import (
    factors_of,
    resets_of,
    second_factor_is_missing,
    sessions_of,
    tokens_of,
)
from kragozor.hub.people.queries.consents import (
    consents_of,
    has_consent,
    people_who_consented,
)
from kragozor.hub.people.queries.people import (
    administrators,
    appointments_of,
    board,
    council,
    experts,
    holders,
    language_of,
    people_found,
    staff,
    staff_person,
)

__all__ = [
    "administrators",
    "appointments_of",
    "board",
    "consents_of",
    "council",
    "experts",
    "factors_of",
    "has_consent",
    "holders",
    "language_of",
    "people_found",
    "people_who_consented",
    "resets_of",
    "second_factor_is_missing",
    "sessions_of",
    "staff",
    "staff_person",
    "tokens_of",
]

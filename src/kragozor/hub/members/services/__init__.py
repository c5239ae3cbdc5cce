"""What changes organisations, their people and their membership."""

from kragozor.hub.members.services.grants import grant_give, grant_revoke
from kragozor.hub.members.services.invitations import (
    invitation_accept,
    invitation_revoke,
    invitation_send,
    token_hash,
)
from kragozor.hub.members.services.membership import (
    TermFacts,
    organisation_admit,
    pillars_set,
    term_begin,
    term_end,
)
from kragozor.hub.members.services.organisations import organisation_create, organisation_edit
from kragozor.hub.members.services.pages import (
    logo_remove,
    logo_set,
    offering_add,
    offering_withdraw,
    page_edit,
    project_remove,
    project_write,
)
from kragozor.hub.members.services.people import (
    representation_begin,
    representation_change_role,
    representation_end,
)
from kragozor.hub.members.services.refusals import (
    AlreadyRegistered,
    AlreadyRepresents,
    Ended,
    LastOwner,
    NotInvited,
    Refused,
    TermIsOver,
    TermsOverlap,
    TooManyInvitations,
)
from kragozor.hub.members.services.reminders import reminders_send
from kragozor.hub.members.services.takeaway import takeaways_purge

__all__ = [
    "AlreadyRegistered",
    "AlreadyRepresents",
    "Ended",
    "LastOwner",
    "NotInvited",
    "Refused",
    "TermFacts",
    "TermIsOver",
    "TermsOverlap",
    "TooManyInvitations",
    "grant_give",
    "grant_revoke",
    "invitation_accept",
    "invitation_revoke",
    "invitation_send",
    "logo_remove",
    "logo_set",
    "offering_add",
    "offering_withdraw",
    "organisation_admit",
    "organisation_create",
    "organisation_edit",
    "page_edit",
    "pillars_set",
    "project_remove",
    "project_write",
    "reminders_send",
    "representation_begin",
    "representation_change_role",
    "representation_end",
    "takeaways_purge",
    "term_begin",
    "term_end",
    "token_hash",
]

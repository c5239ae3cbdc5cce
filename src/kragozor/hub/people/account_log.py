"""What people change of their own accounts on the pages of django-allauth, written down.

That it was changed, never to what: a password, a code and an address of before are nobody's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account import signals as account
from allauth.mfa import signals as factors

from kragozor.hub.common import audit

if TYPE_CHECKING:
    from allauth.mfa.models import Authenticator
    from django.dispatch import Signal

    from kragozor.hub.people.models import Person

CHANGES = {
    account.user_signed_up: "account.opened",
    account.email_changed: "account.address_changed",
    account.password_changed: "account.password_changed",
    account.password_reset: "account.password_reset",
    factors.authenticator_added: "second_factor.added",
    factors.authenticator_removed: "second_factor.removed",
    factors.authenticator_reset: "second_factor.renewed",
}


def change_record(signal: Signal, user: Person, **facts: object) -> None:
    """Write down what a person did to their own account."""
    factor: Authenticator | None = facts.get("authenticator")
    detail = {"factor": str(factor.type)} if factor else {}
    audit.record(actor=user, action=CHANGES[signal], subject=user, **detail)


for _change in CHANGES:
    _change.connect(change_record, dispatch_uid="people.account_log")

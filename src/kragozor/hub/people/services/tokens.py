"""The tokens of a person's programs: each change is whole, and written down."""

import hashlib
import secrets
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from kragozor.hub.common import audit
from kragozor.hub.people.demonstration import may_come_in
from kragozor.hub.people.models import ApiToken, Person

# A recognisable beginning lets scanners of public code find a token that was left in it.
PREFIX = "krgz_"
# How exactly the last use is known: writing it down at every request would cost a write each.
PRECISION = timedelta(minutes=1)


@transaction.atomic
def token_create(
    *, person: Person, name: str, expires_on: date, may_write: bool
) -> tuple[ApiToken, str]:
    """Make a token; its secret is returned this once, and cannot be had again."""
    secret = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        person=person,
        name=name,
        beginning=secret[:9],
        secret_hash=secret_hash(secret),
        may_write=may_write,
        expires_on=expires_on,
    )
    audit.record(actor=person, action="token.created", subject=token, may_write=may_write)
    return token, secret


@transaction.atomic
def token_revoke(*, person: Person, token: ApiToken) -> None:
    """Let a token open nothing from now on."""
    token.revoked_at = timezone.now()
    token.save(update_fields=["revoked_at"])
    audit.record(actor=person, action="token.revoked", subject=token)


def token_use(*, secret: str) -> ApiToken | None:
    """Return the token a secret belongs to, and note its use; None where it opens nothing."""
    token = (
        ApiToken.objects.select_related("person").filter(secret_hash=secret_hash(secret)).first()
    )
    if token is None or not (token.is_working and may_come_in(token.person)):
        return None
    now = timezone.now()
    unnoted = Q(last_used_at__isnull=True) | Q(last_used_at__lt=now - PRECISION)
    ApiToken.objects.filter(unnoted, pk=token.pk).update(last_used_at=now)
    return token


def secret_hash(secret: str) -> str:
    """Return what is stored of a secret; it has 256 random bits, so no salt is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()

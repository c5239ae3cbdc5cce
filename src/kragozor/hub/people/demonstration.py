"""The people of a demonstration: everybody knows their password, so they live apart.

Nobody else can confirm an address such as theirs.
"""

from collections.abc import Sequence

from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import connections

from kragozor.hub.common.demonstration import ADDRESSES
from kragozor.hub.people.models import Person


def may_come_in(person: Person) -> bool:
    """Whether a person may use the hub at all: those of a demonstration only within one."""
    return person.is_active and (settings.DEMO or not person.email.endswith(ADDRESSES))


class Backend(AuthenticationBackend):
    """Signs people in, and keeps them signed in, as long as they may come in."""

    def user_can_authenticate(self, user: Person) -> bool:
        return may_come_in(user)


@register(Tags.database)
def database_is_of_its_kind(
    databases: Sequence[str] | None = None, **others: object
) -> list[Error]:
    """Refuse a demonstration on the database of real people, and the other way round."""
    return [error for alias in databases or () for error in _errors(alias)]


def _errors(alias: str) -> list[Error]:
    if Person._meta.db_table not in connections[alias].introspection.table_names():
        return []
    invented = EmailAddress.objects.using(alias).filter(verified=True, email__endswith=ADDRESSES)
    is_demonstration = invented.exists()
    is_real = not is_demonstration and Person.objects.using(alias).exists()
    hint = "Point DATA_DIR and DATABASE_URL to another place."
    if settings.DEMO and is_real:
        told = "This is the database of real people: a demonstration would let everybody in."
        return [Error(told, hint, id="people.E001")]
    if is_demonstration and not settings.DEMO:
        told = "This is the database of a demonstration: its passwords are known to everybody."
        return [Error(told, hint, id="people.E002")]
    return []

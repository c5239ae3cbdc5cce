"""When the words of an organisation are written down anew: whenever a record of them is saved.

What is changed by `QuerySet.update` sends no signal; the service that does so calls `refresh`.
"""

from __future__ import annotations

from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from kragozor.hub.members.models import MemberPage, Offering, Organisation, Project
from kragozor.hub.members.search.index import refresh


def connect() -> None:
    """Begin to listen."""
    post_save.connect(_organisation_saved, Organisation, dispatch_uid="search")
    for part in (MemberPage, Offering, Project):
        post_save.connect(_part_changed, part, dispatch_uid="search")
        post_delete.connect(_part_changed, part, dispatch_uid="search")


def _organisation_saved(instance: Organisation, raw: bool, **_others: object) -> None:
    if not raw:
        refresh(instance)


def _part_changed(instance: Model, raw: bool = False, **_others: object) -> None:
    if not raw:
        refresh(instance.organisation)

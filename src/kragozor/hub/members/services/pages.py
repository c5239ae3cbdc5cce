"""What a member says of itself: its page, its logo, what it offers and seeks, its projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from kragozor.hub.members.models import MemberPage, Offering, Organisation, Project
from kragozor.hub.members.services.changes import locked, record
from kragozor.hub.members.services.refusals import Ended

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


@transaction.atomic
def page_edit(*, actor: Person, organisation: Organisation, **facts: object) -> MemberPage:
    """Change what the public page says, and whether it is shown; showing is told by its name."""
    page = _page(organisation)
    was_shown = page.is_shown
    changed = [name for name, value in facts.items() if getattr(page, name) != value]
    if changed:
        for name in changed:
            setattr(page, name, facts[name])
        page.save()
        record(actor, "page.edited", page, organisation, fields=sorted(changed))
    if page.is_shown != was_shown:
        action = "page.shown" if page.is_shown else "page.hidden"
        record(actor, action, page, organisation)
    return page


@transaction.atomic
def logo_set(*, actor: Person, organisation: Organisation, content: bytes) -> MemberPage:
    """Take a picture that was found to be one in the place of the one before."""
    page = _page(organisation)
    _forget(page)
    page.logo.save("logo", ContentFile(content))
    record(actor, "page.logo_set", page, organisation)
    return page


@transaction.atomic
def logo_remove(*, actor: Person, organisation: Organisation) -> None:
    """Show no logo any more."""
    page = _page(organisation)
    if page.logo:
        _forget(page)
        page.logo = ""
        page.save()
        record(actor, "page.logo_removed", page, organisation)


@transaction.atomic
def offering_add(*, actor: Person, organisation: Organisation, **facts: str) -> Offering:
    """Add something a member offers or seeks."""
    added = Offering.objects.create(organisation=organisation, **facts)
    record(actor, "offering.added", added, organisation, direction=added.direction)
    return added


@transaction.atomic
def offering_withdraw(*, actor: Person, offering: Offering) -> None:
    """Take an offer or a need off the page; that it was there stays known."""
    if offering.withdrawn_at is not None:
        raise Ended
    offering.withdrawn_at = timezone.now()
    offering.save(update_fields=["withdrawn_at"])
    record(actor, "offering.withdrawn", offering, offering.organisation)


@transaction.atomic
def project_write(
    *, actor: Person, organisation: Organisation, project: Project | None = None, **facts: object
) -> Project:
    """Describe a project, or describe one anew."""
    project = project or Project(organisation=organisation)
    for name, value in facts.items():
        setattr(project, name, value)
    project.save()
    record(actor, "project.written", project, organisation)
    return project


@transaction.atomic
def project_remove(*, actor: Person, project: Project) -> None:
    """Take a project off the page."""
    record(actor, "project.removed", project, project.organisation, title=project.title)
    project.delete()


def _page(organisation: Organisation) -> MemberPage:
    """Return the page of an organisation, which it has from its first word on."""
    locked(organisation.pk)
    return MemberPage.objects.get_or_create(organisation=organisation)[0]


def _forget(page: MemberPage) -> None:
    """Delete the stored picture, once the change is through."""
    if page.logo:
        storage, name = page.logo.storage, page.logo.name
        transaction.on_commit(lambda: storage.delete(name))

"""What the members lay on a person's desk: invitations that wait, or the way to begin."""

from django.http import HttpRequest

from kragozor.hub.members import queries


def desk_facts(request: HttpRequest) -> dict[str, object] | None:
    """Return what waits; nothing does for who is at home here already."""
    person = request.user
    waiting = list(queries.invitations_for(person))
    is_new = not (waiting or person.is_staff or queries.organisations_of(person).exists())
    return {"invitations": waiting, "is_new": is_new} if waiting or is_new else None

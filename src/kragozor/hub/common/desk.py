"""What waits on a person's desk: each app lays its own panels on it in its ``AppConfig``.

    class MeasuringConfig(AppConfig):
        desk = (Panel("measuring/_desk.html", "kragozor.hub.measuring.desk.desk_facts"),)

The function of that path is given the request and returns what the template needs, or ``None``
when there is nothing to lay down.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString

from kragozor.hub.common.navigation import entries


@dataclass(frozen=True)
class Panel:
    """A template and the facts that fill it."""

    template: str
    facts: str
    order: int = 50

    def laid(self, request: HttpRequest) -> SafeString | None:
        """Return the panel as it is for this person, ``None`` where there is nothing on it."""
        facts = import_string(self.facts)(request)
        return None if facts is None else render_to_string(self.template, facts, request)


def panels(request: HttpRequest) -> list[SafeString]:
    """Return every panel of the desk, made for this person."""
    laid = (panel.laid(request) for panel in entries("desk"))
    return [panel for panel in laid if panel is not None]

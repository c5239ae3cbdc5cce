"""What waits on a person's desk: each app lays its own panels on it in its ``AppConfig``.

    class MeasuringConfig(AppConfig):
        desk = (Panel("measuring/_desk.html", queries.desk_facts),)

The function is given the request and returns what the template needs, or ``None`` when there
is nothing to lay down.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from kragozor.hub.common.navigation import entries

Facts = Callable[[HttpRequest], Mapping[str, object] | None]


@dataclass(frozen=True)
class Panel:
    """A template and the facts that fill it."""

    template: str
    facts: Facts
    order: int = 50


def panels(request: HttpRequest) -> list[SafeString]:
    """Return every panel of the desk, made for this person."""
    told = [(panel.template, panel.facts(request)) for panel in entries("desk")]
    return [render_to_string(name, facts, request) for name, facts in told if facts is not None]

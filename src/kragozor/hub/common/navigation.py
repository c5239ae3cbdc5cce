"""What stands in the navigation: each app names its own entries in its ``AppConfig``.

    class MeasuringConfig(AppConfig):
        workspace = (Entry(_("Measurement"), "measuring:list"),)

``workspace`` entries stand at the side of the workspace, ``council`` ones below them for staff
and board, ``account`` ones are the tabs of "My account", ``public`` ones stand on top of the
public pages, ``foot`` ones at their end, an ``example`` beside the first button of the front page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse

# An entry whose address depends on the person is given a function; None leaves it out.
Address = Callable[[HttpRequest], str | None]


@dataclass(frozen=True)
class Entry:
    """One line of the navigation: a label and the name of a view, or a function."""

    label: str
    view: str | Address
    order: int = 50

    def address(self, request: HttpRequest) -> str | None:
        return self.view(request) if callable(self.view) else reverse(self.view)


@dataclass(frozen=True)
class Line:
    """An entry as one request sees it."""

    label: str
    address: str
    current: bool


def lines(place: str, request: HttpRequest) -> list[Line]:
    """Return the lines of one place; the current one is the longest that leads here."""
    addresses = ((entry.label, entry.address(request)) for entry in entries(place))
    found = [(label, address) for label, address in addresses if address]
    here = max((a for _label, a in found if _leads_to(a, request)), key=len, default=None)
    return [Line(label, address, current=address == here) for label, address in found]


def entries(place: str) -> list[Any]:
    """Return what the apps have for one place, in its own order."""
    declared = (entry for app in apps.get_app_configs() for entry in getattr(app, place, ()))
    return sorted(declared, key=lambda entry: entry.order)


def _leads_to(address: str, request: HttpRequest) -> bool:
    home = address == reverse("common:home")
    return request.path == address if home else request.path.startswith(address)

"""What stands in the navigation: each app names its own entries in its ``AppConfig``.

    class MeasuringConfig(AppConfig):
        workspace = (Entry(_("Measurement"), "measuring:list"),)

``workspace`` entries stand at the side of the workspace, ``public`` ones on top of the public
pages, in the order of the apps from the lowest to the highest.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

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
    found = [
        (entry.label, address)
        for entry in sorted(_entries(place), key=lambda entry: entry.order)
        if (address := entry.address(request))
    ]
    here = max((a for _label, a in found if _leads_to(a, request)), key=len, default=None)
    return [Line(label, address, current=address == here) for label, address in found]


def _entries(place: str) -> Iterator[Entry]:
    for config in reversed(list(apps.get_app_configs())):
        yield from getattr(config, place, ())


def _leads_to(address: str, request: HttpRequest) -> bool:
    home = address == reverse("common:home")
    return request.path == address if home else request.path.startswith(address)

"""A line to write in, with a list of known answers that the browser offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from django import forms

from kragozor.hub.common.languages import language
from kragozor.instruments.reference import activities, territory

# What is offered: the value that is written, and a label that explains it.
Offer = tuple[str, str]


class ListedInput(forms.TextInput):
    """Anything may be written; what is on the list is offered, without JavaScript."""

    template_name = "members/forms/listed.html"

    def __init__(self, offers: Callable[[], Iterable[Offer]], **attrs: str) -> None:
        super().__init__({"autocomplete": "off", **attrs})
        self.offers = offers

    def get_context(self, name: str, value: object, attrs: dict | None) -> dict[str, object]:
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        list_id = f"{widget['attrs'].get('id', name)}_list"
        widget["attrs"] |= {"list": list_id}
        return context | {"list_id": list_id, "offers": self.offers()}


class CodeInput(forms.TextInput):
    """A line that the browser lets stand empty: whether it may be depends on another answer."""

    def use_required_attribute(self, initial: object) -> bool:
        return False


def towns() -> Iterable[Offer]:
    """Return the towns in the language of the page, each with its district."""
    return _towns(language())


def activity_classes() -> Iterable[Offer]:
    """Return the classes of the newest edition with their titles in the language of the page."""
    return _activity_classes(language())


@cache
def _towns(language: str) -> tuple[Offer, ...]:
    named = [(_name(town, language), town.district) for town in territory.towns()]
    return tuple(
        (name, _name(territory.district(district), language)) for name, district in sorted(named)
    )


@cache
def _activity_classes(language: str) -> tuple[Offer, ...]:
    newest = activities.activities(activities.Version.KID_2025, activities.Level.CLASS)
    return tuple(
        (each.code, each.title_en if language == "en" else each.title_bg) for each in newest
    )


def _name(place: territory.Town | territory.District, language: str) -> str:
    return place.name_en if language == "en" else place.name_bg

"""Tags for the frames that pages stand in."""

from django import template

from kragozor.hub.common import navigation

register = template.Library()


@register.simple_tag(takes_context=True)
def navigation_lines(context: template.Context, place: str) -> list[navigation.Line]:
    """Return the navigation of a place: ``{% navigation_lines "workspace" as lines %}``."""
    request = context.get("request")
    return navigation.lines(place, request) if request else []

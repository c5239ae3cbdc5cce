"""What the columns of inventories and results say, in the language of the page."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString

from kragozor.hub.common.languages import absolute_address, language
from kragozor.hub.measuring import overview, wording
from kragozor.hub.measuring.declaration import Draft, SectionState
from kragozor.hub.measuring.models import Assessment, Inventory, ShareLink

register = template.Library()


@register.filter
def period(item: Inventory | Assessment) -> str:
    """``{{ inventory|period }}``: a year, or two days; nothing while it is open."""
    return overview.period(item, language())


@register.filter
def number(assessment: Assessment) -> str:
    """``{{ assessment|number }}``: the headline number as the page of the result shows it."""
    return wording.headline_number(assessment, language())


@register.filter
def is_outdated(assessment: Assessment) -> bool:
    """``{{ assessment|is_outdated }}``: whether it was measured by an older method."""
    return wording.is_outdated(assessment)


@register.filter
def figure(assessment: Assessment) -> str:
    """``{{ assessment|figure }}``: what the headline number is called."""
    return wording.figure_name(assessment.headline, language())


@register.filter
def ring(assessment: Assessment) -> SafeString:
    """``{{ assessment|ring }}``: the dial of a result in a list."""
    return wording.dial(assessment, language())


@register.filter
def sentence(problem: Mapping[str, Any]) -> str:
    """``{{ problem|sentence }}``: what is wrong with a file, in words."""
    return str(problem["sentence"][language()])


@register.filter
def address(link: ShareLink) -> str:
    """``{{ link|address }}``: the whole address of a link, to be copied."""
    return absolute_address(reverse("measuring:shared", args=[link.token]))


@register.filter
def section_after(draft: Draft, name: str) -> SectionState | None:
    """``{{ draft|section_after:"inflows" }}``: the section to go on with."""
    names = [state.name for state in draft.states]
    following = names.index(name) + 1 if name in names else len(names)
    return draft.states[following] if following < len(names) else None


@register.simple_tag(takes_context=True)
def room_of(context: template.Context, organisation: Any) -> overview.Room:
    """``{% room_of organisation as room %}``: what an organisation has, as this person sees it."""
    return overview.rooms([organisation], context["request"].user)[0]

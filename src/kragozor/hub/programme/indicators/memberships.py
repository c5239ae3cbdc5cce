"""Pillars, their members, and the districts they come from."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kragozor.hub.directory.queries import PillarThen
from kragozor.hub.members.enums import PILLARS, Side
from kragozor.hub.programme.indicators.facts import Facts, Sides
from kragozor.hub.programme.indicators.value import Part, Value
from kragozor.instruments.reference import territory


def pillars(facts: Facts, day: date) -> Value:
    """The pillars that are a pillar in fact: with a purpose, a lead and members."""
    counts = facts.pillar_counts(day)
    parts, whole = [], 0
    for pillar in facts.pillars(day):
        missing = _lacking(pillar, counts[pillar.code])
        whole += not missing
        parts.append(
            Part(pillar.name, ", ".join(missing) or _("with a purpose, a lead and members"))
        )
    return Value(whole, tuple(parts))


def smallest_pillar(facts: Facts, day: date) -> Value:
    """The members of the pillar that has the fewest, with those of each."""
    counts = facts.pillar_counts(day)
    parts = tuple(Part(str(name), sides_text(counts[code])) for code, name in PILLARS)
    return Value(min(counts[code].total() for code, _name in PILLARS), parts)


def districts(facts: Facts, day: date) -> Value:
    """The districts that members come from, with the regions they lie in."""
    found = facts.districts(day)
    regions = {territory.district(code).region for code in found}
    text = _("%(count)s of %(all)s") % {"count": len(regions), "all": len(territory.regions())}
    return Value(len(found), (Part(_("Regions with members"), text),))


def sides_text(counts: Sides) -> str:
    """Return how many members a pillar has, business and academia apart."""
    parts = {
        "business": counts[Side.BUSINESS],
        "academia": counts[Side.ACADEMIA],
        "others": counts[Side.OTHER],
    }
    text = ngettext(
        "%(count)s member: business %(business)s, academia %(academia)s, others %(others)s",
        "%(count)s members: business %(business)s, academia %(academia)s, others %(others)s",
        counts.total(),
    )
    return text % {"count": counts.total(), **parts}


def _lacking(pillar: PillarThen, counts: Sides) -> list[str]:
    """Return what a pillar is still without."""
    missing = []
    if not (pillar.purpose_bg or pillar.purpose_en):
        missing.append(_("no purpose yet"))
    if pillar.lead_id is None:
        missing.append(_("no lead yet"))
    if not counts.total():
        missing.append(_("no members yet"))
    return missing

"""The page that lists the records behind a live value: the evidence, one click away."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from kragozor.hub.programme.plans import Plan

PAGES = {
    "pillars": "members:list",
    "smallest_pillar": "members:list",
    "districts": "members:list",
    "companies_measured": "measuring:home",
    "companies_measured_again": "measuring:home",
}


def records_of(plan: Plan) -> dict[str, str] | None:
    """Return the name and address of the records; None where evidence stands in for them."""
    if not plan.is_live:
        return None
    page = PAGES[plan.source]
    label = _("The inventories") if page == "measuring:home" else _("The members")
    return {"label": label, "address": reverse(page)}

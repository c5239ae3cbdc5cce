"""The page that lists the records behind a live value: the evidence, one click away."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kragozor.hub.programme.plans import Plan


@dataclass(frozen=True)
class Page:
    """A page that lists records, and what they are."""

    label: str | Promise
    view: str

    @property
    def address(self) -> str:
        return reverse(self.view)


INVENTORIES = Page(_("The inventories"), "measuring:home")
PAGES = {
    "pillars": Page(_("The pillars"), "directory:pillars"),
    "smallest_pillar": Page(_("The members"), "members:council"),
    "districts": Page(_("The districts"), "directory:regions"),
    "companies_measured": INVENTORIES,
    "companies_measured_again": INVENTORIES,
}
# Of members everybody sees those that agreed to it; of inventories nothing.
PUBLIC = {
    "pillars": PAGES["pillars"],
    "smallest_pillar": Page(_("The members"), "directory:members"),
    "districts": PAGES["districts"],
}


def records_of(plan: Plan) -> Page | None:
    """Return where the Council finds the records; None where evidence stands in for them."""
    return PAGES[plan.source] if plan.is_live else None


def records_shown(plan: Plan) -> Page | None:
    """Return where everybody finds them, as far as they are public."""
    return PUBLIC.get(plan.source)

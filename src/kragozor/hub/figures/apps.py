"""Figures of the cluster and its pillars: who takes part, what was published, what is withheld."""

from django.apps import AppConfig
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.navigation import Entry


def agreements_address(request: HttpRequest) -> str | None:
    """Lead those to their companies who act for any; the Council has its own page of this name."""
    return None if request.user.sees_council else reverse("figures:agreements")


class FiguresConfig(AppConfig):
    name = "kragozor.hub.figures"
    label = "figures"
    verbose_name = _("Figures of the cluster")
    personal = "kragozor.hub.figures.personal.FIELDS"
    public = (Entry(_("Figures"), "figures:published", order=36),)
    workspace = (Entry(_("Figures of the cluster"), agreements_address, order=40),)
    council = (Entry(_("Figures of the cluster"), "figures:council", order=15),)
    demonstration = "kragozor.hub.figures.demonstration.load"

"""Figures of the cluster and its pillars: who takes part, what was published, what is withheld."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.navigation import Entry


class FiguresConfig(AppConfig):
    name = "kragozor.hub.figures"
    label = "figures"
    verbose_name = _("Figures of the cluster")
    personal = "kragozor.hub.figures.personal.FIELDS"
    public = (Entry(_("Figures"), "figures:published", order=36),)
    workspace = (Entry(_("Figures of the cluster"), "figures:agreements", order=40),)
    council = (Entry(_("Figures of the cluster"), "figures:council", order=15),)
    demonstration = "kragozor.hub.figures.demonstration.load"

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.navigation import Entry


class ReferenceConfig(AppConfig):
    name = "kragozor.hub.reference"
    label = "reference"
    verbose_name = _("Reference tables")
    around_jobs = ("kragozor.hub.reference.titles.official_titles_shown",)
    personal = "kragozor.hub.reference.personal.FIELDS"
    council = (
        Entry(_("Parameters"), "reference:parameters", order=63),
        Entry(_("Official tables"), "reference:batches", order=64),
    )
    demonstration = "kragozor.hub.reference.demonstration.load"

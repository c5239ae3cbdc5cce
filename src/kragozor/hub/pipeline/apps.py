from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.desk import Panel
from kragozor.hub.common.navigation import Entry


class PipelineConfig(AppConfig):
    name = "kragozor.hub.pipeline"
    label = "pipeline"
    verbose_name = _("Recruitment")
    council = (Entry(pgettext_lazy("navigation", "Recruitment"), "pipeline:board", order=20),)
    desk = (Panel("pipeline/_desk.html", "kragozor.hub.pipeline.desk.desk_facts", order=40),)
    personal = "kragozor.hub.pipeline.personal.FIELDS"
    demonstration = "kragozor.hub.pipeline.demonstration.load"

from collections.abc import Mapping

from django.apps import AppConfig
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.desk import Panel
from kragozor.hub.common.navigation import Entry


def desk_facts(request: HttpRequest) -> Mapping[str, object] | None:
    """Models are not there yet when the apps are named."""
    from kragozor.hub.pipeline import desk

    return desk.desk_facts(request)


class PipelineConfig(AppConfig):
    name = "kragozor.hub.pipeline"
    label = "pipeline"
    verbose_name = _("Recruitment")
    council = (Entry(pgettext_lazy("navigation", "Recruitment"), "pipeline:board", order=20),)
    desk = (Panel("pipeline/_desk.html", desk_facts, order=40),)
    personal = "kragozor.hub.pipeline.personal.FIELDS"
    demonstration = "kragozor.hub.pipeline.demonstration.load"

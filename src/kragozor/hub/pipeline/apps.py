from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PipelineConfig(AppConfig):
    name = "kragozor.hub.pipeline"
    label = "pipeline"
    verbose_name = _("Recruitment")
    demonstration = "kragozor.hub.pipeline.demonstration.load"

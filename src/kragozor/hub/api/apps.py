from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.navigation import Entry


class ApiConfig(AppConfig):
    name = "kragozor.hub.api"
    label = "api"
    verbose_name = _("For programs")
    foot = (Entry(_("API"), "api_docs"),)

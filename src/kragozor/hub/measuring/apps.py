from django.apps import AppConfig
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.desk import Panel
from kragozor.hub.common.navigation import Entry


def example_address(request: HttpRequest) -> str | None:
    from kragozor.hub.measuring import desk

    return desk.example_address(request)


class MeasuringConfig(AppConfig):
    name = "kragozor.hub.measuring"
    label = "measuring"
    verbose_name = _("Measuring")
    personal = "kragozor.hub.measuring.personal.FIELDS"
    exports = ("kragozor.hub.measuring.takeaway.files_of",)
    workspace = (Entry(pgettext_lazy("navigation", "Measuring"), "measuring:home", order=20),)
    public = (Entry(_("Examples"), "measuring:examples"),)
    example = (Entry(_("See an example"), example_address),)
    desk = (Panel("measuring/_desk.html", "kragozor.hub.measuring.desk.desk_facts"),)
    chores = ("kragozor.hub.measuring.services.uploads.uploads_purge",)
    demonstration = "kragozor.hub.measuring.demonstration.load"

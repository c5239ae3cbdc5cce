from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.navigation import Entry


class RecordsConfig(AppConfig):
    name = "kragozor.hub.records"
    label = "records"
    verbose_name = _("Records")
    personal = "kragozor.hub.records.personal.FIELDS"
    council = (
        Entry(_("Imports"), "records:imports", order=60),
        Entry(_("Duplicates"), "records:duplicates", order=61),
        Entry(_("Exports"), "records:exports", order=62),
    )
    chores = (
        "kragozor.hub.records.services.imports.imports_purge",
        "kragozor.hub.records.services.exporting.exports_purge",
    )

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.desk import Panel
from kragozor.hub.common.navigation import Entry


class PrivacyConfig(AppConfig):
    name = "kragozor.hub.privacy"
    label = "privacy"
    verbose_name = _("Privacy")
    account = (Entry(_("My data"), "privacy:mine", order=80),)
    council = (
        Entry(_("Personal data"), "privacy:registry", order=80),
        Entry(pgettext_lazy("navigation", "Letters"), "privacy:letters", order=82),
    )
    desk = (Panel("privacy/_desk.html", "kragozor.hub.privacy.desk.desk_facts", order=80),)
    personal = "kragozor.hub.privacy.personal.FIELDS"
    chores = (
        "kragozor.hub.privacy.services.replay.erasures_replay",
        "kragozor.hub.privacy.services.requests.erasures_carry_out",
        "kragozor.hub.privacy.services.overdue.overdue_purge",
        "kragozor.hub.privacy.services.exports.own_data_purge",
        "kragozor.hub.privacy.services.files.files_purge",
    )

"""What of the figures is personal: who agreed for an organisation, and who published."""

from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.personal import reference

FIELDS = (
    reference(
        "figures.Agreement",
        "by",
        what=_("who agreed for an organisation that its numbers are counted, or withdrew it"),
        purpose=_("to prove that the organisation agreed"),
        retention_text=_("as long as the figures are published, without the name once erased"),
    ),
    reference(
        "figures.Publication",
        "published_by",
        what=_("who published figures of the cluster"),
        purpose=_("to account for what was published"),
        retention_text=_("as long as the figures are published, without the name once erased"),
    ),
)

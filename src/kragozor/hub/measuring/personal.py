"""What of measuring is personal: who did something. The facts and results are the company's."""

from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.personal import reference

PURPOSE = _("to know who declared, measured and shared what of a company")
RETENTION = _("as long as the company’s data, without the name once erased")


DECLARED = {"purpose": PURPOSE, "retention_text": RETENTION}

FIELDS = (
    reference(
        "measuring.Inventory",
        "created_by",
        "updated_by",
        what=_("who began and who last changed an inventory"),
        **DECLARED,
    ),
    reference("measuring.Assessment", "created_by", what=_("who measured"), **DECLARED),
    reference("measuring.Upload", "created_by", what=_("who sent a file"), **DECLARED),
    reference("measuring.ShareLink", "created_by", what=_("who shared a result"), **DECLARED),
)

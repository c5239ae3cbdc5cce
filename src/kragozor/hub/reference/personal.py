"""What of the reference tables is personal: who changed a value, who brought a file."""

from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.personal import reference

RETENTION = _("as long as results are explained by it, without the name once erased")

FIELDS = (
    reference(
        "reference.ParameterChange",
        "by",
        what=_("who changed a parameter"),
        purpose=_("to account for the values that results rest on"),
        retention_text=RETENTION,
    ),
    reference(
        "reference.Batch",
        "sent_by",
        "applied_by",
        "undone_by",
        what=_("who brought in an official table, applied or undid it"),
        purpose=_("to account for the values that results rest on"),
        retention_text=RETENTION,
    ),
)

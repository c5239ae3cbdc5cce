"""What of the reference tables is personal: who changed a value, who brought a file."""

from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.personal import mention, reference

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
    mention(
        "reference.ParameterChange",
        "reason",
        "source",
        what=_("why a parameter was changed and where it comes from, where that names somebody"),
        purpose=_("to account for the values that results rest on"),
        retention_text=RETENTION,
    ),
    mention(
        "reference.Batch",
        "original_name",
        "origin",
        "refused",
        what=_("the name of an official file and its refused values, where they name somebody"),
        purpose=_("to account for the values that results rest on"),
        retention_text=RETENTION,
    ),
)

"""What to measure, and the file that declares it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kragozor.files.limits import MAX_BYTES, MEGABYTE
from kragozor.hub.measuring.enums import KINDS
from kragozor.hub.members.enums import PILLARS


class StartForm(forms.Form):
    """A new inventory in forms."""

    kind = forms.ChoiceField(label=_("What you measure"), choices=KINDS)
    pillar = forms.ChoiceField(label=_("Sector"), choices=PILLARS)


class UploadForm(forms.Form):
    """A filled workbook, or the same facts as JSON."""

    file = forms.FileField(
        label=_("Filled workbook (.xlsx) or JSON"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.json"}),
        allow_empty_file=True,
    )

    def __init__(self, *args: object, too_large: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.too_large = too_large
        limit = {"limit": MAX_BYTES // MEGABYTE}
        field = self.fields["file"]
        field.help_text = _("At most %(limit)s MB. Nothing is stored until it is right.") % limit
        field.error_messages["required"] = (
            _("The file is larger than %(limit)s MB. It was not read.") % limit
            if too_large
            else _("Choose a file.")
        )

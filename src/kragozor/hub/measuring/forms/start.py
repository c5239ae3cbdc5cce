"""What to measure, and the file that declares it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.uploads import SentFileForm
from kragozor.hub.measuring.enums import KINDS
from kragozor.hub.members.enums import PILLARS


class StartForm(forms.Form):
    """A new inventory in forms."""

    kind = forms.ChoiceField(label=_("What you measure"), choices=KINDS)
    pillar = forms.ChoiceField(label=_("Sector"), choices=PILLARS)


class UploadForm(SentFileForm):
    """A filled workbook, or the same facts as JSON."""

    file = forms.FileField(
        label=_("Filled workbook (.xlsx) or JSON"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.json"}),
        allow_empty_file=True,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        hint = _("At most %(limit)s MB. Nothing is stored until it is right.")
        self.fields["file"].help_text = hint % self.limit

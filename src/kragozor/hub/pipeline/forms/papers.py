"""Notes and documents."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.uploads import SentFileForm

# How a file of each kind begins; the newer office files are all ZIP archives.
ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BEGINNINGS = {
    "pdf": b"%PDF-",
    "png": b"\x89PNG\r\n\x1a\n",
    "jpg": b"\xff\xd8\xff",
    "jpeg": b"\xff\xd8\xff",
    "webp": b"RIFF",
    "docx": ZIP,
    "xlsx": ZIP,
    "pptx": ZIP,
    "odt": ZIP,
    "ods": ZIP,
    "odp": ZIP,
    "doc": OLD_OFFICE,
    "xls": OLD_OFFICE,
    "ppt": OLD_OFFICE,
}


class NoteForm(forms.Form):
    """What was said, decided, learned."""

    text = forms.CharField(
        label=_("New note"),
        help_text=_("Write about the work, not about the private life of people."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DocumentForm(SentFileForm):
    """A file to be kept with the card."""

    file = forms.FileField(
        label=_("New document"),
        max_length=200,
        widget=forms.ClearableFileInput(
            attrs={"accept": ",".join(f".{kind}" for kind in BEGINNINGS)}
        ),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        hint = _("PDF, an image or an office file, at most %(limit)s MB.")
        self.fields["file"].help_text = hint % self.limit

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        kind = file.name.rpartition(".")[2].lower()
        if kind not in BEGINNINGS:
            raise ValidationError(_("Files of this kind are not kept. Save it as PDF."))
        beginning = BEGINNINGS[kind]
        if next(file.chunks(), b"")[: len(beginning)] != beginning:
            raise ValidationError(
                _("The file is not what its name says. Open it and save it anew.")
            )
        file.seek(0)
        return file

"""Files that people send: one that is too large is never held, never parsed, and told of."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from kragozor.files.limits import MAX_BYTES, MEGABYTE


class TooLarge(FileUploadHandler):
    """Skips a file that grows beyond the limit, and notes on the request that it did.

    The rest of the request is read and thrown away, so that the sender gets an answer instead
    of a broken connection.
    """

    def new_file(self, *args: object, **kwargs: object) -> None:
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > MAX_BYTES:
            self.request.upload_is_too_large = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile | None:
        return None


def sent_with(request: HttpRequest) -> dict[str, Any]:
    """Return the files of a request, and whether one was too large, as a form takes them."""
    files = request.FILES or None  # Reading them is what finds out whether one is too large.
    return {"files": files, "too_large": getattr(request, "upload_is_too_large", False)}


class SentFileForm(forms.Form):
    """A form with a field ``file`` that must be filled; a subclass says what it is for."""

    # In bytes; what is beyond `MAX_BYTES` does not get as far as the form.
    largest = MAX_BYTES

    def __init__(self, *args: object, too_large: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.limit = {"limit": self.largest // MEGABYTE}
        self.too_large = _("The file is larger than %(limit)s MB. It was not read.") % self.limit
        # A file that was dropped while it arrived seems to be missing.
        missing = self.too_large if too_large else _("Choose a file.")
        self.fields["file"].error_messages["required"] = missing

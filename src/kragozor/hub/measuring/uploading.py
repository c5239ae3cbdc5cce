"""A file that is too large is dropped while it arrives: it is never held, and never parsed."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from kragozor.files.limits import MAX_BYTES


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

"""Files that people send, and what a form says of one that is too large."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.utils.translation import override

from kragozor.hub.common import uploads
from kragozor.hub.common.uploads import SentFileForm, TooLarge, sent_with


class PaperForm(SentFileForm):
    """A file of at most two megabytes."""

    largest = 2 * 1024 * 1024
    file = forms.FileField(label="Paper")


def sent(content: bytes) -> PaperForm:
    request = RequestFactory().post("/", {"file": SimpleUploadedFile("paper.pdf", content)})
    request.upload_handlers.insert(0, TooLarge(request))
    return PaperForm(request.POST, **sent_with(request))


def test_a_file_comes_to_its_form():
    form = sent(b"%PDF-")
    assert form.is_valid()
    assert form.cleaned_data["file"].read() == b"%PDF-"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("bg", "Файлът е по-голям от 2 MB и не е прочетен."),
        ("en", "The file is larger than 2 MB. It was not read."),
    ],
)
def test_one_that_is_too_large_is_dropped_and_told(monkeypatch, language, told):
    monkeypatch.setattr(uploads, "MAX_BYTES", 4)
    with override(language):
        assert sent(b"%PDF-").errors == {"file": [told]}


def test_a_file_that_was_not_chosen_is_asked_for():
    request = RequestFactory().post("/", {})
    with override("en"):
        assert PaperForm(request.POST, **sent_with(request)).errors == {"file": ["Choose a file."]}

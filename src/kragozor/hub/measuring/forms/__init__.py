"""The few forms that are not facts."""

from kragozor.hub.measuring.forms.sharing import ShareForm
from kragozor.hub.measuring.forms.start import StartForm, UploadForm

__all__ = ["ShareForm", "StartForm", "UploadForm"]

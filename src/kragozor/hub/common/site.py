"""What this installation is called."""

from django.conf import settings
from django.utils.translation import gettext


def site_name() -> str:
    """Return the operator's name for the site, else the product's in the reader's language."""
    return settings.SITE_NAME or gettext("Kragozor")

"""The letters this room sends: that an erasure was asked for, and that it is done."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.languages import absolute_address
from kragozor.hub.common.letters import letter
from kragozor.hub.common.site import site_name
from kragozor.hub.privacy.models import ErasureRequest

SUBJECTS = {"asked": _("Your data will be erased"), "done": _("Your data are erased")}


def asked_letter(request: ErasureRequest) -> EmailMessage:
    """Return the letter that says what will happen, when, and how to prevent it."""
    return _letter("asked", request)


def done_letter(request: ErasureRequest) -> EmailMessage:
    """Return the last letter, made before the address is forgotten."""
    return _letter("done", request)


def _letter(name: str, request: ErasureRequest) -> EmailMessage:
    with translation.override(request.language):
        return letter(
            request.address,
            f"{site_name()}: {SUBJECTS[name]}",
            f"privacy/letters/{name}.txt",
            request=request,
            address=absolute_address(reverse("privacy:mine")),
            contact=settings.PRIVACY_CONTACT,
        )

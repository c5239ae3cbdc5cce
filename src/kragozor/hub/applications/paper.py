"""The declaration of one application, in words: what is to be signed, outside and of free will."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kragozor.hub.applications.models import Application
from kragozor.hub.applications.told import Told, told_of
from kragozor.hub.common.languages import language
from kragozor.reports.declaration import DeclarationText, Part, declaration_pdf


def application_pdf(application: Application) -> bytes:
    """Return the declaration in the language of the page."""
    return declaration_pdf(
        DeclarationText(
            language=language(),
            title=_("Application for membership and declaration"),
            addressee=_(
                "To the Council-Cluster “Circular Economy: the Green Alternative for Bulgaria”"
            ),
            lead=_("The organisation below applies for membership in the Council."),
            parts=tuple(map(_part, told_of(application))),
            heading=_("On its behalf I declare"),
            statements=(
                _("that I may represent it, or was authorised by who represents it;"),
                _("that what is written here is true, and that changes will be told;"),
                _("that it shares the aims of the Council and will keep its rules."),
            ),
            note=_(
                "It can be signed by hand or with a qualified electronic signature, as a PDF. "
                "The signature is not required for the application to be considered."
            ),
            lines=(pgettext("of a person", "Name"), _("Date"), _("Signature")),
            page=_("Page {page} of {pages}"),
            date=timezone.localdate(),
        )
    )


def _part(told: Told) -> Part:
    rows = tuple((str(label), str(value)) for label, value in told.rows if value)
    return Part(str(told.heading), rows)

"""The offices that the Council gives to people, and the purposes people may consent to."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Office(models.TextChoices):
    """What somebody is to the Council; a person may hold several offices at once."""

    EXPERT = "expert", pgettext_lazy("office", "Expert")
    STAFF = "staff", pgettext_lazy("office", "Staff")
    BOARD = "board", pgettext_lazy("office", "Board")
    ADMINISTRATOR = "administrator", pgettext_lazy("office", "Administrator")


# Who acts for the Council on its pages, and who reads them.
WORKERS = frozenset({Office.STAFF, Office.ADMINISTRATOR})
COUNCIL = WORKERS | {Office.BOARD}

MEANINGS = {
    Office.EXPERT: _("helps members who ask for it, and sees of them what they show"),
    Office.STAFF: _(
        "works on the Council’s pages; sees the numbers of a company only while it lets them"
    ),
    Office.BOARD: _("reads what staff read about companies, their numbers never; changes nothing"),
    Office.ADMINISTRATOR: _("does what staff do, gives and ends offices, looks after the hub"),
}


class Purpose(models.TextChoices):
    """What a person may consent to; each is asked for, given and withdrawn by itself."""

    NEWS = "news", _("News and funding letters")
    EVENTS = "events", _("Invitations to events")
    CONTACT = "contact", _("Contact on public pages")
    PHOTOS = "photos", _("Photographs of events")


# The words a person agrees to: they are kept with each consent, as they were shown.
WORDS = {
    Purpose.NEWS: _(
        "The Council may write to me about its work, about calls for funding and about changes "
        "in the rules that concern my sector."
    ),
    Purpose.EVENTS: _(
        "The Council may invite me by letter to its trainings, meetings and conferences."
    ),
    Purpose.CONTACT: _(
        "My name, position, e-mail address and telephone may stand as a contact on the public "
        "page of the member I act for. If I lead a pillar, my name may stand on its page."
    ),
    Purpose.PHOTOS: _(
        "Photographs of the Council’s events on which I can be recognised may be published on "
        "its pages and in its reports."
    ),
}


class Source(models.TextChoices):
    """How a person told us that they consent or withdraw."""

    ACCOUNT = "account", _("on the page of their account")
    APPLICATION = "application", _("in an application for membership")
    LETTER = "letter", _("by the link in a letter")
    STAFF = "staff", _("told to the Council’s staff")

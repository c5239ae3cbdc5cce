"""The few words that say what an organisation is and what a person may do for it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.instruments.inventory import Pillar

PILLARS = [
    (Pillar.TEXTILES.value, _("Textiles")),
    (Pillar.PLASTICS.value, _("Plastics and packaging")),
    (Pillar.AGRIFOOD.value, _("Agriculture and food")),
]


class OrganisationKind(models.TextChoices):
    BUSINESS = "business", pgettext_lazy("organisation", "Company")
    ACADEMIA = "academia", _("University or research institute")
    PUBLIC = "public", _("Public body")
    ASSOCIATION = "association", _("Association or cluster")


class Role(models.TextChoices):
    """What a person may do for an organisation; each role may all that the next one may."""

    OWNER = "owner", pgettext_lazy("role", "Owner")
    EDITOR = "editor", pgettext_lazy("role", "Editor")
    READER = "reader", pgettext_lazy("role", "Reader")

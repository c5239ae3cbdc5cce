"""An organisation: a company, a university, an association, known by its ЕИК."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import In
from django.utils.translation import gettext_lazy as _

from kragozor.hub.members.enums import PILLARS, OrganisationKind
from kragozor.hub.members.facts.model import OrganisationFacts


class Organisation(OrganisationFacts):
    """What acts through people and owns its numbers. Its ЕИК is its key to the world outside."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # A demonstration company has none, since each valid code may be that of a real one; nor has
    # a person, whose own number is never stored.
    eik = models.CharField(_("ЕИК"), max_length=13, unique=True, null=True, blank=True)
    # The sector it measures in; the pillars it is a member of are dated, in PillarMembership.
    pillar = models.CharField(_("sector"), max_length=20, choices=PILLARS)
    is_demonstration = models.BooleanField(_("demonstration"), default=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    # Found to be another record of the same organisation: out of sight, and still whole.
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name=_("merged into"),
    )
    # The stems of all its public words, kept by `search`; see there.
    search_text = models.TextField(editable=False, default="", blank=True)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_demonstration=True, eik__isnull=True)
                | Q(is_demonstration=False, eik__isnull=False)
                | Q(kind=OrganisationKind.PERSON, eik__isnull=True),
                name="organisation_has_eik_unless_demonstration",
            ),
            models.CheckConstraint(
                condition=Q(eik__isnull=True) | Q(In(Length("eik"), [9, 13])),
                name="organisation_eik_has_9_or_13_digits",
            ),
            models.CheckConstraint(
                condition=Q(pillar__in=[value for value, _label in PILLARS]),
                name="organisation_pillar_is_known",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=OrganisationKind.values), name="organisation_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(activity_code="", activity_version="")
                | ~Q(activity_code="") & ~Q(activity_version=""),
                name="organisation_activity_has_its_edition",
            ),
        ]

    def __str__(self) -> str:
        return self.name

"""An application for membership: begun by a visitor, kept by a link, decided by the Council."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.applications import rules
from kragozor.hub.applications.enums import CLOSED, State
from kragozor.hub.members.enums import PILLARS
from kragozor.hub.members.facts.model import OrganisationFacts


class Application(OrganisationFacts):
    """The facts about who applies; a draft may have any of them missing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    state = models.CharField(
        pgettext_lazy("application", "state"), max_length=12, choices=State, default=State.DRAFT
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    applicant_name = models.CharField(_("name of the applicant"), max_length=150)
    applicant_email = models.EmailField(_("e-mail address of the applicant"))
    # Empty for a person, whose own number is never asked for.
    eik = models.CharField(_("ЕИК"), max_length=13, blank=True, default="")
    pillars = models.JSONField(_("pillars"), default=list, blank=True)
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)
    sent_at = models.DateTimeField(pgettext_lazy("application", "sent"), null=True, blank=True)
    reviewed_at = models.DateTimeField(_("taken into review"), null=True, blank=True)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reviewed by"),
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    organisation = models.ForeignKey(
        "members.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="applications",
        verbose_name=_("organisation"),
    )
    is_demonstration = models.BooleanField(
        pgettext_lazy("application", "demonstration"), default=False
    )

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-sent_at", "-created_at", "id"]
        indexes = [
            models.Index(fields=["state", "-sent_at"], name="application_by_state"),
            models.Index(fields=["applicant_email"], name="application_by_address"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="application_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(applicant_email=Lower("applicant_email")),
                name="application_email_is_lower_case",
            ),
            models.CheckConstraint(
                condition=Q(state__in=CLOSED, closed_at__isnull=False)
                | ~Q(state__in=CLOSED) & Q(closed_at__isnull=True),
                name="application_closed_when_over",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[State.DRAFT, State.WITHDRAWN]) | Q(sent_at__isnull=False),
                name="application_sent_before_review",
            ),
            models.CheckConstraint(
                condition=Q(state=State.APPROVED, organisation__isnull=False)
                | ~Q(state=State.APPROVED) & Q(organisation__isnull=True),
                name="application_approved_has_organisation",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.applicant_name

    @property
    def pillar_names(self) -> list[str]:
        """The pillars it asks for, in words."""
        return [str(label) for value, label in PILLARS if value in self.pillars]

    @property
    def link_until(self) -> datetime | None:
        """When its links stop to work; None while the Council has not decided."""
        if self.state == State.DRAFT:
            return self.changed_at + rules.DRAFT_LIFE
        return self.closed_at + rules.LINK_LIFE if self.closed_at else None

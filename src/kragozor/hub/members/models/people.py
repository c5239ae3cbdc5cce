"""Who acts for an organisation, whom it lets see its numbers, whom it invites.

Nothing here is deleted: a representation or a grant ends, and the record of it stays.
"""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kragozor.hub.members.enums import Role
from kragozor.hub.members.models.organisation import Organisation


class Representation(models.Model):
    """One person acting for one organisation in one role, from a moment until another."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="representations", verbose_name=_("organisation")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="representations",
        verbose_name=_("person"),
    )
    role = models.CharField(_("role"), max_length=10, choices=Role)
    since = models.DateTimeField(_("since"), default=timezone.now)
    until = models.DateTimeField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("representation")
        verbose_name_plural = _("representations")
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person"],
                condition=Q(until__isnull=True),
                name="representation_current_once",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="representation_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(role__in=Role.values), name="representation_role_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.organisation}: {self.get_role_display()}"

    @property
    def is_current(self) -> bool:
        return self.until is None


class AccessGrant(models.Model):
    """Leave for one named staff person to see an organisation's numbers, up to a day."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="grants", verbose_name=_("organisation")
    )
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="grants",
        verbose_name=_("staff person"),
    )
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("granted by")
    )
    since = models.DateTimeField(_("since"), default=timezone.now)
    until = models.DateField(_("last day"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    class Meta:
        verbose_name = _("access grant")
        verbose_name_plural = _("access grants")
        ordering = ["-since", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "staff"],
                condition=Q(revoked_at__isnull=True),
                name="grant_standing_once",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True) | Q(revoked_at__gte=F("since")),
                name="grant_is_revoked_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff}, {self.organisation}"


class Invitation(models.Model):
    """A letter that asks somebody to act for an organisation; its link is stored as a hash."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="invitations", verbose_name=_("organisation")
    )
    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=10, choices=Role)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("invited by")
    )
    created_at = models.DateTimeField(_("sent"), auto_now_add=True)
    expires_at = models.DateTimeField(_("expires"))
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("accepted by"),
    )
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "email"],
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True),
                name="invitation_open_once",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True, accepted_by__isnull=True)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="invitation_is_accepted_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(email=Lower("email")), name="invitation_email_is_lower_case"
            ),
            models.CheckConstraint(
                condition=Q(role__in=Role.values), name="invitation_role_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email}, {self.organisation}"

    @property
    def is_open(self) -> bool:
        settled = self.accepted_at or self.revoked_at
        return not settled and self.expires_at > timezone.now()

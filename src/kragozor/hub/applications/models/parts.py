"""What belongs to an application: its links, its people, its offers and needs, its consents."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from kragozor.hub.applications.models.application import Application
from kragozor.hub.members.enums import Direction, Role, Topic
from kragozor.hub.people.enums import Purpose


class ApplicationLink(models.Model):
    """One mailed link. Each letter has its own, since only hashes of their secrets are kept."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        verbose_name = _("link to an application")
        verbose_name_plural = _("links to applications")

    def __str__(self) -> str:
        return str(self.application)


class RepresentativeNamed(models.Model):
    """Somebody who is to act for the organisation once it is a member."""

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="representatives", verbose_name=_("application")
    )
    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("e-mail address"))
    phone = models.CharField(_("telephone"), max_length=40, blank=True, default="")
    position = models.CharField(_("position"), max_length=120, blank=True, default="")
    role = models.CharField(_("role"), max_length=10, choices=Role)

    class Meta:
        verbose_name = _("representative in an application")
        verbose_name_plural = _("representatives in applications")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "email"], name="application_names_a_person_once"
            ),
            models.CheckConstraint(
                condition=Q(email=Lower("email")), name="application_person_email_is_lower_case"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OfferMade(models.Model):
    """One thing that the applicant offers or seeks."""

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="offers", verbose_name=_("application")
    )
    direction = models.CharField(_("offered or sought"), max_length=10, choices=Direction)
    topic = models.CharField(_("topic"), max_length=20, choices=Topic)
    text = models.CharField(_("in words"), max_length=300)

    class Meta:
        verbose_name = _("offer or need in an application")
        verbose_name_plural = _("offers and needs in applications")
        ordering = ["direction", "id"]

    def __str__(self) -> str:
        return self.text


class ConsentGiven(models.Model):
    """One purpose the applicant agrees to, with the words they read and when."""

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="consents", verbose_name=_("application")
    )
    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose)
    words = models.TextField(_("words shown"))
    at = models.DateTimeField(_("given"))
    # Until the applicant has an account, the consent waits here.
    carried_at = models.DateTimeField(_("carried over to the account"), null=True, blank=True)

    class Meta:
        verbose_name = _("consent in an application")
        verbose_name_plural = _("consents in applications")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "purpose"], name="application_consents_once"
            )
        ]

    def __str__(self) -> str:
        return self.get_purpose_display()

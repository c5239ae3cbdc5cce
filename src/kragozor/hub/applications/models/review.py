"""What the Council asks about an application, and what it decides: once, and for good."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.applications.enums import Outcome
from kragozor.hub.applications.models.application import Application
from kragozor.hub.common.append_only import AppendOnly


class Question(AppendOnly):
    """A question to the applicant, as it was mailed."""

    application = models.ForeignKey(
        Application, models.CASCADE, related_name="questions", verbose_name=_("application")
    )
    text = models.TextField(_("question"), max_length=2000)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)

    class Meta:
        verbose_name = _("question to an applicant")
        verbose_name_plural = _("questions to applicants")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text

    @property
    def is_answered(self) -> bool:
        return hasattr(self, "answer")


class Answer(AppendOnly):
    """What the applicant answered; there is one to a question."""

    question = models.OneToOneField(
        Question, models.CASCADE, related_name="answer", verbose_name=_("question")
    )
    text = models.TextField(_("answer"), max_length=5000)
    answered_at = models.DateTimeField(_("answered"), default=timezone.now)

    class Meta:
        verbose_name = _("answer of an applicant")
        verbose_name_plural = _("answers of applicants")

    def __str__(self) -> str:
        return self.text


class Decision(AppendOnly):
    """What was decided, by whom and why; there is one for an application, never changed."""

    application = models.OneToOneField(
        Application, models.CASCADE, related_name="decision", verbose_name=_("application")
    )
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    reason = models.TextField(pgettext_lazy("of a decision", "reason"), max_length=2000)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided"), default=timezone.now)

    class Meta:
        verbose_name = _("decision on an application")
        verbose_name_plural = _("decisions on applications")
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="decision_has_reason")]

    def __str__(self) -> str:
        return f"{self.application}: {self.get_outcome_display()}"

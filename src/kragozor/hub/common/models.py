"""What is remembered across rooms: who did what, and how far a job has come."""

import uuid
from typing import Never

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AppendOnly(models.QuerySet["AuditEntry"]):
    """What was done stays done: entries are added and read, never changed."""

    def update(self, **kwargs: object) -> Never:
        raise TypeError("An audit entry is never changed.")

    def delete(self) -> Never:
        raise TypeError("An audit entry is never deleted.")


class AuditEntry(models.Model):
    """One state change: who, when, what, to which object."""

    at = models.DateTimeField(_("at"), auto_now_add=True, db_index=True)
    # The entry outlives the account, and must not be changed when the account goes.
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        verbose_name=_("who"),
        null=True,
        db_constraint=False,
        related_name="+",
    )
    action = models.CharField(_("action"), max_length=80)
    object_kind = models.CharField(_("kind"), max_length=80)
    object_id = models.CharField(_("object"), max_length=64)
    organisation_id = models.UUIDField(_("organisation"), null=True, db_index=True)
    detail = models.JSONField(_("detail"), default=dict)

    objects = AppendOnly.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit log")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["object_kind", "object_id"], name="audit_entry_object")]

    def __str__(self) -> str:
        return f"{self.action} {self.object_kind} {self.object_id}"

    def save(self, *args: object, **kwargs: object) -> None:
        if not self._state.adding:
            raise TypeError("An audit entry is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: object, **kwargs: object) -> Never:
        raise TypeError("An audit entry is never deleted.")


class JobState(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("job", "waiting")
    RUNNING = "running", pgettext_lazy("job", "running")
    DONE = "done", pgettext_lazy("job", "done")
    FAILED = "failed", pgettext_lazy("job", "failed")


class Job(models.Model):
    """Work that was asked for: its state is ours, so that it reads alike on every queue."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="jobs"
    )
    work = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result = models.JSONField(null=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    # While it runs its worker says again and again that both are alive.
    alive_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=JobState.values), name="job_state_is_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.work}: {self.state}"

    @property
    def is_over(self) -> bool:
        return self.state in {JobState.DONE, JobState.FAILED}


class WorkedOn:
    """A record whose ``job`` makes something of it, a file or a comparison."""

    @property
    def is_working(self) -> bool:
        """Whether the job is not over yet."""
        return self.job is not None and not self.job.is_over

    @property
    def has_failed(self) -> bool:
        """Whether the last job on it broke off."""
        return self.job is not None and self.job.state == JobState.FAILED


class LetterOutcome(models.TextChoices):
    SENT = "sent", pgettext_lazy("letter", "handed over")
    FAILED = "failed", pgettext_lazy("letter", "failed")


class SentLetter(models.Model):
    """That a letter went out, to one address. Never what it said: its links may be secret."""

    to = models.EmailField(pgettext_lazy("letter", "to"), max_length=320)
    subject = models.CharField(pgettext_lazy("letter", "subject"), max_length=300)
    sent_at = models.DateTimeField(pgettext_lazy("letter", "sent"), auto_now_add=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=LetterOutcome)
    error = models.CharField(_("error"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("sent letter")
        verbose_name_plural = _("sent letters")
        ordering = ["-sent_at", "-id"]
        indexes = [
            models.Index(fields=["-sent_at", "-id"], name="sent_letter_newest"),
            models.Index(fields=["to"], name="sent_letter_to"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=LetterOutcome.values),
                name="sent_letter_outcome_is_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"

    @property
    def has_failed(self) -> bool:
        return self.outcome == LetterOutcome.FAILED

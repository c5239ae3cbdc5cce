"""A person: an e-mail address to sign in with, a name, a language, and the offices held."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common import audit
from kragozor.hub.people.enums import COUNCIL, WORKERS, Office
from kragozor.hub.people.models.appointment import Appointment


class PersonManager(BaseUserManager["Person"]):
    """Makes people; their addresses are lower-cased, because nobody remembers capitals."""

    @transaction.atomic
    def create_user(
        self,
        email: str,
        password: str | None = None,
        *,
        is_staff: bool = False,
        offices: Iterable[Office] = (),
        **fields: object,
    ) -> Person:
        """Make somebody; the offices they begin with are given by nobody."""
        person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        for office in {*offices, *([Office.STAFF] if is_staff else [])}:
            Appointment.objects.create(person=person, office=office)
        return person

    @transaction.atomic
    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> Person:
        """Make an administrator, which the command line does for the first one."""
        person = self.create_user(email, password, offices=[Office.ADMINISTRATOR], **fields)
        begun = person.appointments.get()
        facts = {"person": str(person.pk), "office": begun.office}
        audit.record(actor=None, action="appointment.begun", subject=begun, **facts)
        return person

    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(email=(username or "").lower())


class Rights:
    """What the offices of a person open; nothing of it is stored beside them.

    Django's own permissions and groups are not used: six roles are enough, and a matrix that
    somebody may configure is one that somebody configures wrongly.
    """

    @cached_property
    def offices(self) -> frozenset[Office]:
        """The offices held today, asked once of the database."""
        held = self.appointments.current().values_list("office", flat=True)
        return frozenset(Office(office) for office in held)

    @property
    def is_staff(self) -> bool:
        """Whether they work for the Council; Django's administration opens its door by this."""
        return not WORKERS.isdisjoint(self.offices)

    @property
    def works_for_council(self) -> bool:
        return self.is_staff

    @property
    def sees_council(self) -> bool:
        return not COUNCIL.isdisjoint(self.offices)

    @property
    def is_board(self) -> bool:
        return Office.BOARD in self.offices

    @property
    def is_expert(self) -> bool:
        return Office.EXPERT in self.offices

    @property
    def is_superuser(self) -> bool:
        return Office.ADMINISTRATOR in self.offices

    def has_perm(self, perm: str, obj: object = None) -> bool:
        return self.is_active and self.is_superuser

    def has_perms(self, perms: Iterable[str], obj: object = None) -> bool:
        return all(self.has_perm(perm, obj) for perm in perms)

    def has_module_perms(self, app_label: str) -> bool:
        return self.has_perm(app_label)


class Person(Rights, AbstractBaseUser):
    """Somebody who has an account."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    full_name = models.CharField(_("full name"), max_length=150)
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text=_("Of the letters we send you and of the pages after you sign in."),
    )
    position = models.CharField(
        _("position"),
        max_length=120,
        blank=True,
        help_text=_("For example: head of quality. The Council sees it."),
    )
    telephone = models.CharField(
        _("telephone"),
        max_length=30,
        blank=True,
        help_text=_("The Council alone sees it, unless you consent to stand as a public contact."),
    )
    # Codes of ISO 639-1, beside the one language that pages and letters are in.
    languages_spoken = models.JSONField(_("languages you speak"), default=list, blank=True)
    is_active = models.BooleanField(_("may sign in"), default=True)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now, editable=False)
    # The row of an erased person stays without them, since dated facts refer to it.
    erased_at = models.DateTimeField(_("erased"), null=True, editable=False)

    objects = PersonManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="person_email_is_lower_case"
            ),
            models.CheckConstraint(
                condition=models.Q(language__in=[code for code, _name in settings.LANGUAGES]),
                name="person_language_is_known",
            ),
        ]

    def __str__(self) -> str:
        return gettext("an erased person") if self.erased_at else self.full_name or self.email

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.split(" ")[0] or self.email
